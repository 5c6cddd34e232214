import type {
  RegistryMapping,
  RegistryRowNote,
  RegistryRowProblem,
} from '@fengqiao/contract/registry/import-words.ts';
import type { Cell, TableRow } from '#platform/table/row.ts';
import { buildingKey, parseAddress, type Elements } from '../address.ts';
import { isCalendarDay } from '../identifiers.ts';

/** A building of the street as a row's address finds it. */
export type Site = { readonly building: string; readonly grid: string; readonly community: string | null };

/** What rows are read by. */
export type Reading = {
  readonly mapping: RegistryMapping;
  /** By building key; addresses of one building are written in many ways. */
  readonly sites: ReadonlyMap<string, Site>;
  /** YYYY-MM-DD in the street's zone. */
  readonly today: string;
};

export type Faulty = { readonly line: number; readonly problems: readonly RegistryRowProblem[] };
export type Sound<T> = {
  readonly line: number;
  readonly notes: readonly RegistryRowNote[];
  readonly facts: T;
};

export const isFaulty = (read: object): read is Faulty => 'problems' in read;

/** What a row says of a field: its cell without blanks around, else the default. */
export function said(row: TableRow, { fields, defaults }: RegistryMapping, field: string): string {
  const column = fields[field];
  const text = column === undefined ? '' : cellWords(row.cells.get(column) ?? null);
  return text === '' ? (defaults?.[field] ?? '') : text;
}

const cellWords = (cell: Cell): string =>
  typeof cell === 'string'
    ? cell.trim()
    : cell === null
      ? ''
      : cell instanceof Date
        ? cell.toISOString().slice(0, 10)
        : String(cell);

/** A word of a table as one of ours: by the mapping, by the word itself, by what the field usually calls it. */
export function meant<T extends string>(
  row: TableRow,
  mapping: RegistryMapping,
  field: string,
  known: Readonly<Record<string, T>>,
): T | null | undefined {
  const word = said(row, mapping, field);
  if (word === '') return null;
  return known[mapping.words?.[field]?.[word] ?? word];
}

/** A day however it is written: 1990-01-02, 1990/1/2, 19900102, 1990年1月2日. Null when it is none. */
export function readDay(text: string): string | null {
  if (isCalendarDay(text)) return text;
  const met = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T].*)?$/.exec(text);
  if (met === null) return null;
  const day = `${met[1]}-${(met[2] ?? met[4] ?? '').padStart(2, '0')}-${(met[3] ?? met[5] ?? '').padStart(2, '0')}`;
  return isCalendarDay(day) ? day : null;
}

/** Where an address lies; the place is null when no building of the street is called so. */
export function placed(
  text: string,
  sites: Reading['sites'],
): { elements: Elements; site: Site | null } | null {
  const elements = parseAddress(text);
  return elements === null ? null : { elements, site: sites.get(buildingKey(elements)) ?? null };
}
