import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

/**
 * What wraps the key under which a device keeps this account's unsent work: the same at every sign-in, so that work waits
 * for its owner, and never on the device once the session is over.
 */
export async function deviceKey({ actor, vault, street }: Work): Promise<{ key: string }> {
  const account = actor.account ?? refuse('platform.not_signed_in');
  return { key: vault.index(`${street}|${account}`, 'device').toString('base64url') };
}
