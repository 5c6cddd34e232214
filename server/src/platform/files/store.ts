import { sql } from 'kysely';
import type { FileView } from '@fengqiao/contract/platform.ts';
import { newId } from '../ids.ts';
import { fromJson, toJson } from '../json.ts';
import { refuse } from '../refusal.ts';
import type { Work } from '../work.ts';
import type { Taken } from './exif.ts';

/** A stored file with what only the program may know of it: its owner, its likeness, where it was taken. */
export type FileRow = FileView & {
  readonly owner: string | null;
  readonly session: string | null;
  readonly phash: string | null;
  /** Its likeness with some of the rim cut off. */
  readonly cuts: readonly string[] | null;
  readonly taken: Taken;
  readonly attached: boolean;
  readonly madeAt: Date;
};

const columns = [
  'id',
  'owner',
  'session',
  'sha256',
  'media',
  'bytes',
  'width',
  'height',
  'phash',
  'cuts',
  'taken',
  'name',
  'attached',
  'fresh',
  'thumb',
  'made_at',
] as const;

/**
 * Ties files to what the caller is writing, once it is sure they are the actor's own: a resident's or staff member's by
 * account, a guest's loose ones by session. Gives them in the order asked. Refuses platform.file_unknown.
 */
export async function attachFiles(work: Work, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return [];
  const found = await filesById(work, ids, 'lock');
  const files = ids.map(
    (id) =>
      found.find((file) => file.id === id && isOwn(work, file)) ?? refuse('platform.file_unknown', { id }),
  );
  await work.db
    .updateTable('platform.file')
    .set({ attached: true })
    .where('street', '=', work.street)
    .where('id', 'in', [...ids])
    .execute();
  return files;
}

/** Whether the actor brought this file. All guests of a street share a session, so theirs is known only until it is attached. */
export function isOwn({ actor }: Work, file: Pick<FileRow, 'owner' | 'session' | 'attached'>): boolean {
  if (actor.kind === 'system') return true;
  if (actor.account !== null) return file.owner === actor.account;
  return file.owner === null && file.session === actor.session && !file.attached;
}

/** Files of the street by id, served by the primary key; unknown ones are left out. */
export async function filesById(
  { db, street }: Work,
  ids: readonly string[],
  how: 'look' | 'lock' = 'look',
): Promise<FileRow[]> {
  let query = db
    .selectFrom('platform.file')
    .select(columns)
    .where('street', '=', street)
    .where('id', 'in', [...ids]);
  if (how === 'lock') query = query.orderBy('id').forUpdate();
  const rows = await query.execute();
  return rows.map(({ made_at: madeAt, taken, ...row }) => ({
    ...row,
    madeAt,
    taken: fromJson<Taken>(taken),
  }));
}

/** What kind each of these files is, by its content; unknown ones are left out. By primary key. */
export async function mediaOf({ db, street }: Work, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('platform.file')
    .select(['id', 'media'])
    .where('street', '=', street)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, media }) => [id, media]));
}

/** The file that the actor sent under this address, if it is still there; served by file_given_idx. */
export async function fileGiven({ db, street, actor }: Work, sha256: string): Promise<FileView | null> {
  const file = await db
    .selectFrom('platform.file')
    .select(['id', 'media', 'bytes', 'width', 'height', 'name', 'sha256', 'fresh', 'thumb'])
    .where('street', '=', street)
    .where('owner', '=', actor.account)
    .where('given_sha256', '=', sha256)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return file ?? null;
}

export type NewFile = Pick<
  FileRow,
  'media' | 'bytes' | 'width' | 'height' | 'phash' | 'cuts' | 'name' | 'sha256' | 'thumb' | 'taken' | 'fresh'
> & {
  /** The hash of what was sent, where it came under that address; the hash of what is kept differs, since pictures are encoded anew. */
  readonly givenSha256?: string;
};

/** Notes a new loose file of the actor. */
export async function addFile({ db, street, actor, now }: Work, file: NewFile): Promise<FileView> {
  const id = newId(now);
  const { taken, phash, cuts, givenSha256 = null, ...view } = file;
  const whose = { street, owner: actor.account, session: actor.session, made_at: now };
  await db
    .insertInto('platform.file')
    .values({
      ...view,
      ...whose,
      id,
      phash,
      cuts: cuts === null ? null : [...cuts],
      taken: toJson(taken),
      given_sha256: givenSha256,
    })
    .execute();
  return { id, ...view };
}

/** Keeps the sweeper from removing some content while a new file of the same content is being noted, until the end of the transaction. */
export async function holdContent({ db }: Work, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`file|${sha256}`}, 0))`.execute(db);
}

const NONCE_MINUTES = 10;

export async function addNonce({ db, street, actor, now }: Work): Promise<{ nonce: string; endsAt: string }> {
  const nonce = newId(now);
  await db
    .insertInto('platform.upload_nonce')
    .values({ street, nonce, session: actor.session, made_at: now })
    .execute();
  return { nonce, endsAt: new Date(now.getTime() + NONCE_MINUTES * 60_000).toISOString() };
}

/** Uses a nonce up; false when it is unknown, too old, used before, or another session's. */
export async function spendNonce({ db, street, actor, now }: Work, nonce: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('platform.upload_nonce')
    .set({ used_at: now })
    .where('street', '=', street)
    .where('nonce', '=', nonce)
    .where('session', '=', actor.session)
    .where('used_at', 'is', null)
    .where('made_at', '>', new Date(now.getTime() - NONCE_MINUTES * 60_000))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
