import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { BLOCK, type CallOutcome } from '@fengqiao/contract/cases/callback-words.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import { slotOf } from '../domain/callback.ts';
import type { Period } from '../domain/figures.ts';

const SEED_BYTES = 16;

/**
 * Puts a closing into the running block of its unit and says whether it is the one of five that is drawn. The block is locked,
 * so that two closings never take one place; a full one is followed by a new one with a seed of its own.
 */
export async function drawCallback(work: Work, theCase: Case): Promise<boolean> {
  const { db, street, now } = work;
  const unit = theCase.lead ?? theCase.community ?? 'street';
  const { rows } = await sql<{ block: number; slot: number; closings: number }>`
    select block, slot, closings from cases.callback_block where street = ${street} and unit = ${unit} order by block desc limit 1 for update`.execute(
    db,
  );
  const last = rows[0];
  const open =
    last !== undefined && last.closings < BLOCK ? last : await openBlock(work, unit, (last?.block ?? 0) + 1);
  const place = open.closings + 1;
  const drawn = place === open.slot;
  await sql`update cases.callback_block set closings = ${place}
    where street = ${street} and unit = ${unit} and block = ${open.block}`.execute(db);
  await db
    .insertInto('cases.callback_frame')
    .values({
      street,
      unit,
      block: open.block,
      place,
      case_id: theCase.id,
      round: theCase.round,
      drawn,
      at: now,
    })
    .execute();
  return drawn;
}

async function openBlock({ db, street, now }: Work, unit: string, block: number) {
  const seed = randomBytes(SEED_BYTES).toString('hex');
  const slot = slotOf(seed);
  await db
    .insertInto('cases.callback_block')
    .values({ street, unit, block, seed, slot, closings: 0, opened_at: now })
    .execute();
  return { block, slot, closings: 0 };
}

export type Attempt = { readonly at: Date; readonly outcome: string; readonly next_at: Date | null };

/** The calls made for a drawn callback, oldest first; served by call_attempt_ask_idx. */
export function attemptsOf({ db, street }: Work, ask: string): Promise<Attempt[]> {
  return db
    .selectFrom('cases.call_attempt')
    .select(['at', 'outcome', 'next_at'])
    .where('street', '=', street)
    .where('ask', '=', ask)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Writes down a call. */
export async function addAttempt(
  { db, street, now, newId }: Work,
  ask: string,
  { outcome, by, next }: { outcome: CallOutcome; by: string; next: Date | null },
): Promise<void> {
  await db
    .insertInto('cases.call_attempt')
    .values({ street, id: newId(), ask, outcome, by, at: now, next_at: next })
    .execute();
}

/** The callback is tried again then. */
export async function putOffCallback({ db, street }: Work, ask: string, at: Date): Promise<void> {
  await db
    .updateTable('cases.ask')
    .set({ ask_at: at })
    .where('street', '=', street)
    .where('id', '=', ask)
    .execute();
}

/** Where in which block the closing that a callback asks about was drawn; null for those drawn before there were blocks. */
export async function placeOfDraw({ db, street }: Work, caseId: string, round: number) {
  const found = await db
    .selectFrom('cases.callback_frame')
    .select(['unit', 'block', 'place'])
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('round', '=', round)
    .where('drawn', '=', true)
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

export type BlockRow = {
  readonly unit: string;
  readonly block: number;
  readonly seed: string;
  readonly slot: number;
  readonly opened_at: Date;
  readonly closings: readonly {
    readonly place: number;
    readonly caseId: string;
    readonly no: string;
    readonly at: string;
    readonly drawn: boolean;
  }[];
};
export type BlockPlace = { readonly openedAt: Date; readonly unit: string };

/** Full blocks with their closings, newest first; one that still runs keeps its seed to itself. By the primary keys. */
export async function fullBlocks(
  { db, street }: Work,
  after: BlockPlace | null,
  limit: number,
): Promise<BlockRow[]> {
  const { rows } = await sql<BlockRow>`
    select b.unit, b.block, b.seed, b.slot, b.opened_at,
           (select json_agg(json_build_object('place', f.place, 'caseId', f.case_id, 'no', c.no, 'at', f.at, 'drawn', f.drawn) order by f.place)
              from cases.callback_frame f join cases."case" c on c.street = f.street and c.id = f.case_id
             where f.street = b.street and f.unit = b.unit and f.block = b.block) as closings
      from cases.callback_block b where b.street = ${street} and b.closings = ${BLOCK}
       and (${after === null} or (b.opened_at, b.unit) < (${after?.openedAt ?? null}::timestamptz, ${after?.unit ?? ''}))
     order by b.opened_at desc, b.unit desc limit ${limit}`.execute(db);
  return rows;
}

export type UnitRow = {
  readonly unit: string;
  readonly drawn: number;
  readonly ended: number;
  readonly answered: number;
  readonly solved: number;
};

/** What the callbacks of a period found, by the unit that led the case; by ask_answered_idx and, for those that wait, ask_callback_idx. */
export async function resultsByUnit({ db, street }: Work, { since, until }: Period): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`/* unnamed */
    with asked as (
      select k.case_id, k.answered_at, k.solved from cases.ask k
       where k.street = ${street} and k.kind = 'callback' and k.answered_at >= ${since} and k.answered_at < ${until}
      union all
      select k.case_id, null, null from cases.ask k
       where k.street = ${street} and k.kind = 'callback' and k.answered_at is null)
    select coalesce(c.lead, c.community, 'street') as unit, count(*)::int as drawn,
           count(*) filter (where a.answered_at is not null)::int as ended,
           count(*) filter (where a.solved is not null)::int as answered, count(*) filter (where a.solved)::int as solved
      from asked a join cases."case" c on c.street = ${street} and c.id = a.case_id
     group by 1 order by 1`.execute(db);
  return rows;
}

/** How the calls of a period ended; served by call_attempt_time_idx. */
export async function callsByOutcome({ db, street }: Work, { since, until }: Period) {
  const { rows } = await sql<{ outcome: string; count: number }>`
    select outcome, count(*)::int as count from cases.call_attempt
     where street = ${street} and at >= ${since} and at < ${until} group by outcome`.execute(db);
  return rows;
}
