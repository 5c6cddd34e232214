import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepContact } from '#modules/identity';
import { readSettings } from '#platform/config.ts';
import { buildPlatform } from '#platform/platform.ts';
import { createStreet } from '#platform/street.ts';
import { withWork } from '#platform/work.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { rooms } from '../app.ts';
import type { Command } from './command.ts';
import { findCommand } from './given.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'fengqiao-cli-'));
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(home, { recursive: true });
});

const start = (words: readonly string[], env: Record<string, string> = {}) =>
  spawn(process.execPath, [main, ...words], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      DATA_DIR: home,
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...env,
    },
  });

type Ended = { readonly code: number | null; readonly said: string };

function ended(child: ReturnType<typeof start>): Promise<Ended> {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

const run = (...words: string[]) => ended(start(words));

/** The first thing a running program says that fits. */
const heard = (child: ReturnType<typeof start>, pattern: RegExp) =>
  new Promise<string>((resolve) =>
    child.stdout.on('data', (text: string) => {
      const found = pattern.exec(text);
      if (found !== null) resolve(found[0]);
    }),
  );

test.each(['/proc/nowhere', '/dev/null/nowhere'])(
  'says what to do about a data folder that cannot be: %s',
  async (folder) => {
    const { code, said } = await ended(start(['serve'], { DATA_DIR: folder, DATABASE_URL: '' }));
    expect(code).toBe(1);
    expect(said).toContain('数据目录不可用');
    expect(said).toContain('set DATA_DIR');
    expect(said).not.toContain('at ');
  },
);

test('a new subdistrict begins with two administrators, each with a password for once', async () => {
  const made = await run(
    'install',
    'hexi',
    '--name',
    '河西街道',
    '--name-en',
    'Hexi Subdistrict',
    '--prefix',
    'HX',
    '--admins',
    'zhang:张三,li:李四',
  );
  expect(made.said).toMatch(/zhang {2}(\w{4}-){3}\w{4}\n.*li {2}(\w{4}-){3}\w{4}/s);
  expect(made.code).toBe(0);
  const table = join(home, 'units.csv');
  writeFileSync(
    table,
    '代码,类型,上级,名称,英文名,简称\nc01,community,street,河西社区,Hexi community,河西\n',
  );
  const tried = await run('import', 'units', table, '--dry-run');
  expect([tried.code, /新增 1.*未写入/.test(tried.said)]).toEqual([0, true]);
  expect((await run('import', 'units', table)).said).toContain('1 added');
}, 60_000);

test('the doctor says in both languages what is well and what is not', async () => {
  const bare = await run('doctor');
  expect([bare.code, bare.said.includes('未备案，不得对外服务')]).toEqual([1, true]);
  const filed = {
    FILING_NO: '浙ICP备00000000号',
    FILING_AUTHORITY: '区数据局',
    FILING_DATE: '2026-09-01',
    FILING_VERSION: '0.1.0',
    FILING_OWNER: '区社会工作部',
  };
  const { said, code } = await ended(start(['doctor'], filed));
  expect(said).toContain('✓ 数据库结构已是最新\n  the database is up to date');
  expect(said).toContain('✓ 没有搁置的后台事件');
  expect(code).toBe(0);
  const lost = await ended(start(['doctor'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }));
  expect([lost.code, lost.said.includes('✗ 127.0.0.1:1 上没有数据库应答')]).toEqual([1, true]);
}, 60_000);

test('whoever cannot reach the database is told what to look at, without a stack and without the password', async () => {
  const other = (change: (url: URL) => void) => {
    const url = new URL(database.url);
    change(url);
    return ended(start(['migrate'], { DATABASE_URL: url.href }));
  };
  const nowhere = await other((url) => (url.pathname = '/none'));
  expect(nowhere).toEqual({
    code: 1,
    said: expect.stringContaining('There is no database none: create it first'),
  });
  const stranger = await other((url) => {
    url.username = 'stranger';
    url.password = 'very-secret';
  });
  expect(stranger).toEqual({ code: 1, said: expect.stringContaining('does not let stranger in') });
  expect(nowhere.said + stranger.said).not.toMatch(/very-secret|at .*\.ts:/);
}, 60_000);

test('a taken port is said in plain words by the server and by the doctor, and nothing is left running', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const PORT = String(new URL(`http://${addressOf(other)}`).port);
  const refused = await ended(start(['serve'], { PORT }));
  expect(refused).toEqual({ code: 1, said: expect.stringContaining('is taken by another program') });
  const seen = await ended(start(['doctor'], { PORT }));
  expect([seen.code, seen.said.includes(`✗ 端口 127.0.0.1:${PORT} 已被其他程序占用`)]).toEqual([1, true]);
  other.close();
}, 60_000);

