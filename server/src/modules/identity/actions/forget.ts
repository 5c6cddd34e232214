import type { Work } from '#platform/work.ts';
import { forgetAttempts } from '../store/attempts.ts';
import { forgetCodes } from '../store/codes.ts';
import { forgetHandOvers } from '../store/hand-over.ts';

const DAY_MS = 86_400_000;

/** Forgets what no longer serves: tries, codes and spent tokens after a day; returns how many. */
export async function forget(work: Work): Promise<number> {
  const before = new Date(work.now.getTime() - DAY_MS);
  return (
    (await forgetAttempts(work, before)) +
    (await forgetCodes(work, before)) +
    (await forgetHandOvers(work, before))
  );
}
