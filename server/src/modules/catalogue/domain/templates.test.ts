import { expect, test } from 'vitest';
import { careKinds } from '@fengqiao/contract/care.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { findingsOf } from './compliance.ts';
import { templates } from './templates.ts';

const office = { kind: 'internal', hasShareOf: false } as const;
const wish = (basis: string, fields: readonly string[]) => ({
  basis,
  fields,
  from: '2026-11-23',
  until: '2027-05-23',
});

test('every template cites an article in both languages, and says so where nobody held it against its text', () => {
  for (const { id, basis, read, fields } of templates)
    for (const words of [basis.zh, basis.en]) {
      const found = findingsOf(
        wish(
          words,
          fields.map(({ name }) => name),
        ),
        null,
        office,
      );
      expect([id, found]).toEqual([id, read === 'recalled' ? ['basis_to_check'] : []]);
    }
});

test('what an upper level holds is weighed by its names: an ID number without an article is stopped, special care always', () => {
  expect(findingsOf(wish('依职责', ['idNumber']), null, office)).toEqual(['no_law']);
  expect(findingsOf(wish('依职责', ['insured']), null, office)).toEqual([]);
  expect(findingsOf(wish('《社会保险法》第七十五条', ['care']), null, office)).toEqual(['special_care']);
});

test('deaths are local data that come back, by the article they cite', () => {
  expect(templates.filter(({ kind }) => kind === 'return').map(({ id }) => id)).toEqual(['deaths']);
});

test('special care is lawful by an article, as this house asks of everybody else', () => {
  for (const kind of keysOf(careKinds)) expect(careKinds[kind].basis.zh, kind).toMatch(/《.+》第.+条/);
});
