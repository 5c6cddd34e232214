import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import { decide, type Decision, type Matter } from '../domain/dispatch.ts';
import type { Units } from '../domain/duty.ts';
import type { ListRow, ResponsibilityList } from '../domain/list.ts';
import { assignmentsOf } from '../store/assignment.ts';
import { publishedList } from '../store/list.ts';
import { kindsOfUnits } from '../store/list-units.ts';

/** What has to be known to say who answers for a case: its list, the units of the street, and the matter itself. */
export type Question = {
  readonly list: ResponsibilityList;
  readonly units: Units;
  readonly matter: Matter;
  readonly rows: readonly ListRow[];
};

/** The question of a registered case, by the version of the list it was registered under. */
export async function questionOf(work: Work, theCase: Case): Promise<Question> {
  const { type, listVersion } = theCase;
  if (type === null || listVersion === null)
    refuse('cases.not_in_this_state', { state: theCase.state, needs: ['registered'] });
  const list = await publishedList(work, listVersion);
  const held = await assignmentsOf(work, theCase.id);
  const without = held
    .filter((one) => one.level === 1 && one.round === theCase.round && one.ended_how === 'returned')
    .map((one) => one.unit);
  const matter = {
    type,
    placeKind: theCase.placeKind,
    community: theCase.community,
    at: theCase.reportedAt,
    without,
  };
  return { list, units: await kindsOfUnits(work), matter, rows: list.byType.get(type) ?? [] };
}

/** Who answers for a registered case, and why. */
export async function decisionOn(work: Work, theCase: Case): Promise<Decision> {
  const { list, units, matter } = await questionOf(work, theCase);
  return decide(list, units, matter);
}
