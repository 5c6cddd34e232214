import { refuse } from '#platform/refusal.ts';
import { accountOf } from '../domain/acting.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import type { Consultation, Opinion } from './beside.ts';

type Opened = {
  readonly question: string;
  readonly lead: string;
  readonly co: readonly string[];
  readonly closesAt: Date;
};

/** Opens a consultation and waits for one opinion of every unit asked; there is one at a time per case. */
export async function insertConsultation(
  work: Work,
  theCase: Case,
  { question, lead, co, closesAt }: Opened,
): Promise<string> {
  const { db, street, now } = work;
  const id = work.newId();
  await db
    .insertInto('cases.consultation')
    .values({
      street,
      id,
      case_id: theCase.id,
      round: theCase.round,
      question,
      proposed_lead: lead,
      proposed_co: [...co],
      opened_by: accountOf(work.actor),
      opened_at: now,
      closes_at: closesAt,
    })
    .execute();
  await db
    .insertInto('cases.opinion')
    .values([lead, ...co].map((unit) => ({ street, consultation: id, unit, stance: 'waiting' })))
    .execute();
  return id;
}

/** A consultation with its opinions; 404 outside the street. Lock the case before `locked` is asked for. */
export async function consultationOf(
  { db, street }: Work,
  id: string,
  locked = false,
): Promise<{ consultation: Consultation; opinions: Opinion[] }> {
  const consultation = await db
    .selectFrom('cases.consultation')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .$if(locked, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!consultation) refuse('platform.not_found');
  return { consultation, opinions: await opinionsOf({ db, street }, [id]) };
}

async function opinionsOf(
  { db, street }: Pick<Work, 'db' | 'street'>,
  ids: readonly string[],
): Promise<Opinion[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('cases.opinion')
    .selectAll()
    .where('street', '=', street)
    .where('consultation', 'in', [...ids])
    .orderBy('unit')
    .execute();
}

type Said = {
  readonly stance: 'consents' | 'objects';
  readonly betterLead: string | null;
  readonly clause: string | null;
  readonly text: string | null;
};

/** What a unit answered. */
export async function saveOpinion(
  { db, street, now, actor }: Work,
  id: string,
  unit: string,
  { stance, betterLead, clause, text }: Said,
): Promise<void> {
  await db
    .updateTable('cases.opinion')
    .set({ stance, better_lead: betterLead, clause, text, by: actor.account, at: now })
    .where('street', '=', street)
    .where('consultation', '=', id)
    .where('unit', '=', unit)
    .execute();
}

/** Units that did not answer in time are written down as silent, which counts as consent; returns which. */
export async function silence({ db, street, now }: Work, id: string): Promise<string[]> {
  const rows = await db
    .updateTable('cases.opinion')
    .set({ stance: 'silent', at: now })
    .where('street', '=', street)
    .where('consultation', '=', id)
    .where('stance', '=', 'waiting')
    .returning('unit')
    .execute();
  return rows.map((row) => row.unit);
}

export async function endConsultation(
  { db, street, now }: Work,
  id: string,
  state: 'agreed' | 'failed',
): Promise<void> {
  await db
    .updateTable('cases.consultation')
    .set({ state, ended_at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** Consultations whose time is over, served by consultation_due_idx; those of a merged case wait, since a merge can be undone. */
export function consultationsOver(
  { db, street, now }: Work,
  limit: number,
): Promise<{ id: string; case_id: string }[]> {
  return db
    .selectFrom('cases.consultation as k')
    .innerJoin('cases.case as c', (join) =>
      join.onRef('c.street', '=', 'k.street').onRef('c.id', '=', 'k.case_id'),
    )
    .select(['k.id', 'k.case_id'])
    .where('k.street', '=', street)
    .where('k.state', '=', 'open')
    .where('k.closes_at', '<=', now)
    .where('c.state', '<>', 'merged')
    .orderBy('k.closes_at')
    .limit(limit)
    .execute();
}

/** True when the last consultation of this round ended without agreement; served by consultation_case_idx. */
export async function hasFailed({ db, street }: Work, theCase: Case): Promise<boolean> {
  const last = await db
    .selectFrom('cases.consultation')
    .select('state')
    .where('street', '=', street)
    .where('case_id', '=', theCase.id)
    .where('round', '=', theCase.round)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.state === 'failed';
}

type Page = { readonly after: string | null; readonly limit: number };

/** Consultations that ask the actor's units or, for those who see the street, all of them; newest first. */
export async function consultationsFor(work: Work, { after, limit }: Page, state: string | undefined) {
  const { db, street, actor } = work;
  const units = actor.units.length === 0 ? ['-'] : [...actor.units];
  const rows = await db
    .selectFrom('cases.consultation as k')
    .innerJoin('cases.case as c', (join) =>
      join.onRef('c.street', '=', 'k.street').onRef('c.id', '=', 'k.case_id'),
    )
    .selectAll('k')
    .select(['c.no', 'c.title'])
    .where('k.street', '=', street)
    .where((eb) =>
      actor.wide
        ? eb.lit(true)
        : eb.exists(
            eb
              .selectFrom('cases.opinion as o')
              .select('o.unit')
              .where('o.street', '=', street)
              .whereRef('o.consultation', '=', 'k.id')
              .where('o.unit', 'in', units),
          ),
    )
    .$if(state !== undefined, (query) => query.where('k.state', '=', state ?? ''))
    .$if(after !== null, (query) => query.where('k.id', '<', after ?? ''))
    .orderBy('k.id', 'desc')
    .limit(limit)
    .execute();
  return {
    rows,
    opinions: await opinionsOf(
      work,
      rows.map((row) => row.id),
    ),
  };
}
