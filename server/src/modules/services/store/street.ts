import { sql } from 'kysely';
import { nationalHotline } from '@fengqiao/contract/hotline.ts';
import type { Work } from '#platform/work.ts';

/** The number of the street's hotline; by primary key. */
export async function hotlineOf({ db, street }: Work): Promise<string> {
  const row = await db
    .selectFrom('platform.street')
    .select(sql<string | null>`settings ->> 'hotline'`.as('hotline'))
    .where('id', '=', street)
    .executeTakeFirst();
  return row?.hotline ?? nationalHotline;
}
