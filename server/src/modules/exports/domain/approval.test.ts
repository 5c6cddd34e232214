import { expect, test } from 'vitest';
import { Refusal } from '#platform/refusal.ts';
import {
  approvalFor,
  covers,
  demandAskable,
  demandPurpose,
  limits,
  maySource,
  mostRows,
} from './approval.ts';

const codeOf = (act: () => unknown) => {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

test('a short list about nobody needs no approval, a long one the leader or the steward', () => {
  expect([approvalFor(0, 1), approvalFor(1, limits.freely), approvalFor(1, limits.freely + 1)]).toEqual([
    'none',
    'none',
    'lead',
  ]);
});

test('people need the leader or the steward, many of them the privacy officer, sensitive facts always the officer', () => {
  expect([
    approvalFor(2, 1),
    approvalFor(2, limits.leadPeople),
    approvalFor(2, limits.leadPeople + 1),
    approvalFor(3, 1),
  ]).toEqual(['lead', 'lead', 'privacy', 'privacy']);
});

test('more rows or a higher grade never need less', () => {
  for (const grade of [0, 1, 2, 3])
    for (const rows of [1, 200, 201, 1_000, 1_001, 20_000]) {
      expect(covers(approvalFor(grade, rows + 1), approvalFor(grade, rows))).toBe(true);
      expect(covers(approvalFor(Math.min(grade + 1, 3), rows), approvalFor(grade, rows))).toBe(true);
    }
});

test('special care never leaves, whoever asks', () => {
  expect(codeOf(() => mostRows(4))).toBe('exports.special_care');
  expect(codeOf(() => demandAskable({ source: 'people', grade: 4, rows: 1 }, 'steward'))).toBe(
    'exports.special_care',
  );
});

test('a list that fits nothing, is too long, or is not the work of a post is refused by name', () => {
  const of = (grade: number, rows: number) => ({ source: 'people', grade, rows }) as const;
  expect(codeOf(() => demandAskable(of(3, 0), 'steward'))).toBe('exports.nothing_there');
  expect(codeOf(() => demandAskable(of(3, 1_001), 'steward'))).toBe('exports.too_many_rows');
  expect(codeOf(() => demandAskable(of(2, 1_001), 'steward'))).toBeNull();
  expect(codeOf(() => demandAskable(of(2, 1), 'dispatcher'))).toBe('exports.source_not_yours');
  expect([maySource('cases', 'steward'), maySource('cases', 'leader'), maySource('people', null)]).toEqual([
    false,
    true,
    false,
  ]);
});

test('a purpose carries no graver facts than it does for a look', () => {
  const deliver = (grade: number) =>
    codeOf(() => demandPurpose('deliver', { source: 'people', grade, rows: 1 }));
  expect([deliver(2), deliver(3)]).toEqual([null, 'audit.grade_beyond_purpose']);
});
