import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
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
  const { said, code } = await run('doctor');
  expect(said).toContain('✓ 数据库结构已是最新\n  the database is up to date');
  expect(said).toContain('✓ 没有搁置的后台事件');
  expect(code).toBe(0);
  const lost = await ended(start(['doctor'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }));
  expect([lost.code, lost.said.includes('✗ 数据库无法访问')]).toEqual([1, true]);
}, 60_000);

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
