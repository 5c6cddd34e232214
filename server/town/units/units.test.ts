import { expect, test } from 'vitest';
import { makeStreet } from '../street/street.ts';
import { makeUnits } from './units.ts';

const units = makeUnits(makeStreet(1));
const ids = new Set(units.map((unit) => unit.id));

test('every unit has an id of its own that the database takes, and a parent told before it', () => {
  expect(ids.size).toBe(units.length);
  const told = new Set<string>();
  for (const { id, parent } of units) {
    expect(id).toMatch(/^[a-z][a-z0-9_-]{0,39}$/);
    if (parent !== null) expect(told.has(parent)).toBe(true);
    told.add(id);
  }
});

test('the street has one command centre, ten communities and about two hundred grids', () => {
  const count = (kind: string) => units.filter((unit) => unit.kind === kind).length;
  expect(units.filter((unit) => unit.id === 'centre').length).toBe(1);
  expect(count('community')).toBe(10);
  expect(count('grid')).toBeGreaterThan(180);
  expect(units.filter((unit) => !['grid', 'team', 'community'].includes(unit.kind)).length).toBeGreaterThan(
    45,
  );
});

test('a department has two or three teams, and the district’s bureaus are not below the street', () => {
  for (const { id, kind } of units) {
    const teams = units.filter((unit) => unit.parent === id && unit.kind === 'team').length;
    if (kind === 'internal' || kind === 'centre' || kind === 'dispatched' || kind === 'public_enterprise')
      expect([2, 3]).toContain(teams);
  }
  expect(units.filter((unit) => unit.kind === 'district').every((unit) => unit.parent === null)).toBe(true);
});

test('both languages are there and no real place is named', () => {
  for (const { zh, en, short } of units) {
    expect(zh.length * en.length * short.length).toBeGreaterThan(0);
    expect(`${zh}${short}`).not.toMatch(/枫桥|苏州|虎丘|姑苏|高新区/);
  }
});
