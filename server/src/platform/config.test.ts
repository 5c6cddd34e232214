import { expect, test } from 'vitest';
import { readSettings } from './config.ts';

const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
const DATABASE_URL = 'postgres://street@127.0.0.1/street';

test('the clock of a demo may run ahead, to see what time brings', () => {
  expect(readSettings({ MASTER_KEY, DEMO_AHEAD: '360' }).aheadMs).toBe(15 * 86_400_000);
  expect(readSettings({ MASTER_KEY }).aheadMs).toBe(0);
});

test('nobody moves the clock of a real street: neither with a database of its own nor with the demo off', () => {
  for (const real of [{ DATABASE_URL }, { DEMO: 'off' }])
    expect(() => readSettings({ MASTER_KEY, DEMO_AHEAD: '1', ...real })).toThrow(/DEMO_AHEAD/);
});

test('a demo with its known passwords never stands on a database that is not its own', () => {
  expect(() => readSettings({ MASTER_KEY, DATABASE_URL, DEMO: 'on' })).toThrow(/DEMO cannot be on/);
});
