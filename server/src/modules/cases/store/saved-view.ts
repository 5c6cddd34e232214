import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

export type SavedView = {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly mine: boolean;
  readonly shared: boolean;
  readonly usual: boolean;
};
const MOST = 100;

/** The actor's saved filters and those lent to their unit; served by saved_view_account_idx and saved_view_unit_idx. */
export async function savedViews({ db, street, actor }: Work): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    select v.id, v.name, v.query, v.account = ${actor.account}::uuid as mine, v.unit is not null as shared, u.view is not null as usual
      from cases.saved_view v
      left join cases.usual_view u on u.street = v.street and u.account = ${actor.account}::uuid and u.view = v.id
     where v.street = ${street} and (v.account = ${actor.account}::uuid or v.unit = ${actor.unit})
     order by mine desc, v.name, v.id limit ${MOST}`.execute(db);
  return rows;
}

type Made = {
  readonly account: string;
  readonly name: string;
  readonly query: string;
  readonly unit: string | null;
};

export async function addSavedView(work: Work, { account, name, query, unit }: Made): Promise<SavedView> {
  const id = work.newId();
  await work.db
    .insertInto('cases.saved_view')
    .values({ street: work.street, id, account, name, query, unit, made_at: work.now })
    .execute();
  return { id, name, query, mine: true, shared: unit !== null, usual: false };
}

/** Deletes one of the actor's own filters; tells whether there was one. */
export async function dropSavedView({ db, street, actor }: Work, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('cases.saved_view')
    .where('street', '=', street)
    .where('id', '=', id)
    .where('account', '=', actor.account)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** The filter somebody's list opens with; null is none. */
export async function setUsual({ db, street }: Work, account: string, view: string | null): Promise<void> {
  await db
    .deleteFrom('cases.usual_view')
    .where('street', '=', street)
    .where('account', '=', account)
    .execute();
  if (view !== null) await db.insertInto('cases.usual_view').values({ street, account, view }).execute();
}
