import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accountOf } from '../domain/acting.ts';
import type { Case } from '../domain/case.ts';
import type { Whistle, WhistleCall } from './beside.ts';

type Given = {
  readonly kind: string;
  readonly caller: string;
  readonly units: readonly string[];
  readonly text: string;
  readonly answerBy: Date;
};

export async function addWhistle(work: Work, theCase: Case, given: Given): Promise<string> {
  const { street, now } = work;
  const id = work.newId();
  await work.db
    .insertInto('cases.whistle')
    .values({
      street,
      id,
      case_id: theCase.id,
      kind: given.kind,
      caller: given.caller,
      called_by: accountOf(work.actor),
      text: given.text,
      called_at: now,
      answer_by: given.answerBy,
    })
    .execute();
  await work.db
    .insertInto('cases.whistle_call')
    .values(given.units.map((unit) => ({ street, whistle: id, unit })))
    .execute();
  return id;
}

export async function lockWhistle({ db, street }: Work, id: string): Promise<Whistle> {
  const row = await db
    .selectFrom('cases.whistle')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

export const callsOf = ({ db, street }: Work, whistle: string): Promise<WhistleCall[]> =>
  db
    .selectFrom('cases.whistle_call')
    .selectAll()
    .where('street', '=', street)
    .where('whistle', '=', whistle)
    .orderBy('unit')
    .execute();

type Answered = { readonly attends: boolean; readonly text: string; readonly rating?: number | undefined };

/** A unit's answer and, once there, its rating of the caller. Whether it came is the caller's word once the whistle has ended. */
export async function answeredCall(
  { db, street, now, actor }: Work,
  call: WhistleCall,
  { attends, text, rating }: Answered,
  ended: boolean,
): Promise<void> {
  const first =
    call.answered_at === null
      ? {
          answered_at: now,
          answered_by: actor.account,
          answer: text,
          attended: ended ? call.attended : attends,
        }
      : {};
  await db
    .updateTable('cases.whistle_call')
    .set({ ...first, rating_back: rating ?? call.rating_back })
    .where('street', '=', street)
    .where('whistle', '=', call.whistle)
    .where('unit', '=', call.unit)
    .execute();
}

export async function ratedCall(
  { db, street }: Work,
  whistle: string,
  rated: { unit: string; attended: boolean; rating: number },
): Promise<void> {
  await db
    .updateTable('cases.whistle_call')
    .set({ attended: rated.attended, rating: rated.rating })
    .where('street', '=', street)
    .where('whistle', '=', whistle)
    .where('unit', '=', rated.unit)
    .execute();
}

export async function endedWhistle({ db, street, now }: Work, id: string, result: string): Promise<void> {
  await db
    .updateTable('cases.whistle')
    .set({ result, ended_at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}
