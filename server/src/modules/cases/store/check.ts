import type { Selectable } from 'kysely';
import type { CheckMethod } from '@fengqiao/contract/cases/words.ts';
import type { CasesFieldCheck } from '#platform/db.gen.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';

export type FieldCheck = Selectable<CasesFieldCheck>;
type Result = { readonly method: CheckMethod; readonly passed: boolean; readonly note: string };

/** Writes a check that was made. */
export async function addCheck(
  work: Work,
  theCase: Case,
  result: Result & { readonly sample: boolean },
): Promise<void> {
  await work.db
    .insertInto('cases.field_check')
    .values({
      street: work.street,
      id: work.newId(),
      case_id: theCase.id,
      round: theCase.round,
      drawn_at: work.now,
      checker: work.actor.account,
      unit: work.actor.unit,
      at: work.now,
      ...result,
    })
    .execute();
}

/** All checks of a case, oldest first; served by field_check_case_idx. */
export function checksOf({ db, street }: Work, caseId: string): Promise<FieldCheck[]> {
  return db
    .selectFrom('cases.field_check')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .orderBy('drawn_at')
    .orderBy('id')
    .execute();
}

/** True when an independent check of this round has passed and none failed after it. */
export async function hasPassed(work: Work, theCase: Case): Promise<boolean> {
  const made = (await checksOf(work, theCase.id)).filter(
    (check) => check.round === theCase.round && !check.sample && check.at !== null,
  );
  return made.at(-1)?.passed === true;
}

/** Draws closed cases at random that nobody has sampled yet; people do not choose what is looked at. */
export async function drawSample(work: Work, count: number): Promise<number> {
  const { db, street, now } = work;
  const drawn = await db
    .selectFrom('cases.case as c')
    .select(['c.id', 'c.round'])
    .where('c.street', '=', street)
    .where('c.state', '=', 'closed')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('cases.field_check as f')
            .select('f.id')
            .whereRef('f.case_id', '=', 'c.id')
            .where('f.street', '=', street)
            .where('f.sample', '=', true)
            .whereRef('f.round', '=', 'c.round'),
        ),
      ),
    )
    .orderBy((eb) => eb.fn('random'))
    .limit(count)
    .execute();
  if (drawn.length === 0) return 0;
  await db
    .insertInto('cases.field_check')
    .values(
      drawn.map((one) => ({
        street,
        id: work.newId(),
        case_id: one.id,
        round: one.round,
        sample: true,
        drawn_at: now,
      })),
    )
    .execute();
  return drawn.length;
}

/** A drawn check that is still to be made, locked. */
export async function lockDrawn({ db, street }: Work, id: string): Promise<FieldCheck> {
  const row = await db
    .selectFrom('cases.field_check')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .where('at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

/** The result of a drawn check. */
export async function resultOfDrawn(
  { db, street, now, actor }: Work,
  id: string,
  result: Result,
): Promise<void> {
  await db
    .updateTable('cases.field_check')
    .set({ ...result, checker: actor.account, unit: actor.unit, at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}
