import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readSettings } from '#platform/config.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { commands } from '../commands.ts';
import { findCommand, givenFor } from './given.ts';

const home = mkdtempSync(join(tmpdir(), 'fengqiao-grids-'));
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(home, { recursive: true });
});

async function run(...words: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const listening = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  const asked = findCommand(commands, words);
  if (asked === undefined) throw new Error('no such command');
  const { given, end } = givenFor(
    readSettings({ DATABASE_URL: database.url, DATA_DIR: home, LOG_LEVEL: 'silent' }),
    commands,
    asked,
  );
  try {
    return { code: await asked.command.run(given), said: said.join('\n') };
  } catch (error) {
    return { code: 1, said: error instanceof Error ? error.message : '' };
  } finally {
    await end();
    listening.mockRestore();
  }
}
const box = (unit: string, [west, south, east, north]: readonly [number, number, number, number]) => ({
  type: 'Feature',
  properties: { unit },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  },
});
const file = (name: string, features: unknown[]) => {
  const path = join(home, name);
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }));
  return path;
};

test('a new subdistrict draws its outline, then its communities; a gap is named and nothing is written', async () => {
  await run(
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
  const units = join(home, 'units.csv');
  writeFileSync(
    units,
    '代码,类型,上级,名称,英文名,简称\nc01,community,street,河西社区,Hexi,河西\nc02,community,street,河东社区,Hedong,河东\n',
  );
  await run('import', 'units', units);
  const outline = await run(
    'import',
    'grids',
    file('outline.json', [box('street', [120.1, 31.2, 120.12, 31.22])]),
    '--level',
    'street',
    '--crs',
    'cgcs2000',
  );
  expect([outline.code, outline.said]).toEqual([0, expect.stringContaining('1 boundaries, 0 errors')]);
  const gap = await run(
    'import',
    'grids',
    file('gap.json', [box('c01', [120.1, 31.2, 120.11, 31.22]), box('c02', [120.111, 31.2, 120.12, 31.22])]),
    '--level',
    'community',
  );
  expect([gap.code, gap.said]).toEqual([1, expect.stringMatching(/✗ street 内有 .*未写入/s)]);
  const whole = file('whole.json', [
    box('c01', [120.1, 31.2, 120.11, 31.22]),
    box('c02', [120.11, 31.2, 120.12, 31.22]),
  ]);
  expect((await run('import', 'grids', whole, '--level', 'community', '--dry-run')).said).toContain(
    'nothing written',
  );
  expect((await run('import', 'grids', whole, '--level', 'community')).code).toBe(0);
});

test('what was typed wrong is said, with what would be right', async () => {
  const text = join(home, 'text.json');
  writeFileSync(text, 'no json');
  expect((await run('import', 'grids', text, '--level', 'grid')).said).toContain('FeatureCollection');
  expect((await run('import', 'grids', text)).said).toContain('Name the level with --level');
  expect((await run('import', 'grids', text, '--level', 'grid', '--crs', 'BD09')).said).toContain(
    'there are WGS84, GCJ02, CGCS2000',
  );
});
