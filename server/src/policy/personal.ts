import type { GradedField } from '@fengqiao/contract/grades.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { inTheClear } from './clear.ts';

/** How a column or a field would be called that holds one of the graded facts; parts of names in snake case. */
const alias: Record<GradedField, string> = {
  name: 'names?',
  phone: 'phone|phones|mobile|telephone|tel',
  email: 'e?mails?',
  sex: 'sex|gender',
  building: 'building',
  household: 'household|relation|kin|family',
  workplace: 'workplace|employer',
  report: 'report|text|note|answer|reply|reasons?|words|said',
  photo: 'photos?|portrait|picture',
  address: 'address|addresses|door|domicile|residence',
  idNumber: 'id_?(number|no|num|card)|identity_(number|no|card)|passport|paper_number|credit_code_of_person',
  birthDate: 'birth|birthday|birth_?date|born',
  ethnicity: 'ethnic|ethnicity|nationality',
  health: 'health|illness|disease|diagnos[ie]s|medication|pregnan(t|cy)',
  disability: 'disability|disabled',
  hardship: 'hardship|poverty|subsidy|allowance',
  minor: 'minors?|guardian|child|children',
  care: 'care|religion|faith|correction_kind|petitioner|psychiatric|addiction',
};

/** Which graded fact a name in snake case says it is, or null. */
export function factOf(name: string): GradedField | null {
  return keysOf(alias).find((field) => new RegExp(`(^|_)(${alias[field]})(_|$)`).test(name)) ?? null;
}

export type Column = { readonly table: string; readonly column: string; readonly type: string };

/** Types that can hold the words or the digits of a fact; a key, a flag or a moment cannot. */
const wordy = /^(text|character varying|character|date|json|jsonb|ARRAY|bytea)$/;
const sealedName = /_(enc|index|hash)$/;

/** What is wrong with the columns of a database: facts about people in clear that nobody has given a reason for. */
export function standInClear(columns: readonly Column[], listed = inTheClear): string[] {
  const reasons = new Set(listed.flatMap(({ columns: names }) => names));
  return columns
    .filter(({ column, type }) => wordy.test(type) && !sealedName.test(column))
    .flatMap(({ table, column, type }) => {
      const fact = type === 'bytea' ? null : factOf(column);
      const bag = type === 'jsonb' || type === 'json';
      if ((fact === null && !bag) || reasons.has(`${table}.${column}`)) return [];
      const what = fact === null ? 'may hold anything' : `says it holds "${fact}"`;
      return [
        `${table}.${column} (${type}) ${what} in clear: seal it as ${column}_enc, or give the reason in server/src/policy/clear.ts`,
      ];
    });
}

/** Reasons for columns that are not there. */
export function staleReasons(columns: readonly Column[], listed = inTheClear): string[] {
  const there = new Set(columns.map(({ table, column }) => `${table}.${column}`));
  return listed
    .flatMap(({ columns: names }) => names)
    .filter((name) => !there.has(name))
    .map((name) => `${name} is listed in server/src/policy/clear.ts and is not in the database`);
}

/** A column that says it is sealed holds bytes. */
export const unsealedBytes = (columns: readonly Column[]): string[] =>
  columns
    .filter(({ column, type }) => /_(enc|index)$/.test(column) && type !== 'bytea')
    .map(({ table, column, type }) => `${table}.${column} is called sealed and is ${type}`);
