import type { NotNull } from 'kysely';
import { refuse } from '#platform/refusal.ts';
import { unawaited } from '#platform/pipeline.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import type { Supervision } from './beside.ts';

const ROOT = 'street';

type Given = {
  readonly level: 1 | 2 | 3 | 4;
  readonly unit: string;
  readonly kind: 'reminder' | 'notice' | 'order';
  readonly text: string;
  readonly clock: string | null;
  readonly byLadder?: boolean;
};

/** Writes a reminder, notice or order; the ladder's own have nobody's name under them. */
export async function addSupervision(
  work: Work,
  theCase: Case,
  { level, unit, kind, text, clock, byLadder = false }: Given,
): Promise<string> {
  const id = work.newId();
  await unawaited(
    work.db,
    work.db.insertInto('cases.supervision').values({
      street: work.street,
      id,
      case_id: theCase.id,
      clock,
      level,
      unit,
      kind,
      text,
      by: byLadder ? null : work.actor.account,
      at: work.now,
    }),
  );
  return id;
}

/** Where most of the district's supervisors sit now, which is who is told at level 4; the root of the tree where there are none. */
export async function districtSeat({ db, street, now }: Work): Promise<string> {
  const seat = await db
    .selectFrom('identity.v_post')
    .select('unit')
    .where('street', '=', street)
    .where('role', '=', 'district')
    .where('valid_from', '<=', now)
    .where('valid_to', '>', now)
    .groupBy('unit')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('unit')
    .$narrowType<{ unit: NotNull }>()
    .executeTakeFirst();
  return seat?.unit ?? ROOT;
}

export async function lockSupervision({ db, street }: Work, id: string): Promise<Supervision> {
  const row = await db
    .selectFrom('cases.supervision')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

export async function answeredSupervision(
  { db, street, now, actor }: Work,
  id: string,
  answer: string,
): Promise<void> {
  await db
    .updateTable('cases.supervision')
    .set({ answered_by: actor.account, answered_at: now, answer })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** Orders, notices and reminders for the actor's units or, for the centre, of the street; newest first. */
export function supervisionsFor(
  { db, street, actor }: Work,
  { after, limit }: { after: string | null; limit: number },
  open?: boolean,
) {
  return db
    .selectFrom('cases.supervision as s')
    .innerJoin('cases.case as c', (join) =>
      join.onRef('c.street', '=', 's.street').onRef('c.id', '=', 's.case_id'),
    )
    .selectAll('s')
    .select(['c.no', 'c.title'])
    .where('s.street', '=', street)
    .where((eb) =>
      actor.wide ? eb.lit(true) : eb('s.unit', 'in', actor.units.length === 0 ? ['-'] : [...actor.units]),
    )
    .$if(open === true, (query) => query.where('s.kind', '=', 'order').where('s.answered_at', 'is', null))
    .$if(open === false, (query) => query.where('s.answered_at', 'is not', null))
    .$if(after !== null, (query) => query.where('s.id', '<', after ?? ''))
    .orderBy('s.id', 'desc')
    .limit(limit)
    .execute();
}
