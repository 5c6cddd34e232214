import { expect, test } from 'vitest';
import { newId } from './ids.ts';

const now = new Date('2026-11-23T02:00:00Z');

test('keys made at one moment are read in the order in which they were made', () => {
  const made = Array.from({ length: 10_000 }, () => newId(now));
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test('a key is a version 7 UUID that begins with its moment', () => {
  const id = newId(now);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now.getTime());
  expect(newId(new Date(now.getTime() + 1)) > newId(now)).toBe(true);
});
