import type { HomeField, OrganizationField } from '@fengqiao/contract/registry/place-fields.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { readHomeRow, readOrganizationRow, type HomeFacts, type OrganizationFacts } from './import/others.ts';
import type { Faulty, Reading, Sound } from './import/reading.ts';

/** Facts as somebody writes them, each in words; '' for none. */
export type Words<F extends string> = Readonly<Record<F, string>>;
type Known = Omit<Reading, 'mapping'>;

/** A home as it was written down, read by the rules of a row of a table. */
export const readHomeWords = (words: Words<HomeField>, known: Known): Faulty | Sound<HomeFacts> =>
  readHomeRow(rowOf(words), { ...known, mapping: mappingOf(words) });

/** An organization the same way. */
export const readOrganizationWords = (
  words: Words<OrganizationField>,
  known: Known,
): Faulty | Sound<OrganizationFacts> =>
  readOrganizationRow(rowOf(words), { ...known, mapping: mappingOf(words) });

const rowOf = (words: object) => ({
  line: 1,
  cells: new Map<string, string>(Object.entries(words)),
  broken: false,
});
const mappingOf = (words: object) => ({
  fields: Object.fromEntries(Object.keys(words).map((name) => [name, name])),
});

/** What was given, in words: a number as it is written, null as nothing. */
export const inWords = (
  given: Readonly<Record<string, string | number | null | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value === null ? '' : String(value)]],
    ),
  );

/** The facts of a home in the words in which they are kept; its codes are of no scheme but these two. */
export const homeWords = (
  { use, squareMetres, rooms, codes }: Pick<HomeFacts, 'use' | 'squareMetres' | 'rooms' | 'codes'>,
  address: string,
): Words<HomeField> => ({
  address,
  use,
  squareMetres: squareMetres === null ? '' : String(squareMetres),
  rooms: rooms === null ? '' : String(rooms),
  realEstateUnit: codes['real_estate_unit'] ?? '',
  houseCode: codes['house'] ?? '',
});

export const organizationWords = ({
  name,
  creditCode,
  kind,
  state,
  address,
  trade,
  staff,
  contact,
  phone,
}: Omit<OrganizationFacts, 'site'>): Words<OrganizationField> => ({
  name,
  creditCode: creditCode ?? '',
  kind,
  state,
  address,
  trade: trade ?? '',
  staff: staff === null ? '' : String(staff),
  contact: contact ?? '',
  phone: phone ?? '',
});

/** The fields that say something else than before. */
export const differing = <F extends string>(was: Words<F>, now: Words<F>): F[] =>
  keysOf(was).filter((name) => was[name] !== now[name]);

/** The credit code, else name and address as they are written: what tells one organization from the others. */
export const organizationMatch = ({
  creditCode,
  name,
  address,
}: Pick<OrganizationFacts, 'creditCode' | 'name' | 'address'>): string =>
  creditCode ?? `${name}|${address.replaceAll(/\s/g, '')}`;
