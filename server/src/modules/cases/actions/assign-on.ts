import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { unitOf } from '#modules/identity';
import { mustHold, isOf, seenBy } from '../domain/acting.ts';
import { expectVersion, mayHappen, touched } from '../domain/case.ts';
import { fromJson } from '#platform/json.ts';
import { addAssignment, currentAssignment, endAssignments } from '../store/assignment.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { stateOf } from './answer.ts';

type Given = {
  readonly unit: string;
  readonly note?: string | undefined;
  readonly version?: number | undefined;
};

/** Level-2 assignment: a department passes it to its team, a community to its grid; the chain stays visible. */
export async function assignOn(work: Work, id: string, { unit, note, version }: Given): Promise<CaseState> {
  const theCase = await lockCase(work, id);
  expectVersion(theCase, version);
  mustHold(work.actor, theCase);
  if (!mayHappen(theCase.state, 'redispatch')) refuse('cases.not_in_this_state', { state: theCase.state });
  const below = await unitOf(work, unit);
  if (!below?.current || !isOf(work.actor, unit) || unit === theCase.lead)
    refuse('cases.not_below_you', { unit });
  const lead = await currentAssignment(work, id, 1);
  await endAssignments(work, id, 'rerouted', 2);
  await addAssignment(work, theCase, {
    level: 2,
    unit,
    basis: lead?.basis === 'designated' ? 'designated' : (theCase.basis ?? 'statutory'),
    why: {
      from: theCase.lead,
      note: note ?? null,
      parent: fromJson<Record<string, unknown>>(lead?.why ?? {})['rowKey'] ?? null,
    },
  });
  const passed = touched(theCase, work.now, {
    holder: unit,
    seenBy: seenBy(theCase, [...theCase.seenBy, unit]),
  });
  return stateOf(
    await saveCase(work, theCase, passed, {
      kind: 'assign_on',
      public: true,
      facts: { unit, note: note ?? null },
      event: 'case.passed_on',
    }),
  );
}
