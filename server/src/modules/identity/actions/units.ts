import type { In } from '@fengqiao/contract/route.ts';
import type { addUnit as Add, changeUnit as Change, UnitView } from '@fengqiao/contract/units.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { place, presentUnit, type Unit } from '../domain/unit.ts';
import { rescopeSessions } from '../store/sessions.ts';
import { allUnits, closeUnit, moveBelow, saveUnits, unitOf } from '../store/units.ts';

export { allUnits, saveUnits, unitOf } from '../store/units.ts';

/** The tree, parents before what is below them. */
export async function listUnits(work: Work): Promise<{ items: UnitView[] }> {
  return { items: (await allUnits(work)).map(presentUnit) };
}

export async function addUnit(work: Work, row: In<typeof Add>['body']): Promise<UnitView> {
  if ((await unitOf(work, row.id)) !== null) refuse('identity.unit_taken', { unit: row.id });
  const unit = place(row, await parentOf(work, row.parent));
  await saveUnits(work, [unit]);
  await rescopeSessions(work);
  return presentUnit(unit);
}

/** Changes a unit; what lies below moves with it, and live sessions see their new reach at once. */
export async function changeUnit(work: Work, id: string, row: In<typeof Change>['body']): Promise<UnitView> {
  const before = await unitOf(work, id);
  if (before === null || !before.current) refuse('platform.not_found');
  const unit = place({ ...row, id }, await parentOf(work, row.parent));
  await saveUnits(work, [unit]);
  if (unit.path !== before.path) {
    await moveBelow(work, before.path, unit.path);
    await rescopeSessions(work);
  }
  return presentUnit(unit);
}

const parentOf = async (work: Work, parent: string | null): Promise<Unit | null> =>
  parent === null ? null : unitOf(work, parent);

export async function endUnit(work: Work, id: string): Promise<{ ok: true }> {
  const unit = await unitOf(work, id);
  if (unit === null || !unit.current) refuse('platform.not_found');
  if (!(await closeUnit(work, id))) refuse('identity.unit_in_use');
  return { ok: true };
}
