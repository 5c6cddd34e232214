// Writes server/src/platform/db.gen.ts from a freshly migrated database; with --check it only compares.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, stopTestServer } from '../server/test/database.ts';

const file = fileURLToPath(new URL('../server/src/platform/db.gen.ts', import.meta.url));
const generator = fileURLToPath(new URL('../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url));
const check = process.argv.includes('--check');

const database = await createTestDatabase();
try {
  const options = [
    ['--dialect', 'postgres'],
    ['--url', 'env(DB_TYPES_URL)'],
    ['--out-file', file],
    // As platform/db.ts reads them: counts and amounts of this product fit a number.
    ['--type-mapping', JSON.stringify({ int8: 'number', numeric: 'number' })],
    ['--exclude-pattern', 'public.*'],
    ...(check ? [['--verify']] : []),
  ].flat();
  const env = { ...process.env, DB_TYPES_URL: database.url };
  const done = spawnSync(process.execPath, [generator, ...options], { encoding: 'utf8', env });
  if (done.status !== 0) {
    const hint = check ? 'db.gen.ts does not match the migrations; run npm run db:types.\n' : '';
    process.stderr.write(`${hint}${done.stdout}${done.stderr}`);
    process.exitCode = 1;
  }
} finally {
  await database.drop();
  await stopTestServer();
}
