import fc from 'fast-check';
import pg from 'pg';
import { expect, test } from 'vitest';
import { instantReader } from './instant.ts';

const TIMESTAMPTZ = 1184;
const driver: (text: string) => Date = pg.types.getTypeParser(TIMESTAMPTZ);
const never = () => {
  throw new Error('asked the driver');
};

test('a moment is read as PostgreSQL writes it in UTC, to the millisecond', () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('1000-01-01T00:00:00Z'),
        max: new Date('9999-12-31T23:59:59.999Z'),
        noInvalidDate: true,
      }),
      fc.integer({ min: 0, max: 999 }),
      (at, micro) => {
        const [whole, milli] = [
          at.toISOString().slice(0, 19).replace('T', ' '),
          at.toISOString().slice(20, 23),
        ];
        const digits = `${milli}${String(micro).padStart(3, '0')}`.replace(/0+$/, '');
        const text = `${whole}${digits === '' ? '' : `.${digits}`}+00`;
        expect(instantReader(never)(text)).toEqual(at);
      },
    ),
  );
});

test('whatever else stands in such a column is the driver’s to read', () => {
  for (const text of [
    'infinity',
    '-infinity',
    '2026-11-26 17:40:51.123+08',
    '2026-11-26 09:40:51.5+05:30',
    '0044-03-15 12:00:00+00',
    '0044-03-15 12:00:00+00 BC',
    '12026-11-26 09:40:51+00',
  ])
    expect(instantReader(driver)(text)).toEqual(driver(text));
});
