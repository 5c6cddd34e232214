import type { CaseState, EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { unitOf } from '#modules/identity';
import { isOf, seenBy } from '../domain/acting.ts';
import { after, expectVersion } from '../domain/case.ts';
import { stageTerms } from '../domain/grades.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { addClock, openClocks, stopClocks } from '../store/clock.ts';
import { stateOf } from './answer.ts';
import { takeEvidence } from './evidence.ts';

type Asked = {
  readonly unit: string;
  readonly note?: string | undefined;
  readonly version?: number | undefined;
};

/** Sends a grid, a community or another unit to see for themselves 核实, with a clock of their own. */
export async function askVerification(
  work: Work,
  id: string,
  { unit, note, version }: Asked,
): Promise<CaseState> {
  const theCase = await lockCase(work, id);
  expectVersion(theCase, version);
  const sent = await unitOf(work, unit);
  if (!sent?.current) refuse('cases.unknown_unit', { unit });
  const verifying = after(theCase, 'verify', work.now, {
    seenBy: seenBy(theCase, [...theCase.seenBy, unit]),
  });
  await stopClocks(work, id, ['register']);
  await addClock(work, theCase, { kind: 'verify', owner: unit, ...stageTerms.verify });
  return stateOf(
    await saveCase(work, theCase, verifying, {
      kind: 'verify',
      public: true,
      facts: { unit, note: note ?? null },
      event: 'case.verifying',
    }),
  );
}

type Seen = {
  readonly found: boolean;
  readonly note: string;
  readonly evidence?: readonly EvidenceGiven[] | undefined;
};

/** What was seen on site: there, and it may be registered; or not there, and it may be declined as such. */
export async function reportVerification(
  work: Work,
  id: string,
  { found, note, evidence }: Seen,
): Promise<CaseState> {
  const theCase = await lockCase(work, id);
  const confirmed = after(theCase, 'confirm', work.now, { verified: found });
  const [clock] = await openClocks(work, id, ['verify']);
  if (!isOf(work.actor, clock?.owner ?? null)) refuse('cases.verification_not_yours', { unit: clock?.owner });
  await takeEvidence(work, theCase, { stage: 'verify' }, evidence ?? []);
  await stopClocks(work, id, ['verify']);
  await addClock(work, theCase, { kind: 'register', owner: 'centre', ...stageTerms.register });
  return stateOf(
    await saveCase(work, theCase, confirmed, {
      kind: 'report_verification',
      public: true,
      facts: { found, note, unit: work.actor.unit },
      event: 'case.verified',
    }),
  );
}
