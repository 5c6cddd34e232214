import { createPublicKey, verify } from 'node:crypto';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { phoneOf, readToken } from '../domain/hand-over.ts';
import { publicKeyOf, spendHandOver } from '../store/hand-over.ts';
import { meOf } from './me.ts';
import { openResidentSession } from './session.ts';
import { residentWith } from './sign-in-by-phone.ts';
import { endHeld, type SignedIn } from './sign-in.ts';

/** So long a session that was handed over lasts: the other app signs its people in anew. */
const SECONDS = 12 * 3600;
const BY_PHONE = 1;

/**
 * Signs in somebody whom an app of the district has signed in. Its word is good for the phone and no further: for grave acts
 * they still prove by a code that it is they.
 */
export async function handOver(
  work: Work,
  given: string,
  { host, agent }: { readonly host: string; readonly agent: string },
): Promise<SignedIn> {
  const token = readToken(given) ?? refuse('identity.hand_over_bad');
  const { keyId, claims, signed, signature } = token;
  const key = keyFrom(await publicKeyOf(work, keyId)) ?? refuse('identity.hand_over_bad');
  if (!verify(null, signed, key, signature)) refuse('identity.hand_over_bad');
  const phone = phoneOf(claims, host, work.now);
  const once = { apiKey: keyId, nonce: claims.nonce, endsAt: new Date(claims.exp * 1000) };
  if (!(await spendHandOver(work, once))) refuse('identity.hand_over_used');
  const account = await residentWith(work, phone);
  await endHeld(work);
  const opened = await openResidentSession(work, account, agent, { seconds: SECONDS, mostLevel: BY_PHONE });
  return { opened, me: await meOf(work, opened.id) };
}

/** An Ed25519 public key from the base64 of its SPKI, with or without the lines of a PEM file; null when it is none. */
export function keyFrom(given: string | null | undefined) {
  try {
    const der = Buffer.from((given ?? '').replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}
