import { sql } from 'kysely';
import { dropFiles } from './files/drop.ts';
import { forgetParts } from './files/pieces.ts';
import type { Job } from './room.ts';
import type { Work } from './work.ts';

const BATCH = 500;
const HOUR = 3_600_000;
const before = (work: Work, hours: number) => new Date(work.now.getTime() - hours * HOUR);

/** What the platform forgets in time: kept answers after seven days, nonces and abandoned uploads after one. */
export const sweepers = (dataDir: string): readonly Job[] => [
  { name: 'platform.forget_answers', everySeconds: 600, act: forgetAnswers },
  { name: 'platform.forget_nonces', everySeconds: 3600, act: forgetNonces },
  { name: 'platform.forget_files', everySeconds: 900, act: (work) => forgetFiles(work, dataDir) },
  {
    name: 'platform.forget_parts',
    everySeconds: 3600,
    act: async ({ now }) => {
      await forgetParts(dataDir, now);
      return 0;
    },
  },
];

/** Served by idempotency_at_idx. */
async function forgetAnswers(work: Work): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from platform.idempotency where ctid = any(array(
      select ctid from platform.idempotency where at < ${before(work, 7 * 24)} and street = ${work.street} limit ${BATCH}))`.execute(
    work.db,
  );
  return Number(numAffectedRows);
}

/** Served by upload_nonce_made_idx. */
async function forgetNonces(work: Work): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from platform.upload_nonce where ctid = any(array(
      select ctid from platform.upload_nonce where street = ${work.street} and made_at < ${before(work, 24)} limit ${BATCH}))`.execute(
    work.db,
  );
  return Number(numAffectedRows);
}

const FILES_AT_ONCE = 50;

/** Uploads nothing referred to within a day; the content goes with its last row. Served by file_loose_idx and file_sha256_idx. */
async function forgetFiles(work: Work, dataDir: string): Promise<number> {
  const rows = await work.db
    .selectFrom('platform.file')
    .select(['id', 'sha256'])
    .where('street', '=', work.street)
    .where('attached', '=', false)
    .where('made_at', '<', before(work, 24))
    .orderBy('made_at')
    .limit(FILES_AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute();
  await dropFiles(work, rows, dataDir);
  return rows.length;
}
