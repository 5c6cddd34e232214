import type { UnitRow, UnitView } from '@fengqiao/contract/units.ts';
import { refuse } from '#platform/refusal.ts';

/** A unit with where it stands in the tree: '/street/c03/c03-g07/'. */
export type Unit = UnitView & { readonly path: string };

const usual = {
  hasPower: false,
  dutiesZh: '',
  officialCode: null,
  phone: null,
  address: null,
  window: { from: '08:30', to: '17:30', workdaysOnly: false },
};

/** A unit as it is stored; refuses a parent that is closed or that lies below the unit itself. */
export function place(row: UnitRow, parent: Unit | null): Unit {
  if (row.parent !== null && (parent === null || !parent.current))
    refuse('identity.unit_parent', { unit: row.id });
  if (parent?.path.includes(`/${row.id}/`)) refuse('identity.unit_parent', { unit: row.id });
  return { ...usual, ...row, current: true, path: `${parent?.path ?? '/'}${row.id}/` };
}

export function presentUnit(unit: Unit): UnitView {
  const { path: _path, ...shown } = unit;
  return shown;
}
