import type { RegistryRowNote, RegistryRowProblem } from '@fengqiao/contract/registry/import-words.ts';
import type { Both } from '@fengqiao/contract/both.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import {
  idKinds,
  personKinds,
  relations,
  sexes,
  type IdKind,
  type PersonKind,
  type Relation,
  type Sex,
} from '@fengqiao/contract/registry/words.ts';
import type { TableRow } from '#platform/table/row.ts';
import { doorOf, localLevel, plainAddress, standardAddress } from '../address.ts';
import { readIdentity } from '../identifiers.ts';
import { readPhone } from '../phones.ts';
import { meant, placed, readDay, said, type Faulty, type Reading, type Site, type Sound } from './reading.ts';

/** What a row says of a person, in our words. */
export type PersonFacts = {
  readonly kind: PersonKind;
  readonly name: string;
  readonly sex: Sex;
  readonly phone: string | null;
  readonly workplace: string | null;
  readonly relation: Relation | null;
  readonly idKind: IdKind | null;
  readonly idNumber: string | null;
  readonly birthDate: string | null;
  readonly ethnicity: string | null;
  readonly address: string | null;
  readonly site: Site | null;
  /** 2单元501室; null when the address ends at the building. */
  readonly door: string | null;
  readonly household: string | null;
  readonly since: string | null;
};

/** Our values by themselves, by their Chinese words, and by what else tables call them. */
const wordsOf = <T extends string>(
  keys: readonly T[],
  table: Readonly<Record<T, Both>>,
  more: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> => ({
  ...Object.fromEntries(keys.flatMap((key) => [[key, key] as const, [table[key].zh, key] as const])),
  ...more,
});
const kinds = wordsOf(keysOf(personKinds), personKinds, {
  户籍: 'registered',
  常住: 'resident',
  流动: 'migrant',
  暂住人口: 'migrant',
  外来人口: 'migrant',
});
const sexWords = wordsOf(keysOf(sexes), sexes, { 男性: '1', 女性: '2', M: '1', F: '2' });
const relationWords = wordsOf(keysOf(relations), relations, {
  本人: 'head',
  妻: 'spouse',
  夫: 'spouse',
  妻子: 'spouse',
  丈夫: 'spouse',
  儿子: 'child',
  女儿: 'child',
  子: 'child',
  女: 'child',
  孙子: 'grandchild',
  孙女: 'grandchild',
  父亲: 'parent',
  母亲: 'parent',
  父: 'parent',
  母: 'parent',
});
const paperWords = wordsOf(keysOf(idKinds), idKinds, {
  身份证: 'resident',
  港澳台居住证: 'hk_mo_tw_residence',
  港澳通行证: 'hk_mo_travel',
  台胞证: 'tw_travel',
  外国人永居证: 'foreigner',
});

/** What columns of a few words are understood by, besides what a mapping tells. */
export const personVocabulary = {
  kind: kinds,
  idKind: paperWords,
  sex: sexWords,
  relation: relationWords,
} as const;

export const isName = (value: string): boolean => NAME.test(value);
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}·•.' -]{0,58}[\p{L}\p{M}]$|^\p{L}$/u;

/** Reads a row of a table of people: facts, or everything that is wrong with it at once. */
export function readPerson(row: TableRow, reading: Reading): Faulty | Sound<PersonFacts> {
  const { line } = row;
  const problems: RegistryRowProblem[] = row.broken ? ['row_broken'] : [];
  const notes: RegistryRowNote[] = [];
  const { mapping } = reading;
  const name = said(row, mapping, 'name');
  if (name === '') problems.push('name_missing');
  else if (!isName(name)) problems.push('name_unusable');
  const kind = meant(row, mapping, 'kind', kinds);
  if (kind === undefined) problems.push('kind_unknown');
  const paper = readPaper(row, reading, problems, notes);
  const home = readHome(row, reading, notes);
  const phoneSaid = said(row, mapping, 'phone');
  const phone = phoneSaid === '' ? null : readPhone(phoneSaid);
  if (phone === null && phoneSaid !== '') notes.push('phone_unusable');
  const relation = meant(row, mapping, 'relation', relationWords);
  if (relation === undefined) notes.push('relation_unknown');
  const sinceSaid = said(row, mapping, 'since');
  const since = readDay(sinceSaid);
  if (since === null && sinceSaid !== '') notes.push('since_unreadable');
  if (problems.length > 0) return { line, problems };
  return {
    line,
    notes,
    facts: {
      kind: kind ?? 'resident',
      name,
      phone,
      ...paper,
      ...home,
      workplace: said(row, mapping, 'workplace').slice(0, 80) || null,
      relation: relation === undefined ? 'other' : relation,
      ethnicity: said(row, mapping, 'ethnicity').slice(0, 20) || null,
      household: said(row, mapping, 'household').slice(0, 40) || null,
      since,
    },
  };
}

type Paper = Pick<PersonFacts, 'idKind' | 'idNumber' | 'birthDate' | 'sex'>;

/** The paper decides: a birth date or sex beside it that differs is told and passed over. */
function readPaper(
  row: TableRow,
  { mapping, today }: Reading,
  problems: RegistryRowProblem[],
  notes: RegistryRowNote[],
): Paper {
  const number = said(row, mapping, 'idNumber');
  const paperKind = meant(row, mapping, 'idKind', paperWords);
  if (paperKind === undefined) problems.push('kind_unknown');
  const bornSaid = said(row, mapping, 'birthDate');
  const born = bornSaid === '' ? null : readDay(bornSaid);
  if (bornSaid !== '' && (born === null || born > today)) problems.push('birth_unreadable');
  const sex = meant(row, mapping, 'sex', sexWords) ?? '0';
  if (number === '') {
    if (born === null && bornSaid === '') problems.push('id_missing');
    return { idKind: null, idNumber: null, birthDate: born, sex };
  }
  const read = readIdentity(number, paperKind ?? null);
  if (typeof read === 'string') {
    problems.push(read);
    return { idKind: null, idNumber: null, birthDate: born, sex };
  }
  if (read.birthDate !== null && read.birthDate > today) problems.push('id_date');
  if (read.birthDate !== null && born !== null && born !== read.birthDate) notes.push('birth_differs');
  if (read.sex !== null && (sex === '1' || sex === '2') && sex !== read.sex) notes.push('sex_differs');
  return {
    idKind: read.kind,
    idNumber: read.number,
    birthDate: read.birthDate ?? born,
    sex: read.sex ?? sex,
  };
}

type Home = Pick<PersonFacts, 'address' | 'site' | 'door'>;
const lastHome = new WeakMap<Reading, { readonly text: string; readonly home: Home }>();

/** Those of one home stand below each other in most tables, so the last address is not taken apart again. */
function readHome(row: TableRow, reading: Reading, notes: RegistryRowNote[]): Home {
  const text = said(row, reading.mapping, 'address');
  const last = lastHome.get(reading);
  const home = last?.text === text ? last.home : homeOf(text, reading);
  if (home !== last?.home) lastHome.set(reading, { text, home });
  if (text !== '' && home.site === null) notes.push('address_unknown');
  return home;
}

function homeOf(text: string, { sites }: Reading): Home {
  if (text === '') return { address: null, site: null, door: null };
  const found = placed(text, sites);
  if (found === null) return { address: plainAddress(text).slice(0, 120), site: null, door: null };
  const { elements, site } = found;
  return { address: standardAddress(elements, localLevel(elements)), site, door: doorOf(elements) || null };
}
