import type { CheckMethod } from '@fengqiao/contract/cases/words.ts';
import { refuse } from '#platform/refusal.ts';
import type { Actor } from '#platform/work.ts';
import { speaksFor } from './acting.ts';
import type { Case } from './case.ts';
import type { ListRow } from './list.ts';

/** Everybody who had a hand in a round: the people, and the units that handled or helped. */
export type Hands = { readonly people: readonly (string | null)[]; readonly units: readonly string[] };

type Worked = {
  readonly tasks: readonly {
    readonly round: number;
    readonly state: string;
    readonly unit: string;
    readonly reported_by: string | null;
  }[];
  readonly assignments: readonly {
    readonly round: number;
    readonly unit: string;
    readonly acknowledged_by: string | null;
    readonly ended_at: Date | null;
    readonly ended_how: string | null;
  }[];
  readonly evidence: readonly {
    readonly round: number;
    readonly stage: string;
    readonly taken_by: string | null;
  }[];
};

/** Who had a hand in a round: who signed for it, reported work or took its evidence, and every unit it was given to for good. */
export function handsAmong(round: number, worked: Worked): Hands {
  const tasks = worked.tasks.filter(
    (one) => one.round === round && (one.state !== 'cancelled' || one.reported_by !== null),
  );
  const held = worked.assignments.filter(
    (one) => one.round === round && (one.ended_at === null || one.ended_how === 'done'),
  );
  const evidence = worked.evidence.filter((one) => one.round === round && one.stage === 'handle');
  const people = [
    ...tasks.map((one) => one.reported_by),
    ...held.map((one) => one.acknowledged_by),
    ...evidence.map((one) => one.taken_by),
  ];
  return {
    people: people.filter((person) => person !== null),
    units: [...tasks.map((one) => one.unit), ...held.map((one) => one.unit)],
  };
}

/** True for somebody who had no part in the handling: not a handler, not of a handling unit or team. */
export function isIndependent(actor: Actor, theCase: Case, hands: Hands): boolean {
  const handled = hands.people.includes(actor.account) || theCase.heldBy === actor.account;
  const sameUnit = [theCase.lead, theCase.holder, ...hands.units].some((unit) => speaksFor(actor, unit));
  return !handled && !sameUnit;
}

/** A loop is closed only when somebody outside it has looked (四级监督). */
export function mustBeIndependent(actor: Actor, theCase: Case, hands: Hands): void {
  if (!isIndependent(actor, theCase, hands))
    refuse('cases.checker_is_handler', { lead: theCase.lead, holder: theCase.holder });
}

/** A check is made the way the type prescribes, and on site with the checker's own evidence. */
export function mustFitMethod(
  row: Pick<ListRow, 'checkMethods'> | undefined,
  method: CheckMethod,
  ownEvidence: number,
): void {
  if (row !== undefined && !row.checkMethods.includes(method))
    refuse('cases.check_method_needed', { methods: row.checkMethods });
  if (method === 'onsite' && ownEvidence === 0) refuse('cases.check_needs_evidence');
}
