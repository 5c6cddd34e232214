import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits, pausedUntil } from './attempts.ts';
import { mobile, ringable } from './phone.ts';
import { approve, stateOf, type Post } from './post.ts';
import { place } from './unit.ts';
import { parentsFirst, readUnitTable } from './unit-table.ts';

const now = new Date('2026-11-23T02:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const waiting: Post = {
  id: 'p',
  account: 'receiver',
  name: '王',
  role: 'dispatcher',
  unit: 'centre',
  unitName: { zh: '中心', en: 'Centre' },
  from: now,
  until: null,
  approvedAt: null,
  approvedBy: null,
  grantedBy: 'granter',
  reason: '轮岗',
};

test('four wrong passwords in a quarter of an hour are forgiven, the fifth closes the door for 15 minutes', () => {
  expect(pausedUntil([0, 1, 2, 3].map(ago), limits.password, now)).toBeNull();
  expect(pausedUntil([0, 1, 2, 3, 4].map(ago), limits.password, now)).toEqual(ago(-15));
  expect(pausedUntil([0, 1, 2, 3, 15].map(ago), limits.password, now)).toBeNull();
  expect(pausedUntil([15, 16, 17, 18, 19].map(ago), limits.password, now)).toBeNull();
});

test('a pause always ends', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200), { maxLength: 12 }), (minutes) => {
      const until = pausedUntil(minutes.sort((a, b) => a - b).map(ago), limits.code_phone, now);
      expect(until === null || until.getTime() - now.getTime() <= limits.code_phone.within).toBe(true);
    }),
  );
});

test('a mobile number is one number, however it is written', () => {
  for (const written of ['13812345678', '+86 138-1234-5678', '86 13812345678', '0086138 1234 5678'])
    expect(mobile(written)).toBe('13812345678');
  for (const written of ['12345678901', '1381234567', '0512-65223344', ''])
    expect(mobile(written)).toBeNull();
  expect([ringable('0512-65223344'), ringable('12345'), ringable('电话')]).toEqual([
    '051265223344',
    '12345',
    null,
  ]);
});

test('neither who granted a post nor who receives it may approve it', () => {
  expect(() => approve(waiting, 'granter', now)).toThrow('identity.same_eyes');
  expect(() => approve(waiting, 'receiver', now)).toThrow('identity.own_post');
  const approved = approve(waiting, 'another', now);
  expect([stateOf(waiting, now), stateOf(approved, now), stateOf({ ...approved, until: now }, now)]).toEqual([
    'waiting',
    'active',
    'ended',
  ]);
  expect(() => approve(approved, 'another', now)).toThrow('identity.post_not_waiting');
});

test('a unit cannot be put below itself', () => {
  const street = place(
    { id: 'street', kind: 'street', parent: null, name: { zh: '街道', en: 'Street' }, shortZh: '街道' },
    null,
  );
  const c01 = place(
    { id: 'c01', kind: 'community', parent: 'street', name: { zh: '社区', en: 'C' }, shortZh: '社区' },
    street,
  );
  expect(c01.path).toBe('/street/c01/');
  expect(() => place({ ...street, parent: 'c01' }, c01)).toThrow('identity.unit_parent');
});

test('a table of units names every row that does not fit, in both languages', () => {
  const { rows, problems } = readUnitTable(
    [
      { 代码: 'c01', 类型: 'community', 上级: 'street', 名称: '听枫社区' },
      { 代码: 'C02', 类型: 'village', 上级: 'nowhere', 名称: '' },
      { 代码: 'c01', 类型: 'community', 上级: 'c01', 名称: '听枫社区', 上班: '8点' },
    ],
    new Set(['street']),
  );
  expect(rows.map(({ id }) => id)).toEqual(['c01']);
  expect(problems.map(({ row }) => row)).toEqual([2, 2, 2, 2, 3, 3, 3]);
  for (const { zh, en } of problems) expect(zh.length * en.length).toBeGreaterThan(0);
});

test('rows are ordered so that what is above comes first, and loops are set apart', () => {
  const row = (id: string, parent: string | null) => ({
    id,
    parent,
    kind: 'team' as const,
    name: { zh: id, en: id },
    shortZh: id,
  });
  const { ordered, looping } = parentsFirst(
    [row('c', 'b'), row('x', 'y'), row('b', 'a'), row('y', 'x'), row('a', null)],
    new Set(),
  );
  expect([ordered.map(({ id }) => id), looping.map(({ id }) => id)]).toEqual([
    ['a', 'b', 'c'],
    ['x', 'y'],
  ]);
});
