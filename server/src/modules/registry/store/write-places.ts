import { sql, type InsertObject } from 'kysely';
import type { HomeUse, OrganizationKind, OrganizationState } from '@fengqiao/contract/registry/words.ts';
import type { DB } from '#platform/db.gen.ts';
import { toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

export type PlaceTable = 'registry.home' | 'registry.organization';
type Spot = { readonly community: string | null; readonly grid: string | null };

/** Whether the post of whoever acts looks after this place; nobody but those of the whole street reaches what lies nowhere. */
export async function reaches({ db }: Work, { community, grid }: Spot): Promise<boolean> {
  const { rows } = await sql<{ reaches: boolean }>`
    select registry.reach() = 'street' or (registry.reach() = 'units'
      and coalesce(${grid}::text = any(registry.own_units()) or ${community}::text = any(registry.own_units()), false)) as reaches`.execute(
    db,
  );
  return rows[0]?.reaches ?? false;
}

/** Holds a home or organization in reach until the end of the transaction; by primary key. */
export async function lockPlace({ db, street }: Work, table: PlaceTable, id: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version from ${sql.table(table)} where street = ${street} and id = ${id} for update`.execute(db);
  return rows[0]?.version ?? refuse('platform.not_found');
}

export type HomeWritten = {
  readonly use: HomeUse;
  readonly squareMetres: number | null;
  readonly rooms: number | null;
  readonly provenance: object;
};
export type NewHome = HomeWritten &
  Spot & { readonly id: string; readonly building: string; readonly door: string };

/** Writes a new home; false when its door is known already. */
export const insertHome = (work: Work, { squareMetres, ...rest }: NewHome): Promise<boolean> =>
  insertPlace(work, 'registry.home', begun(work, { ...rest, square_metres: squareMetres }));

export async function rewriteHome(
  work: Work,
  id: string,
  { squareMetres, ...rest }: HomeWritten,
): Promise<void> {
  const row = changed(work, { ...rest, square_metres: squareMetres });
  await work.db.updateTable('registry.home').set(row).where(isThis(work, id)).execute();
}

export type OrganizationWritten = Spot & {
  readonly kind: OrganizationKind;
  readonly state: OrganizationState;
  readonly name: string;
  readonly match: string;
  readonly address: string;
  readonly building: string | null;
  readonly trade: string | null;
  readonly staff: number | null;
  readonly contact: Buffer | null;
  readonly provenance: object;
};

/** Writes a new organization; false when its code, or its name and address, are known already. */
export const insertOrganization = (
  work: Work,
  { contact, ...rest }: OrganizationWritten & { readonly id: string },
): Promise<boolean> =>
  insertPlace(work, 'registry.organization', begun(work, { ...rest, contact_enc: contact }));

/** Writes what an organization is now; the caller has seen that no other has its code. */
export async function rewriteOrganization(
  work: Work,
  id: string,
  { contact, ...rest }: OrganizationWritten,
): Promise<void> {
  const row = changed(work, { ...rest, contact_enc: contact });
  await work.db.updateTable('registry.organization').set(row).where(isThis(work, id)).execute();
}

type Told = { readonly provenance: object };

/** A row that is written by hand: its digest is of no table, so that the next one brings what it knows. */
const begun = <T extends Told>({ street, now }: Work, { provenance, ...rest }: T) => ({
  street,
  ...rest,
  digest: Buffer.alloc(0),
  provenance: toJson(provenance),
  made_at: now,
  changed_at: now,
});
const changed = <T extends Told>({ now }: Work, { provenance, ...rest }: T) => ({
  ...rest,
  provenance: toJson(provenance),
  version: sql<number>`version + 1`,
  changed_at: now,
});

async function insertPlace<T extends PlaceTable>(
  { db }: Work,
  table: T,
  row: InsertObject<DB, T>,
): Promise<boolean> {
  const done = await db
    .insertInto(table)
    .values(row)
    .onConflict((met) => met.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

const isThis = ({ street }: Work, id: string) => sql<boolean>`street = ${street} and id = ${id}`;

/** Which organization a code, or a name and address, stand for; served by organization_match_key. */
export async function organizationOf({ db, street }: Work, match: string): Promise<string | null> {
  const row = await db
    .selectFrom('registry.organization')
    .select('id')
    .where('street', '=', street)
    .where('match', '=', match)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Ends the present code of each scheme on that day and begins what is told, where it differs; '' only ends it. By primary key. */
export async function holdCodes(
  { db, street }: Work,
  subject: string,
  codes: Readonly<Record<string, string>>,
  from: string,
): Promise<void> {
  for (const [scheme, value] of Object.entries(codes)) {
    const present = sql`street = ${street} and subject = ${subject} and scheme = ${scheme} and valid_to = 'infinity' and value <> ${value}`;
    await sql`delete from registry.code where ${present} and valid_from >= ${from}::date`.execute(db);
    await sql`update registry.code set valid_to = ${from}::date where ${present}`.execute(db);
    if (value === '') continue;
    await sql`insert into registry.code (street, subject, scheme, value, valid_from)
      select ${street}, ${subject}, ${scheme}, ${value}, ${from}::date
       where not exists (select from registry.code where street = ${street} and subject = ${subject} and scheme = ${scheme} and valid_to = 'infinity')
      on conflict (street, subject, scheme, valid_from) do update set value = excluded.value, valid_to = 'infinity'`.execute(
      db,
    );
  }
}
