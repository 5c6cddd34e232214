import { isDeepStrictEqual } from 'node:util';
import type { importUnits as Import, UnitProblem, UnitRow } from '@fengqiao/contract/units.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import type { Work } from '#platform/work.ts';
import { place, type Unit } from '../domain/unit.ts';
import { keyIn, parentsFirst, readUnitTable, type Cells } from '../domain/unit-table.ts';
import { rescopeSessions } from '../store/sessions.ts';
import { allUnits, moveBelow, saveUnits } from '../store/units.ts';

type UnitsImported = Out<typeof Import>;

/** Imports a table of units, all or nothing; a dry run only tells what would happen. Importing the same table again changes nothing. */
export async function importUnits(
  work: Work,
  table: readonly Cells[],
  { dryRun }: { dryRun: boolean },
): Promise<UnitsImported> {
  const before = new Map((await allUnits(work)).map((unit) => [unit.id, unit]));
  const known = new Set([...before.values()].filter(({ current }) => current).map(({ id }) => id));
  const { rows, problems } = readUnitTable(table, known);
  const { ordered, looping } = parentsFirst(rows, known);
  const all = [...problems, ...(problems.length > 0 ? [] : looping.map((row) => loop(table, row)))];
  if (all.length > 0) return { added: 0, changed: 0, same: 0, applied: false, problems: all.slice(0, 200) };
  const units = placeAll(ordered, before);
  const added = units.filter(({ id }) => !before.has(id)).length;
  const differing = units.filter((unit) => !isDeepStrictEqual(before.get(unit.id), unit));
  if (!dryRun && differing.length > 0) await apply(work, differing, before);
  return {
    added,
    changed: differing.length - added,
    same: units.length - differing.length,
    applied: !dryRun,
    problems: [],
  };
}

const loop = (table: readonly Cells[], row: UnitRow): UnitProblem => ({
  row: table.findIndex((cells) => keyIn(cells) === row.id) + 1,
  zh: '上下级互相包含，请检查上级代码',
  en: 'this unit and the one above contain each other; check the unit above',
});

function placeAll(rows: readonly UnitRow[], before: ReadonlyMap<string, Unit>): Unit[] {
  const placed = new Map<string, Unit>();
  const find = (id: string | null) => (id === null ? null : (placed.get(id) ?? before.get(id) ?? null));
  for (const row of rows) placed.set(row.id, place(row, find(row.parent)));
  return [...placed.values()];
}

async function apply(work: Work, units: readonly Unit[], before: ReadonlyMap<string, Unit>): Promise<void> {
  // Units of the old tree that the table does not name move along with those above them, parents first.
  for (const unit of units) {
    const from = before.get(unit.id)?.path;
    if (from !== undefined && from !== unit.path) await moveBelow(work, from, unit.path);
  }
  await saveUnits(work, units);
  await rescopeSessions(work);
}
