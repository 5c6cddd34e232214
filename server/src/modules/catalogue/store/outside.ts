import { sql } from 'kysely';
import type {
  OutsideOutcome,
  OutsideState,
  outsideWays,
  RefusalGround,
} from '@fengqiao/contract/catalogue/words.ts';
import type { Work } from '#platform/work.ts';
import type { Outside } from '../domain/outside.ts';

export type KeptOutside = Outside & {
  readonly id: string;
  readonly request: string;
  readonly through: keyof typeof outsideWays;
  readonly reference: string;
  readonly answeredOn: string;
  readonly file: string | null;
  readonly state: OutsideState;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly why: string | null;
};

const MOST = 20;

/** What came from outside for a request, newest first; served by outside_answer_request_idx. */
export const outsideOf = ({ db, street }: Work, request: string): Promise<KeptOutside[]> =>
  db
    .selectFrom('catalogue.outside_answer')
    .where('street', '=', street)
    .where('request', '=', request)
    .orderBy('id', 'desc')
    .limit(MOST)
    .select([
      'id',
      'request',
      'through',
      'reference',
      sql<string>`answered_on::text`.as('answeredOn'),
      'outcome',
      'fields',
      'ground',
      'said as text',
      'file',
      'state',
      'recorded_by as recordedBy',
      'recorded_at as recordedAt',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
      'why',
    ])
    .$narrowType<{
      through: KeptOutside['through'];
      outcome: OutsideOutcome;
      ground: RefusalGround | null;
      state: OutsideState;
    }>()
    .execute();

export async function insertOutside(
  { db, street, now }: Work,
  given: Omit<KeptOutside, 'state' | 'recordedAt' | 'decidedBy' | 'decidedAt' | 'why'>,
): Promise<void> {
  const { answeredOn, fields, text, recordedBy, ...rest } = given;
  await db
    .insertInto('catalogue.outside_answer')
    .values({
      ...rest,
      street,
      fields: [...fields],
      said: text,
      answered_on: sql<Date>`${answeredOn}::date`,
      state: 'recorded',
      recorded_by: recordedBy,
      recorded_at: now,
    })
    .execute();
}

export async function saveDecided(
  { db, street, now }: Work,
  { id, state, by, why }: { id: string; state: 'confirmed' | 'rejected'; by: string; why: string | null },
): Promise<void> {
  await db
    .updateTable('catalogue.outside_answer')
    .set({ state, decided_by: by, decided_at: now, why })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** Whether a file hangs at an answer of a request that the reader may see; served by outside_answer_file_idx. */
export async function mayReadOutsideFile({ db, street }: Work, file: string): Promise<boolean> {
  const found = await db
    .selectFrom('catalogue.outside_answer')
    .where('street', '=', street)
    .where('file', '=', file)
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
