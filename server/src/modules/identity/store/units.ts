import { sql } from 'kysely';
import type { UnitKind } from '@fengqiao/contract/units.ts';
import type { Work } from '#platform/work.ts';
import type { Unit } from '../domain/unit.ts';

const columns = (work: Work) =>
  work.db
    .selectFrom('identity.unit as u')
    .select([
      'u.id',
      'u.kind',
      'u.parent',
      'u.path',
      'u.name_zh',
      'u.name_en',
      'u.short_zh',
      'u.has_power',
      'u.duties_zh',
      'u.official_code',
      'u.phone',
      'u.address',
      'u.window_from',
      'u.window_to',
      'u.window_workdays',
      sql<boolean>`u.valid_to > ${work.now}`.as('current'),
    ])
    .where('u.street', '=', work.street)
    .$narrowType<{ kind: UnitKind }>();

type Row = Awaited<ReturnType<ReturnType<typeof columns>['execute']>>[number];

const read = (row: Row): Unit => ({
  id: row.id,
  kind: row.kind,
  parent: row.parent,
  path: row.path,
  name: { zh: row.name_zh, en: row.name_en },
  shortZh: row.short_zh,
  hasPower: row.has_power,
  dutiesZh: row.duties_zh,
  officialCode: row.official_code,
  phone: row.phone,
  address: row.address,
  window: {
    from: row.window_from.slice(0, 5),
    to: row.window_to.slice(0, 5),
    workdaysOnly: row.window_workdays,
  },
  current: row.current,
});

/** The whole tree, parents before what is below them; some hundreds of rows by primary key. */
export async function allUnits(work: Work): Promise<Unit[]> {
  return (await columns(work).orderBy('u.path').execute()).map(read);
}

export async function unitOf(work: Work, id: string): Promise<Unit | null> {
  const row = await columns(work).where('u.id', '=', id).executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** The keys of a unit and of everything below it; served by unit_path_idx. */
export async function unitsUnder(work: Work, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from identity.unit m join identity.unit u on u.street = m.street and u.path like m.path || '%'
     where m.street = ${work.street} and m.id = ${id} order by u.path`.execute(work.db);
  return rows.map((row) => row.id);
}

/** Adds, replaces or reopens units; parents come first. */
export async function saveUnits(work: Work, units: readonly Unit[]): Promise<void> {
  if (units.length === 0) return;
  await work.db
    .insertInto('identity.unit')
    .values(
      units.map((unit) => ({
        street: work.street,
        id: unit.id,
        kind: unit.kind,
        parent: unit.parent,
        path: unit.path,
        name_zh: unit.name.zh,
        name_en: unit.name.en,
        short_zh: unit.shortZh,
        has_power: unit.hasPower,
        duties_zh: unit.dutiesZh,
        official_code: unit.officialCode,
        phone: unit.phone,
        address: unit.address,
        window_from: unit.window.from,
        window_to: unit.window.to,
        window_workdays: unit.window.workdaysOnly,
        valid_from: work.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['street', 'id']).doUpdateSet((row) => ({
        kind: row.ref('excluded.kind'),
        parent: row.ref('excluded.parent'),
        path: row.ref('excluded.path'),
        name_zh: row.ref('excluded.name_zh'),
        name_en: row.ref('excluded.name_en'),
        short_zh: row.ref('excluded.short_zh'),
        has_power: row.ref('excluded.has_power'),
        duties_zh: row.ref('excluded.duties_zh'),
        official_code: row.ref('excluded.official_code'),
        phone: row.ref('excluded.phone'),
        address: row.ref('excluded.address'),
        window_from: row.ref('excluded.window_from'),
        window_to: row.ref('excluded.window_to'),
        window_workdays: row.ref('excluded.window_workdays'),
        valid_to: sql<Date>`'infinity'`,
      })),
    )
    .execute();
}

/** Moves everything below a unit to its new path; served by unit_path_idx. */
export async function moveBelow(work: Work, from: string, to: string): Promise<void> {
  await sql`
    update identity.unit set path = ${to} || substr(path, length(${from}) + 1)
     where street = ${work.street} and path like ${from} || '%' and path <> ${from}`.execute(work.db);
}

/** Closes a unit to which nobody and nothing belongs; false when something does. */
export async function closeUnit(work: Work, id: string): Promise<boolean> {
  const { numUpdatedRows } = await work.db
    .updateTable('identity.unit')
    .set({ valid_to: work.now })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('identity.unit as b')
            .select('b.id')
            .where('b.street', '=', work.street)
            .where('b.parent', '=', id)
            .where('b.valid_to', '>', work.now),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('identity.post as p')
            .select('p.id')
            .where('p.street', '=', work.street)
            .where('p.unit', '=', id)
            .where('p.valid_to', '>', work.now),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}
