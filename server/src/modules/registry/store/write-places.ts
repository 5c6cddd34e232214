import { sql } from 'kysely';
import type { HomeUse, OrganizationKind, OrganizationState } from '@fengqiao/contract/registry/words.ts';
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

/** Writes a new home; false when its door is known already. The digest is of no table, so that the next one brings what it knows. */
export async function insertHome(
  { db, street, now }: Work,
  { squareMetres, provenance, ...rest }: NewHome,
): Promise<boolean> {
  const row = await db
    .insertInto('registry.home')
    .values({
      street,
      ...rest,
      square_metres: squareMetres,
      digest: Buffer.alloc(0),
      provenance: toJson(provenance),
      made_at: now,
      changed_at: now,
    })
    .onConflict((met) => met.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function rewriteHome(
  { db, street, now }: Work,
  id: string,
  { squareMetres, provenance, ...rest }: HomeWritten,
): Promise<void> {
  await db
    .updateTable('registry.home')
    .set((eb) => ({
      ...rest,
      square_metres: squareMetres,
      provenance: toJson(provenance),
      version: eb('version', '+', 1),
      changed_at: now,
    }))
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
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
export async function insertOrganization(
  { db, street, now }: Work,
  { contact, provenance, ...rest }: OrganizationWritten & { readonly id: string },
): Promise<boolean> {
  const row = await db
    .insertInto('registry.organization')
    .values({
      street,
      ...rest,
      contact_enc: contact,
      digest: Buffer.alloc(0),
      provenance: toJson(provenance),
      made_at: now,
      changed_at: now,
    })
    .onConflict((met) => met.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes what an organization is now; the caller has seen that no other has its code. */
export async function rewriteOrganization(
  { db, street, now }: Work,
  id: string,
  { contact, provenance, ...rest }: OrganizationWritten,
): Promise<void> {
  await db
    .updateTable('registry.organization')
    .set((eb) => ({
      ...rest,
      contact_enc: contact,
      provenance: toJson(provenance),
      version: eb('version', '+', 1),
      changed_at: now,
    }))
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

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
