import { sql } from 'kysely';
import type { ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import type { Base, ShareType } from '@fengqiao/contract/catalogue/words.ts';
import { fromJson, toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

export type Resource = {
  readonly id: string;
  readonly code: string;
  readonly provider: string;
  readonly collection: string | null;
  readonly content: ResourceContent;
  readonly version: number;
  readonly state: 'published' | 'withdrawn';
  readonly withdrawnReason: string | null;
  readonly publishedAt: Date;
};

const read = ({ db, street }: Work) =>
  db
    .selectFrom('catalogue.resource')
    .where('street', '=', street)
    .select([
      'id',
      'code',
      'provider',
      'collection',
      'content',
      'version',
      'state',
      'withdrawn_reason as withdrawnReason',
      'published_at as publishedAt',
    ])
    .$narrowType<{ state: Resource['state'] }>();

const present = <T extends { content: unknown }>(row: T) => ({
  ...row,
  content: fromJson<ResourceContent>(row.content),
});

/** One resource; by primary key. */
export async function findResource(work: Work, id: string): Promise<Resource> {
  const row = await read(work).where('id', '=', id).executeTakeFirst();
  return row === undefined ? refuse('platform.not_found') : present(row);
}

/**
 * One resource, held until the end of the transaction: whoever answers for it holds it as it is, together with others who do,
 * and whoever takes it out of the catalogue holds it alone.
 */
export async function holdResource(work: Work, id: string, how: 'as it is' | 'alone'): Promise<Resource> {
  const query = read(work).where('id', '=', id);
  const row = await (how === 'alone' ? query.forUpdate() : query.forShare()).executeTakeFirst();
  return row === undefined ? refuse('platform.not_found') : present(row);
}

export async function resourceOfCollection(work: Work, collection: string): Promise<Resource | undefined> {
  const row = await read(work).where('collection', '=', collection).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

/** Resources by their ids, in any order; by primary key. */
export async function resourcesById(
  work: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Resource>> {
  if (ids.length === 0) return new Map();
  const rows = await read(work)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, present(row)]));
}

/** Published resources by their codes; served by the unique key. */
export async function resourcesByCode(work: Work, codes: readonly string[]): Promise<Resource[]> {
  if (codes.length === 0) return [];
  const rows = await read(work)
    .where('code', 'in', [...codes])
    .where('state', '=', 'published')
    .orderBy('code')
    .execute();
  return rows.map(present);
}

export type Sought = {
  readonly q?: string | undefined;
  readonly base?: Base | undefined;
  readonly provider?: string | undefined;
  readonly shareType?: ShareType | undefined;
  readonly connected?: boolean | undefined;
};

/** One more than a page by code; a street has some hundreds of resources, so the table is read. */
export async function pageOfResources(
  work: Work,
  sought: Sought,
  { limit, after }: { limit: number; after: string | null },
): Promise<Resource[]> {
  const { q, base, provider, shareType, connected } = sought;
  const rows = await read(work)
    .where('state', '=', 'published')
    .$if(q !== undefined, (query) =>
      query.where(sql<boolean>`(code ilike ${`%${escaped(q ?? '')}%`} or exists (
        select from jsonb_path_query(content, 'strict $.** ? (@.type() == "string")') said
         where said #>> '{}' ilike ${`%${escaped(q ?? '')}%`}))`),
    )
    .$if(base !== undefined, (query) => query.where(sql<boolean>`content->>'base' = ${base}`))
    .$if(provider !== undefined, (query) => query.where('provider', '=', provider ?? ''))
    .$if(shareType !== undefined, (query) => query.where(sql<boolean>`content->>'shareType' = ${shareType}`))
    .$if(connected !== undefined, (query) => query.where('collection', connected ? 'is not' : 'is', null))
    .$if(after !== null, (query) => query.where('code', '>', after ?? ''))
    .orderBy('code')
    .limit(limit + 1)
    .execute();
  return rows.map(present);
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** Every published resource; for the summary and for the check against collecting twice. */
export async function allResources(work: Work): Promise<Resource[]> {
  return (await read(work).where('state', '=', 'published').execute()).map(present);
}

export type NewResource = Pick<Resource, 'id' | 'code' | 'provider' | 'collection' | 'content'>;

export async function insertResources(work: Work, resources: readonly NewResource[]): Promise<void> {
  if (resources.length === 0) return;
  await work.db
    .insertInto('catalogue.resource')
    .values(
      resources.map(({ content, ...one }) => ({
        ...one,
        street: work.street,
        content: toJson(content),
        state: 'published',
        published_at: work.now,
        changed_at: work.now,
      })),
    )
    .execute();
}

export async function saveContent(
  { db, street, now }: Work,
  id: string,
  content: ResourceContent,
): Promise<void> {
  await db
    .updateTable('catalogue.resource')
    .set((eb) => ({ content: toJson(content), version: eb('version', '+', 1), changed_at: now }))
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

export async function saveWithdrawn({ db, street, now }: Work, id: string, reason: string): Promise<void> {
  await db
    .updateTable('catalogue.resource')
    .set({ state: 'withdrawn', withdrawn_reason: reason, changed_at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** The next running number of resources and requests; it may have gaps. */
export async function nextNumbers({ db }: Work, count: number): Promise<number[]> {
  const { rows } = await sql<{
    n: number;
  }>`select nextval('catalogue.number_seq') as n from generate_series(1, ${count})`.execute(db);
  return rows.map(({ n }) => Number(n));
}
