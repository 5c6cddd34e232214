import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import type { Work } from '#platform/work.ts';
import { after, expectVersion } from '../domain/case.ts';
import { exitOf } from '../domain/exit.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { lastVerification } from '../store/verification.ts';
import { stateOf } from './answer.ts';
import { stopAllClocks } from './stop-clocks.ts';

type Declined = {
  readonly exit: string;
  readonly reason: string;
  readonly route?: string | undefined;
  readonly version?: number | undefined;
};

/** Declines by one of the exits 不予受理; the reporter reads the reason and the route, and may object. */
export async function declineCase(
  work: Work,
  id: string,
  { exit, reason, route, version }: Declined,
): Promise<CaseState> {
  const theCase = await lockCase(work, id);
  expectVersion(theCase, version);
  const seen = await lastVerification(work, id);
  const cited = exitOf({ exit, route, verifiedAbsent: seen !== undefined && !seen.found });
  const declined = after(theCase, 'decline', work.now, { exitCode: cited });
  await stopAllClocks(work, id);
  return stateOf(
    await saveCase(work, theCase, declined, {
      kind: 'decline',
      public: true,
      facts: { exit: cited, reason, route: route ?? null },
      event: 'case.declined',
    }),
  );
}
