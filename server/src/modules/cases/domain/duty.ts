import type { Duty } from '@fengqiao/contract/cases/words.ts';
import type { UnitKind } from '@fengqiao/contract/units.ts';
import type { RefusalCode } from '@fengqiao/contract/refusals.ts';
import { refuse } from '#platform/refusal.ts';
import { fitOf, type ListRow, type Spot } from './list.ts';

/** The current units of a street: key → kind. */
export type Units = ReadonlyMap<string, UnitKind>;

const streetKinds: readonly UnitKind[] = [
  'street',
  'centre',
  'internal',
  'dispatched',
  'community',
  'grid',
  'team',
];
const selfGoverning: readonly UnitKind[] = ['community', 'grid'];

/** True for a unit of the street itself, also for the offices that upper departments have dispatched to it. */
export const isStreetUnit = (kind: UnitKind): boolean => streetKinds.includes(kind);

type Owed = Pick<ListRow, 'duty' | 'selfGovernance'>;

/**
 * Why a unit of this kind may not lead such a matter, or null when it may (guard 4; 国办函〔2025〕66号: what a department
 * owes is not passed down; 北京市接诉即办工作条例 art. 17: nothing outside its list to a community).
 */
export function whyNotLead({ duty, selfGovernance }: Owed, kind: UnitKind): RefusalCode | null {
  const street = isStreetUnit(kind);
  if (duty === 'recalled' && street) return 'cases.recalled_duty';
  if (duty === 'assist' && street) return 'cases.assist_only';
  return selfGoverning.includes(kind) && !selfGovernance ? 'cases.community_not_lead' : null;
}

/** Why a unit of this kind may not help with such a matter, or null: what was recalled does not reach the street at all. */
export const whyNotHelp = (duty: Duty, kind: UnitKind): RefusalCode | null =>
  duty === 'recalled' && isStreetUnit(kind) ? 'cases.recalled_duty' : null;

/** The rows that say whose duty a matter is: those that hold there, else those that might, else all of its type. */
function rowsInQuestion(rows: readonly ListRow[], spot: Spot): readonly ListRow[] {
  const sure = rows.filter((row) => fitOf(row, spot) === 'yes');
  if (sure.length > 0) return sure;
  const open = rows.filter((row) => fitOf(row, spot) === 'unknown');
  return open.length > 0 ? open : rows;
}

const nobodys: Owed = { duty: 'basic', selfGovernance: false };

/**
 * Refuses a lead that guard 4 forbids, whoever proposed it: a leader, a consultation, an arbitration. One row that surely
 * holds and keeps the matter from the street is enough; otherwise every row in question must forbid the unit. A type
 * without a row is nobody's written duty, and so no community's.
 */
export function mustBeAbleToLead(rows: readonly ListRow[], spot: Spot, kind: UnitKind): void {
  const asked = rowsInQuestion(rows, spot);
  const code =
    asked.length === 0 ? whyNotLead(nobodys, kind) : forbids(asked, spot, (row) => whyNotLead(row, kind));
  if (code !== null) refuse(code);
}

/** Refuses a co-handler that guard 4 forbids. */
export function mustBeAbleToHelp(rows: readonly ListRow[], spot: Spot, kind: UnitKind): void {
  const code = forbids(rowsInQuestion(rows, spot), spot, (row) => whyNotHelp(row.duty, kind));
  if (code !== null) refuse(code);
}

function forbids(
  asked: readonly ListRow[],
  spot: Spot,
  why: (row: ListRow) => RefusalCode | null,
): RefusalCode | null {
  const said = asked.map(why);
  const kept = asked.findIndex(
    (row, i) => said[i] !== null && row.duty !== 'basic' && fitOf(row, spot) === 'yes',
  );
  if (kept >= 0) return said[kept] ?? null;
  return said.includes(null) ? null : (said[0] ?? null);
}
