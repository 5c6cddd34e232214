import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import type { Hands } from '../domain/check.ts';

/** Everybody who had a hand in the present round of a case: who reported work, and every unit it was given to. */
export async function handsOf({ db, street }: Work, theCase: Case): Promise<Hands> {
  const tasks = await db
    .selectFrom('cases.task')
    .select(['reported_by', 'unit'])
    .where('street', '=', street)
    .where('case_id', '=', theCase.id)
    .where('round', '=', theCase.round)
    .where((eb) => eb.or([eb('state', '<>', 'cancelled'), eb('reported_by', 'is not', null)]))
    .execute();
  const held = await db
    .selectFrom('cases.assignment')
    .select(['acknowledged_by', 'unit'])
    .where('street', '=', street)
    .where('case_id', '=', theCase.id)
    .where('round', '=', theCase.round)
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_how', '=', 'done')]))
    .execute();
  const evidence = await db
    .selectFrom('cases.evidence')
    .select('taken_by')
    .where('street', '=', street)
    .where('case_id', '=', theCase.id)
    .where('round', '=', theCase.round)
    .where('stage', '=', 'handle')
    .execute();
  return {
    people: [
      ...tasks.map((task) => task.reported_by),
      ...held.map((one) => one.acknowledged_by),
      ...evidence.map((one) => one.taken_by),
    ].filter((person) => person !== null),
    units: [...tasks.map((task) => task.unit), ...held.map((one) => one.unit)],
  };
}
