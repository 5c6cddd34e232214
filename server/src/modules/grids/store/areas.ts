import { sql } from 'kysely';
import { nationalHotline } from '@fengqiao/contract/hotline.ts';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import type { Box, Shape } from '../domain/geojson.ts';
import type { Area } from '../domain/redraw.ts';
import type { Level } from '../domain/survey.ts';

/** The number of the street's present boundaries, 0 before there are any; one row by primary key. */
export async function edition({ db, street }: Work): Promise<number> {
  const row = await db
    .selectFrom('grids.edition')
    .select('number')
    .where('street', '=', street)
    .executeTakeFirst();
  return row?.number ?? 0;
}

/** Begins a new edition of the street's boundaries; whoever else draws in this street waits for this transaction. */
export async function nextEdition({ db, street }: Work): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into grids.edition (street, number) values (${street}, 1)
    on conflict (street) do update set number = edition.number + 1 returning number`.execute(db);
  return rows[0]?.number ?? 1;
}

/** Every boundary of the street, in WGS84 degrees; by primary key, a few hundred rows. */
export async function areaShapes({ db, street }: Work): Promise<Area[]> {
  const rows = await db
    .selectFrom('grids.area')
    .select(['unit', 'level', 'community', 'purpose', 'shape', 'square_metres', 'households', 'grid_code'])
    .where('street', '=', street)
    .orderBy('unit')
    .execute();
  return rows.map(({ unit, level, community, purpose, shape, square_metres, households, grid_code }) => ({
    unit,
    level: fromJson<Level>(level),
    community,
    purpose: fromJson<Area['purpose']>(purpose),
    shape: fromJson<Shape>(shape),
    squareMetres: square_metres,
    households,
    code: grid_code,
  }));
}

/** The extent of the street itself; one row of a few hundred by primary key. */
export async function streetBox({ db, street }: Work): Promise<Box | null> {
  const row = await db
    .selectFrom('grids.area')
    .select(['west', 'south', 'east', 'north'])
    .where('street', '=', street)
    .where('level', '=', 'street')
    .executeTakeFirst();
  return row ?? null;
}

export type GridRow = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly community: string | null;
  readonly communityZh: string | null;
  readonly communityEn: string | null;
  readonly code: string | null;
  readonly purpose: 'basic' | 'exclusive';
  readonly squareMetres: number;
  readonly households: number | null;
  readonly phone: string | null;
  readonly supervision: string;
  readonly workers: string[];
} & Box;

/**
 * The grids with their names, who works there now, and the phone of supervision: that of the community, else of the
 * street, else the hotline. Served by the primary keys of area and unit, and post_unit_idx.
 */
export async function gridRows({ db, street, now }: Work, community: string | null): Promise<GridRow[]> {
  const { rows } = await sql<GridRow>`
    select a.unit as id, u.name_zh as zh, u.name_en as en, a.community, c.name_zh as "communityZh", c.name_en as "communityEn",
           a.grid_code as code, a.purpose, a.square_metres as "squareMetres", a.households, a.west, a.south, a.east, a.north, u.phone,
           coalesce(c.phone, s.phone, t.settings ->> 'hotline', ${nationalHotline}) as supervision,
           coalesce((select array_agg(distinct p.name order by p.name) from identity.v_post p
                      where p.street = a.street and p.unit = a.unit and p.role = 'grid_worker' and p.valid_from <= ${now} and p.valid_to > ${now}), '{}') as workers
      from grids.area a
      join platform.street t on t.id = a.street
      join identity.v_unit u on u.street = a.street and u.id = a.unit
      left join identity.v_unit c on c.street = a.street and c.id = a.community
      left join identity.v_unit s on s.street = a.street and s.id = c.parent
     where a.street = ${street} and a.level = 'grid' and (${community}::text is null or a.community = ${community})
     order by a.grid_code nulls last, a.unit`.execute(db);
  return rows;
}

export type UnitName = { readonly id: string; readonly zh: string; readonly en: string };

/** The names of all units that have a boundary, with the short one in Chinese; by primary key. */
export function areaNames({ db, street }: Work): Promise<(UnitName & { readonly short: string })[]> {
  return db
    .selectFrom('grids.area as a')
    .innerJoin('identity.v_unit as u', (on) =>
      on.onRef('u.street', '=', 'a.street').onRef('u.id', '=', 'a.unit'),
    )
    .select(['a.unit as id', 'u.name_zh as zh', 'u.name_en as en', 'u.short_zh as short'])
    .where('a.street', '=', street)
    .orderBy('a.unit')
    .$narrowType<{ zh: string; en: string; short: string }>()
    .execute();
}

/** The names of a few units; by primary key. */
export async function namesOf({ db, street }: Work, ids: readonly string[]): Promise<Map<string, UnitName>> {
  if (ids.length === 0) return new Map();
  const { rows } =
    await sql<UnitName>`select id, name_zh as zh, name_en as en from identity.v_unit where street = ${street} and id = any(${ids})`.execute(
      db,
    );
  return new Map(rows.map((row) => [row.id, row]));
}
