import type { ExportPurpose } from '@fengqiao/contract/exports.ts';
import { purposes } from '@fengqiao/contract/purposes.ts';

const NUMBER_DIGITS = 6;

/** DC2026-000042: 导出, the year, a running number. */
export const numberOf = (year: number, n: number): string =>
  `DC${year}-${String(n).padStart(NUMBER_DIGITS, '0')}`;

/** Numbers of exports that stand in a text, whatever signs stand around them. */
export const numbersIn = (text: string): string[] => [
  ...new Set(
    [...text.normalize('NFKC').matchAll(/DC(\d{4})[-—–_ ]?(\d{6,9})/gi)].map(
      ([, year, n]) => `DC${year}-${n}`,
    ),
  ),
];

type Marked = {
  readonly no: string;
  readonly name: string;
  readonly unit: string;
  readonly at: string;
  readonly purpose: ExportPurpose | 'share';
};

/** What stands over the file: who, from which unit, when, for what, and that it goes no further. */
export const markOf = ({ no, name, unit, at, purpose }: Marked): string =>
  `${no}｜${unit} ${name}｜${at}｜用途：${purposes[purpose].words.zh}｜仅限本次工作使用，不得转发；用后请删除`;

/** The header of the last column, which says in every row which export it comes from. */
export const MARK_COLUMN = '导出编号';
