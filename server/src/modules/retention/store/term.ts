import { sql } from 'kysely';
import { keepings, type KeepingId, type Term, type TermUnit } from '@fengqiao/contract/retention.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

export type TermRow = Term & {
  readonly kind: KeepingId;
  readonly version: number;
  readonly enabled: boolean;
  readonly since: Date | null;
  readonly requestedBy: string | null;
};

/** What holds now of each kind, in the order of the contract; where a street has no version yet, that of the product. By primary key. */
export async function currentTerms({ db, street }: Work): Promise<TermRow[]> {
  const { rows } = await sql<TermRow>`
    select distinct on (kind) kind, version, value, unit, enabled, since, requested_by as "requestedBy"
      from retention.term where street = ${street} order by kind, version desc`.execute(db);
  const known = new Map(rows.map((row) => [row.kind, row]));
  return keysOf(keepings).map(
    (kind) =>
      known.get(kind) ?? {
        kind,
        version: 1,
        ...keepings[kind].term,
        enabled: true,
        since: null,
        requestedBy: null,
      },
  );
}

export async function currentTerm(work: Work, kind: KeepingId): Promise<TermRow> {
  return (await currentTerms(work)).find((term) => term.kind === kind) ?? refuse('platform.not_found');
}

/** Writes the first versions where a street has none. */
export async function seedTerms({ db, street, now }: Work): Promise<void> {
  const kinds = keysOf(keepings);
  const terms = kinds.map((kind): Term => keepings[kind].term);
  await sql`
    insert into retention.term (street, kind, version, value, unit, enabled, since)
    select ${street}, t.kind, 1, t.value, t.unit, true, ${now}
      from unnest(${kinds}::text[], ${terms.map(({ value }) => value)}::int[], ${terms.map(({ unit }) => unit)}::text[]) as t(kind, value, unit)
     where not exists (select from retention.term k where k.street = ${street} and k.kind = t.kind)
    on conflict do nothing`.execute(db);
}

type NewTerm = Term & {
  readonly kind: KeepingId;
  readonly enabled: boolean;
  readonly requestedBy: string;
  readonly approvedBy: string;
};

/** The next version of a term, by two people. */
export async function insertTerm({ db, street, now }: Work, made: NewTerm): Promise<void> {
  const { kind, value, unit, enabled, requestedBy, approvedBy } = made;
  await sql`
    insert into retention.term (street, kind, version, value, unit, enabled, requested_by, approved_by, since)
    select ${street}, ${kind}, max(version) + 1, ${value}, ${unit}, ${enabled}, ${requestedBy}, ${approvedBy}, ${now}
      from retention.term where street = ${street} and kind = ${kind}`.execute(db);
}

export type ChangeRow = Term & {
  readonly id: string;
  readonly kind: KeepingId;
  readonly enabled: boolean;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly approved: boolean | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
};

const changes = ({ db, street }: Work) =>
  db
    .selectFrom('retention.term_change')
    .where('street', '=', street)
    .select([
      'id',
      'kind',
      'value',
      'unit',
      'enabled',
      'reason',
      'requested_by as requestedBy',
      'requested_at as requestedAt',
      'approved',
      'decided_at as decidedAt',
      'note',
    ])
    .$narrowType<{ kind: KeepingId; unit: TermUnit }>();

/** Those that wait, then the last that were decided. */
export const listedChanges = (work: Work): Promise<ChangeRow[]> =>
  changes(work)
    .orderBy(sql`decided_at is not null`)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();

export async function lockChange(work: Work, id: string): Promise<ChangeRow> {
  return (
    (await changes(work).where('id', '=', id).forUpdate().executeTakeFirst()) ?? refuse('platform.not_found')
  );
}

type NewChange = Pick<ChangeRow, 'id' | 'kind' | 'value' | 'unit' | 'enabled' | 'reason' | 'requestedBy'>;

/** False while another change of the same kind waits; by term_change_waiting_key. */
export async function insertChange({ db, street, now }: Work, made: NewChange): Promise<boolean> {
  const { requestedBy, ...asked } = made;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('retention.term_change')
    .values({ street, ...asked, requested_by: requestedBy, requested_at: now })
    .onConflict((on) => on.columns(['street', 'kind']).where('decided_at', 'is', null).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function saveDecided(
  { db, street, now, actor }: Work,
  id: string,
  { approved, note }: { readonly approved: boolean; readonly note: string },
): Promise<void> {
  await db
    .updateTable('retention.term_change')
    .set({ approved, note, decided_by: actor.account, decided_at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}
