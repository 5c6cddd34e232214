import { sql } from 'kysely';
import { nationalHotline } from '@fengqiao/contract/hotline.ts';
import type { Db, Tx } from './db.ts';
import { newId } from './ids.ts';
import type { Work } from './work.ts';

export type NewStreet = {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Two to four capital letters before its case numbers. */
  readonly prefix: string;
  /** IANA name of its time zone; China's unless told. */
  readonly zone?: string;
  readonly now: Date;
};

/** Makes a subdistrict and the two sessions in its name: `guest` for people without an account, `system` for the engine. */
export async function createStreet(
  db: Db | Tx,
  { id, nameZh, nameEn, prefix, zone, now }: NewStreet,
): Promise<void> {
  await db
    .insertInto('platform.street')
    .values({
      id,
      name_zh: nameZh,
      name_en: nameEn,
      prefix,
      ...(zone === undefined ? {} : { zone }),
      made_at: now,
    })
    .execute();
  const service = { street: id, made_at: now, seen_at: now, ends_at: 'infinity' };
  await db
    .insertInto('identity.session')
    .values([
      { ...service, id: newId(now), kind: 'guest', name: '访客', wide: false },
      { ...service, id: newId(now), kind: 'system', name: '系统', wide: true, level: 2 },
    ])
    .execute();
}

/** Every subdistrict of the deployment, by key. */
export async function streetIds(db: Db | Tx): Promise<string[]> {
  const rows = await db.selectFrom('platform.street').select('id').orderBy('id').execute();
  return rows.map((row) => row.id);
}

/** Where to phone when it cannot wait. */
export async function hotlineOf({ db, street }: Work): Promise<string> {
  const { rows } = await sql<{
    hotline: string | null;
  }>`select settings ->> 'hotline' as hotline from platform.street where id = ${street}`.execute(db);
  return rows[0]?.hotline ?? nationalHotline;
}
