import { expect, test } from 'vitest';
import { demandLight } from './shell.ts';

const MOST = 250 * 1024;

test('an app whose first download is too heavy is not built, and the largest files are named', () => {
  const heavy = [
    ['assets/app.js', MOST - 100],
    ['assets/map.js', 101],
  ] as const;
  expect(() => demandLight(heavy, MOST)).toThrow(/250\.0 KB gzip.*assets\/app\.js/s);
  expect(() => demandLight([['assets/app.js', MOST]], MOST)).not.toThrow();
});
