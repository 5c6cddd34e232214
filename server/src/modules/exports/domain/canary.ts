import { checkSignOf } from '@fengqiao/contract/identity-number.ts';

/** Somebody who does not exist: telephone numbers and area codes that nobody has. */
export type Invented = {
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly birthDate: string;
};

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张';
const given = [
  '建平',
  '秀英',
  '志明',
  '雪芳',
  '文博',
  '丽娟',
  '国强',
  '晓燕',
  '佳怡',
  '振华',
  '玉兰',
  '思远',
];

/** From twelve bytes of chance; the phone begins with 1990000, the number with an area that is not. */
export function invent(chance: Uint8Array): Invented {
  const at = (i: number) => chance[i] ?? 0;
  const two = (n: number) => String(n).padStart(2, '0');
  const birthDate = `${1950 + (at(2) % 50)}-${two(1 + (at(3) % 12))}-${two(1 + (at(4) % 28))}`;
  const first17 = `000000${birthDate.replaceAll('-', '')}${String((at(5) * 256 + at(6)) % 1000).padStart(3, '0')}`;
  return {
    name: `${surnames[at(0) % surnames.length] ?? '王'}${given[at(1) % given.length] ?? '秀英'}`,
    phone: `1990000${String((at(7) * 256 + at(8)) % 10_000).padStart(4, '0')}`,
    idNumber: first17 + checkSignOf(first17),
    birthDate,
  };
}

type Values = Readonly<Record<string, string | null>>;

/** Fields by which something is known, where a planted row must say something of its own. */
const numbered: ReadonlySet<string> = new Set([
  'no',
  'address',
  'door',
  'creditCode',
  'match',
  'organization',
  'seat',
]);

/**
 * A row that fits among its neighbours and is about nobody: what names a person is invented, what numbers a thing is moved
 * to where nothing is, what somebody said is said by nobody, and the rest is as beside it.
 */
export function plantedAs(beside: Values, person: Invented): Values {
  const invented: Readonly<Record<string, string>> = { ...person, title: '路灯不亮，请尽快修复' };
  return Object.fromEntries(
    Object.entries(beside).map(([field, value]) => {
      const other = invented[field];
      if (value === null || other === undefined)
        return [field, value === null || !numbered.has(field) ? value : moved(value, person)];
      return [field, other];
    }),
  );
}

/** The last digits of a value become those of nobody: 9 and three of the invented phone. */
function moved(value: string, { phone }: Invented): string {
  const last = value.search(/\d+\D*$/);
  return last < 0
    ? `${value}${phone.slice(-2)}`
    : value.slice(0, last) +
        value.slice(last).replace(/\d+/, (digits) => `9${phone.slice(-3)}`.padStart(digits.length, '9'));
}

const FIRST = 3;
const ONE_EVERY = 250;

/** Whether a planted row stands after this row of the file: one soon, or at the end, and then every few hundred. */
export const isPlantedAfter = (row: number, isLast: boolean): boolean =>
  row === FIRST || row % ONE_EVERY === 0 || (isLast && row < FIRST);
