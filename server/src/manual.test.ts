import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { options } from '#platform/config-options.ts';

const read = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), 'utf8');
const [english, chinese] = [read('operations.md'), read('operations.zh-CN.md')];

/** What an operator types: commands and names of settings, wherever they stand in the text. */
const typed = (text: string): string[] =>
  [
    ...new Set([
      ...[...text.matchAll(/(?:npx fengqiao|npm run) (?:-- )?[a-z]+(?: [a-z]+)?/g)].map(([found]) => found),
      ...[...text.matchAll(/`([A-Z][A-Z\d]*(?:_[A-Z\d]+)+|PORT|HOST|DEMO)\b/g)].map(
        ([, found = '']) => found,
      ),
    ]),
  ].toSorted();

test('both manuals tell of the same commands and settings', () => {
  expect(typed(chinese)).toEqual(typed(english));
  expect(typed(english).length).toBeGreaterThan(50);
});

test('every setting there is stands in the manual', () => {
  const known = typed(english);
  expect(Object.keys(options).filter((name) => !known.includes(name))).toEqual([]);
});

test('both have the same chapters', () => {
  const chapters = (text: string) => text.split('\n').filter((line) => /^##+ /.test(line)).length;
  expect(chapters(chinese)).toBe(chapters(english));
});

test('what the controls of security are said to be held by is there', () => {
  const named = [...read('security-controls.md').matchAll(/`((?:server|trust|e2e)\/[^`]+)`/g)].map(
    ([, path = '']) => path,
  );
  expect(named.length).toBeGreaterThan(30);
  const root = new URL('../../', import.meta.url);
  expect(named.filter((path) => !existsSync(fileURLToPath(new URL(path, root))))).toEqual([]);
});
