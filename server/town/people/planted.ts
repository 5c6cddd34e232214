import type { RegistryRowNote, RegistryRowProblem } from '@fengqiao/contract/registry/import-words.ts';
import { idCheckSign } from '../names/identifiers.ts';
import type { Random } from '../names/random.ts';

/** A row of a table of people, as its cells are written. */
export type Row = {
  readonly name: string;
  readonly idNumber: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly phone: string;
  readonly address: string;
  readonly kind: string;
  readonly relation: string;
  readonly household: string;
  readonly since: string;
};

/** What was planted where; a report of the import is to say the same of the same line. */
export type Planted = { readonly line: number; readonly code: RegistryRowProblem | RegistryRowNote };

type Spoil = { readonly code: Planted['code']; readonly spoil: (row: Row, before: Row | null) => Row | null };

const lastSign = (sign: string) => (sign === 'X' ? '0' : String((Number(sign) + 1) % 10));
const withDate = (number: string, date: string) => {
  const first17 = number.slice(0, 6) + date + number.slice(14, 17);
  return first17 + idCheckSign(first17);
};

const spoils: readonly Spoil[] = [
  {
    code: 'id_checksum',
    spoil: (row) => ({ ...row, idNumber: row.idNumber.slice(0, 17) + lastSign(row.idNumber.charAt(17)) }),
  },
  {
    code: 'id_date',
    spoil: (row) => ({ ...row, idNumber: withDate(row.idNumber, `${row.idNumber.slice(6, 10)}0230`) }),
  },
  {
    code: 'id_twice',
    spoil: (row, before) =>
      before === null ? null : { ...row, idNumber: before.idNumber, birthDate: '', sex: '' },
  },
  { code: 'phone_unusable', spoil: (row) => ({ ...row, phone: row.phone.slice(0, 10) }) },
  { code: 'address_unknown', spoil: (row) => ({ ...row, address: `乌有路 ${row.household.slice(-3)} 号` }) },
  {
    code: 'id_old',
    spoil: (row) => ({ ...row, idNumber: row.idNumber.slice(0, 6) + row.idNumber.slice(8, 17) }),
  },
  { code: 'name_missing', spoil: (row) => ({ ...row, name: '' }) },
  {
    code: 'birth_differs',
    spoil: (row) => ({ ...row, birthDate: row.birthDate === '1950-01-01' ? '1950-01-02' : '1950-01-01' }),
  },
  { code: 'kind_unknown', spoil: (row) => ({ ...row, kind: '其他类别' }) },
];

const EVERY = 90;

/** Spoils one row in ninety, each in one way and in turn, and tells which. The header is line 1. */
export function* planted(random: Random, rows: Iterable<Row>, told: Planted[]): Generator<Row> {
  let line = 1;
  let turn = 0;
  let sound: Row | null = null;
  let next = random.int(2, EVERY);
  for (const row of rows) {
    line += 1;
    const way = spoils[turn % spoils.length];
    const spoiled = line >= next ? (way?.spoil(row, sound) ?? null) : null;
    if (spoiled === null || way === undefined) {
      sound ??= row;
      yield row;
      continue;
    }
    told.push({ line, code: way.code });
    turn += 1;
    next = line + random.int(EVERY - 40, EVERY + 40);
    yield spoiled;
  }
}
