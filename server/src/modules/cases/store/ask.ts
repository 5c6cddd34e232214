import type { Selectable } from 'kysely';
import type { CasesAsk } from '#platform/db.gen.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import { drawOf, LATER_SHARE, laterAt, windowEnd } from '../domain/satisfaction.ts';
import { drawCallback } from './callback.ts';

export type Ask = Selectable<CasesAsk>;

/** Asks every reporter of a closed case at once; a sample drawn by the system again after four weeks, or by a call. */
export async function addAsks(work: Work, theCase: Case): Promise<void> {
  const { db, street, now } = work;
  const reports = await db
    .selectFrom('cases.report')
    .select(['id', 'channel', 'account', 'contact'])
    .where('street', '=', street)
    .where('case_id', '=', theCase.id)
    .where('state', '=', 'open')
    .execute();
  const later = drawOf(theCase.id, `later${theCase.round}`) < LATER_SHARE;
  const asked = reports.filter((report) => !['field', 'sensor', 'import'].includes(report.channel));
  const reachable = ({ contact, account, channel }: (typeof reports)[number]) =>
    contact !== null || (account !== null && channel === 'resident');
  // Only who can be rung up stands among those of whom one is drawn.
  const callback = asked.some(reachable) && (await drawCallback(work, theCase));
  const rows = asked.flatMap((report) => {
    const base = { street, case_id: theCase.id, report: report.id, round: theCase.round };
    return [
      { ...base, id: work.newId(), kind: 'now', ask_at: now, ends_at: windowEnd(now) },
      ...(later
        ? [
            {
              ...base,
              id: work.newId(),
              kind: 'later',
              ask_at: laterAt(now),
              ends_at: windowEnd(laterAt(now)),
            },
          ]
        : []),
      ...(callback && reachable(report)
        ? [{ ...base, id: work.newId(), kind: 'callback', ask_at: now, ends_at: null }]
        : []),
    ];
  });
  if (rows.length > 0) await db.insertInto('cases.ask').values(rows).execute();
}

/** The question a reporter can answer now, or undefined: the latest, and the later one counts once it is due. */
export function openAsk({ db, street, now }: Work, reportId: string): Promise<Ask | undefined> {
  return db
    .selectFrom('cases.ask')
    .selectAll()
    .where('street', '=', street)
    .where('report', '=', reportId)
    .where('kind', '<>', 'callback')
    .where('answered_at', 'is', null)
    .where('ask_at', '<=', now)
    .orderBy('round', 'desc')
    .orderBy('ask_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

/** A drawn callback. */
export function findCallback({ db, street }: Work, id: string): Promise<Ask | undefined> {
  return db
    .selectFrom('cases.ask')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .where('kind', '=', 'callback')
    .executeTakeFirst();
}

/** A drawn callback that waits, locked. */
export async function lockCallback({ db, street }: Work, id: string): Promise<Ask> {
  const row = await db
    .selectFrom('cases.ask')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .where('kind', '=', 'callback')
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

export type Answer = {
  readonly solved: boolean | null;
  readonly score?: number | undefined;
  readonly reasons?: readonly string[] | undefined;
  readonly text?: string | undefined;
  readonly mayCall?: boolean | undefined;
  readonly reached?: boolean | undefined;
};

/** Writes an answer. */
export async function answerAsk({ db, street, now, actor }: Work, id: string, answer: Answer): Promise<void> {
  await db
    .updateTable('cases.ask')
    .set({
      asked: true,
      answered_at: now,
      solved: answer.solved,
      score: answer.score ?? null,
      reasons: [...(answer.reasons ?? [])],
      text: answer.text ?? null,
      may_call: answer.mayCall ?? null,
      reached: answer.reached ?? null,
      caller: actor.kind === 'staff' ? actor.account : null,
    })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** Questions whose time has come; marked asked so that each goes out once. Served by ask_due_idx. */
export async function takeDueAsks({ db, street, now }: Work, limit: number): Promise<Ask[]> {
  const due = await db
    .selectFrom('cases.ask')
    .selectAll()
    .where('street', '=', street)
    .where('asked', '=', false)
    .where('kind', '<>', 'callback')
    .where('ask_at', '<=', now)
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  if (due.length > 0)
    await db
      .updateTable('cases.ask')
      .set({ asked: true })
      .where('street', '=', street)
      .where(
        'id',
        'in',
        due.map((ask) => ask.id),
      )
      .execute();
  return due;
}

/** What all reporters of a case last said about this round. */
export async function answersOf({ db, street }: Work, theCase: Case): Promise<(boolean | null)[]> {
  const rows = await db
    .selectFrom('cases.ask')
    .select('solved')
    .where('street', '=', street)
    .where('case_id', '=', theCase.id)
    .where('round', '=', theCase.round)
    .where('answered_at', 'is not', null)
    .execute();
  return rows.map((row) => row.solved);
}
