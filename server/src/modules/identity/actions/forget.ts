import type { Work } from '#platform/work.ts';
import { forgetAttempts } from '../store/attempts.ts';
import { forgetCodes } from '../store/codes.ts';
import { forgetSessions } from '../store/sessions.ts';

const DAY_MS = 86_400_000;

/** Forgets what no longer serves: tries and codes after a day, ended sessions after thirty; returns how many. */
export async function forget(work: Work): Promise<number> {
  const before = (days: number) => new Date(work.now.getTime() - days * DAY_MS);
  const tries = await forgetAttempts(work, before(1));
  const codes = await forgetCodes(work, before(1));
  return tries + codes + (await forgetSessions(work, before(30)));
}
