import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { gradesText, refusalsText } from './docs.ts';

const kept = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url)), 'utf8');

test('docs/grades.md and docs/refusals.md say what the registries say; npm run docs writes them anew', () => {
  expect(kept('grades.md') === gradesText()).toBe(true);
  expect(kept('refusals.md') === refusalsText()).toBe(true);
});
