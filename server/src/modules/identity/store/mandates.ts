import { sql } from 'kysely';
import type { MandateAct } from '@fengqiao/contract/mandate-acts.ts';
import type { Work } from '#platform/work.ts';
import type { Mandate, Side } from '../domain/mandate.ts';

const MOST = 100;

const select = ({ db, street }: Work) =>
  db
    .selectFrom('identity.mandate')
    .select([
      'id',
      'principal',
      'helper',
      'asked',
      'asked_contact as askedContact',
      'acts',
      'state',
      'evidence',
      'taken_unit as takenUnit',
      'made_at as madeAt',
      'until',
      'ended_at as endedAt',
      'ended_how as endedHow',
      'end_reason as endReason',
    ])
    .where('street', '=', street)
    .$narrowType<{
      acts: MandateAct[];
      asked: Side | null;
      state: Mandate['state'];
      endedHow: Mandate['endedHow'];
    }>();

/** One mandate, locked until the act ends. */
export async function lockMandate(work: Work, id: string): Promise<Mandate | null> {
  return (await select(work).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/** One mandate to look at. */
export async function mandateById(work: Work, id: string): Promise<Mandate | null> {
  return (await select(work).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Mandates of an account on either side and those its phone was asked for, newest first; served by the indexes of the sides. */
export function mandatesOf(work: Work, account: string, phoneIndex: Buffer | null): Promise<Mandate[]> {
  return select(work)
    .where((eb) =>
      eb.or([
        eb('principal', '=', account),
        eb('helper', '=', account),
        ...(phoneIndex === null
          ? []
          : [eb.and([eb('state', '=', 'asked'), eb('asked_index', '=', phoneIndex)])]),
      ]),
    )
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
}

/** The latest a unit entered at its window; served by mandate_unit_idx. */
export function mandatesOfUnit(work: Work, unit: string, most: number): Promise<Mandate[]> {
  return select(work)
    .where('taken_unit', '=', unit)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

/** Whether somebody was asked for this mandate by that phone. */
export async function isAskedBy({ db, street }: Work, id: string, phoneIndex: Buffer): Promise<boolean> {
  const row = await db
    .selectFrom('identity.mandate')
    .select('id')
    .where('street', '=', street)
    .where('id', '=', id)
    .where('asked_index', '=', phoneIndex)
    .executeTakeFirst();
  return row !== undefined;
}

type Counted = { readonly helpers: number; readonly helped: number; readonly between: number };

/** How many open mandates the two sides stand in, and whether there is one between them; asked questions count for who asked. */
export async function openAround(
  { db, street, now }: Work,
  { principal, helper }: { principal: string | null; helper: string | null },
): Promise<Counted> {
  const open = (side: 'principal' | 'helper', account: string | null) =>
    db
      .selectFrom('identity.mandate')
      .select(({ fn }) => fn.countAll<string>().as('n'))
      .where('street', '=', street)
      .where(side, '=', account)
      .where('state', 'in', ['asked', 'active'])
      .where('until', '>', now);
  const { helpers, helped, between } = await db
    .selectNoFrom([
      open('principal', principal).as('helpers'),
      open('helper', helper).as('helped'),
      open('principal', principal).where('helper', '=', helper).as('between'),
    ])
    .executeTakeFirstOrThrow();
  return { helpers: Number(helpers), helped: Number(helped), between: Number(between) };
}

export type NewMandate = Pick<
  Mandate,
  'id' | 'principal' | 'helper' | 'asked' | 'askedContact' | 'acts' | 'until'
> & {
  readonly askedIndex: Buffer | null;
  readonly evidence: string | null;
};

/** Writes a mandate: one that asks the other side, or one that holds at once because it was signed at a window. */
export async function insertMandate(work: Work, made: NewMandate): Promise<void> {
  const atWindow = made.asked === null;
  await work.db
    .insertInto('identity.mandate')
    .values({
      street: work.street,
      id: made.id,
      principal: made.principal,
      helper: made.helper,
      asked: made.asked,
      asked_contact: made.askedContact,
      asked_index: made.askedIndex,
      acts: [...made.acts],
      until: made.until,
      evidence: made.evidence,
      state: atWindow ? 'active' : 'asked',
      active_at: atWindow ? work.now : null,
      taken_by: atWindow ? work.actor.account : null,
      taken_unit: atWindow ? work.actor.unit : null,
      made_at: work.now,
    })
    .execute();
}

/** The side that was asked accepts: it holds from now on. */
export async function saveAccepted(work: Work, id: string, side: Side, account: string): Promise<void> {
  await work.db
    .updateTable('identity.mandate')
    .set({ [side]: account, state: 'active', active_at: work.now })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .execute();
}

export async function saveDeclined(work: Work, id: string): Promise<void> {
  await work.db
    .updateTable('identity.mandate')
    .set({ state: 'declined', ended_at: work.now, ended_by: work.actor.account })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .execute();
}

type Ending = { readonly how: NonNullable<Mandate['endedHow']>; readonly reason: string | null };

export async function saveMandateEnd(work: Work, id: string, { how, reason }: Ending): Promise<void> {
  await work.db
    .updateTable('identity.mandate')
    .set({
      state: 'ended',
      ended_at: work.now,
      ended_by: work.actor.account,
      ended_how: how,
      end_reason: reason,
    })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .execute();
}

/** Open mandates whose time may be over, locked; served by mandate_until_idx. */
export function openMandates(work: Work, askedBefore: Date, most: number): Promise<Mandate[]> {
  return select(work)
    .where((eb) =>
      eb.or([
        eb.and([eb('state', 'in', ['asked', 'active']), eb('until', '<=', work.now)]),
        eb.and([eb('state', '=', 'asked'), eb('made_at', '<=', askedBefore)]),
      ]),
    )
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function insertUse(work: Work, mandate: string, act: MandateAct, object: string): Promise<void> {
  await work.db
    .insertInto('identity.mandate_use')
    .values({ street: work.street, id: work.newId(), mandate, act, object, at: work.now })
    .execute();
}

/** What was done by some mandates lately, newest first; served by mandate_use_idx. */
export function usesOf(
  { db, street }: Work,
  mandates: readonly string[],
): Promise<{ mandate: string; act: MandateAct; at: Date }[]> {
  if (mandates.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('identity.mandate_use')
    .select(['mandate', 'act', 'at'])
    .where('street', '=', street)
    .where('mandate', 'in', mandates)
    .orderBy('at', 'desc')
    .limit(MOST)
    .$narrowType<{ act: MandateAct }>()
    .execute();
}

/** Whether a file is the signed form of a mandate that a unit entered; served by mandate_evidence_idx. */
export async function isEvidenceOf({ db, street }: Work, file: string, unit: string): Promise<boolean> {
  const row = await db
    .selectFrom('identity.mandate')
    .select('id')
    .where('street', '=', street)
    .where('evidence', '=', file)
    .where('taken_unit', '=', unit)
    .executeTakeFirst();
  return row !== undefined;
}

/** The people who may follow the reports of somebody now; served by mandate_pair_key. */
export async function followersOf({ db, street, now }: Work, principal: string): Promise<string[]> {
  const rows = await db
    .selectFrom('identity.mandate')
    .select('helper')
    .where('street', '=', street)
    .where('principal', '=', principal)
    .where('state', '=', 'active')
    .where('until', '>', now)
    .where((eb) => eb('acts', '@>', eb.val(['reports.follow'])))
    .execute();
  return rows.flatMap(({ helper }) => (helper === null ? [] : [helper]));
}

/** Where the phones of those who were asked are sealed; by primary key. */
export async function sealedAsked(
  { db, street }: Work,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly contact: string; readonly phone: Buffer | null }[]> {
  const { rows } = await sql<{ id: string; contact: string; phone: Buffer | null }>`
    select m.id, c.id as contact, c.phone_enc as phone from identity.mandate m
      join identity.contact c on c.street = m.street and c.id = m.asked_contact
     where m.street = ${street} and m.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}
