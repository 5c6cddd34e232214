import type { Job } from '#platform/room.ts';
import type { Work } from '#platform/work.ts';
import { forgetAttempts } from './store/attempts.ts';
import { forgetCodes } from './store/codes.ts';
import { forgetSessions } from './store/sessions.ts';

const DAY_MS = 86_400_000;

export const identityJobs: readonly Job[] = [{ name: 'identity.forget', everySeconds: 3600, act: forget }];

/** Forgets what no longer serves: tries and codes after a day, ended sessions after thirty. */
async function forget(work: Work): Promise<number> {
  const before = (days: number) => new Date(work.now.getTime() - days * DAY_MS);
  return (
    (await forgetAttempts(work, before(1))) +
    (await forgetCodes(work, before(1))) +
    (await forgetSessions(work, before(30)))
  );
}