test('a server with another master key does not start, and the doctor says which key is needed', async () => {
  const street = await createTestDatabase();
  const DATABASE_URL = street.url;
  const [right, wrong] = [7, 8].map((byte) => Buffer.alloc(32, byte).toString('base64'));
  await seal(DATABASE_URL, right ?? '');
  const seen = await ended(start(['doctor'], { DATABASE_URL, MASTER_KEY: right ?? '' }));
  expect(seen.said).toContain('✓ 主密钥与库中数据相符');
  for (const command of ['doctor', 'serve']) {
    const { code, said } = await ended(start([command], { DATABASE_URL, MASTER_KEY: wrong ?? '' }));
    expect([code, said.includes('set the MASTER_KEY used until now')]).toEqual([1, true]);
  }
  await street.drop();
}, 60_000);

function addressOf(server: Server): string {
  const at = server.address();
  return typeof at === 'object' && at !== null ? `${at.address}:${at.port}` : '';
}

/** A deployment in which somebody has left a phone. */
async function seal(url: string, key: string): Promise<void> {
  const settings = readSettings({ DATABASE_URL: url, MASTER_KEY: key, DATA_DIR: home, LOG_LEVEL: 'silent' });
  const platform = await buildPlatform({ settings, url, rooms });
  const now = new Date();
  await createStreet(platform.db, { id: 'hedong', nameZh: '河东街道', nameEn: 'Hedong', prefix: 'HD', now });
  await withWork(platform, { service: 'system', street: 'hedong' }, now, 'write', (work) =>
    keepContact(work, { phone: '19900001234' }),
  );
  await platform.close();
}

test('a database that went ahead of the program, or lags behind it, is told apart', async () => {
  const other = await createTestDatabase();
  const ask = (statement: string) => onDatabase(other.url, statement);
  const look = () => ended(start(['doctor'], { DATABASE_URL: other.url }));
  await ask("insert into public.fengqiao_migration (name, sha256) values ('9999-later.sql', '')");
  expect((await look()).said).toContain('✗ 数据库结构比程序新（9999-later.sql）');
  await ask("delete from public.fengqiao_migration where name >= '0010'");
  await ask("delete from public.fengqiao_migration where name = '9999-later.sql'");
  expect((await look()).said).toMatch(/! 有 \d+ 个结构升级未执行/);
  await other.drop();
}, 60_000);

async function onDatabase(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

test('a calendar with a mistake is refused by its line', async () => {
  const file = join(home, '2027.csv');
  writeFileSync(file, 'date,name,off|work\n2027-01-01,元旦,off\n2027-01-01,元旦,off\n');
  const { said, code } = await run('calendar', 'import', file);
  expect([code, said.includes('同一日期出现两次'), said.includes('"row":3')]).toEqual([1, true, true]);
});

test('the server starts, serves, and stops cleanly when told', async () => {
  const child = start(['serve', '--web']);
  const end = ended(child);
  const address = await heard(child, /http:\/\/127\.0\.0\.1:\d+/);
  expect(await (await fetch(`${address}/api/health`)).json()).toMatchObject({ ok: true });
  child.kill('SIGTERM');
  expect(await end).toMatchObject({ code: 0 });
});

test('what cannot be understood is answered with the list of commands', async () => {
  const { code, said } = await run('make', 'coffee');
  expect([code, said.includes('serve'), said.includes('DATABASE_URL')]).toEqual([2, true, true]);
  const wrong = await ended(start(['migrate'], { PORT: 'eighty' }));
  expect([wrong.code, wrong.said.includes('PORT must be a whole number')]).toEqual([1, true]);
  const misspelt = await run('import', 'units', 'x.csv', '--dryrun');
  expect([misspelt.code, misspelt.said.includes('--dryrun is not understood')]).toEqual([2, true]);
  const asked = await run('serve', '--help');
  expect([asked.code, asked.said.includes('fengqiao serve [--web] [--clocks]')]).toEqual([0, true]);
}, 60_000);

describe('reading what was typed', () => {
  const command = (name: string): Command => ({
    name,
    takes: '',
    says: { zh: '', en: '' },
    run: async () => 0,
  });
  const commands = [command('parked'), command('parked retry'), command('import cases')];
  const read = (...argv: string[]) => {
    const asked = findCommand(commands, argv);
    return asked && [asked.command.name, asked.words, Object.fromEntries(asked.flags)];
  };

  test('the longest name that fits is meant', () => {
    expect(read('parked', 'retry')).toEqual(['parked retry', [], {}]);
    expect(read('parked')).toEqual(['parked', [], {}]);
    expect(read('import', 'cases', 'a.csv', '--street', 'hexi', '--dry-run')).toEqual([
      'import cases',
      ['a.csv'],
      { street: 'hexi', 'dry-run': '' },
    ]);
    expect(read('brew')).toBeUndefined();
  });
});
