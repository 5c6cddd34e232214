import { refuse } from '#platform/refusal.ts';
import type { Platform } from '#platform/serve.ts';
import { streetIds } from '#platform/street.ts';
import type { Work } from '#platform/work.ts';
import { findApiKey } from '#modules/identity';

/** The app behind a key of the open interfaces. */
export type Sender = { readonly id: string; readonly name: string; readonly street: string };

/** Opens the door of a demo street, and of no other. */
const DEMO_KEY = 'demo';

/** The street asked for, or the standard one; 404 cases.open311_jurisdiction when there is none such. */
export async function jurisdictionOf(
  { db, settings }: Platform,
  asked: string | undefined,
  key: Sender | null,
): Promise<string> {
  const street = asked ?? key?.street ?? settings.defaultStreet;
  if (!(await streetIds(db)).includes(street))
    refuse('cases.open311_jurisdiction', { parameter: 'jurisdiction_id', value: street.slice(0, 60) });
  return street;
}

/** Who holds a key, or null without one; 403 cases.open311_key when it is not one of ours. The demo key is at home in every street. */
export async function senderOf(
  { db, settings }: Platform,
  key: string | undefined,
  jurisdiction: string | undefined,
): Promise<Sender | null> {
  if (key === undefined) return null;
  if (settings.demo && key === DEMO_KEY)
    return { id: DEMO_KEY, name: DEMO_KEY, street: jurisdiction ?? settings.defaultStreet };
  const holder = await findApiKey(db, key, 'open311');
  return holder !== null && (jurisdiction === undefined || jurisdiction === holder.street)
    ? holder
    : refuse('cases.open311_key', { parameter: 'api_key' });
}

/** An account or a device of an app as it is kept: enough to know it again, not enough to know whose it is. */
export const hashOfClient = ({ vault, street }: Work, id: string): string =>
  vault.index(`${street}|${id}`, 'open311').toString('base64url').slice(0, 22);
