import type { DataItem } from '@fengqiao/contract/catalogue/resources.ts';
import { gradedFields, type GradedField } from '@fengqiao/contract/grades.ts';
import type { Collection, Measured, Rows } from '#platform/collection.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { personSeals } from '#modules/identity';
import { readIdentity } from '../domain/identifiers.ts';
import { readPhone } from '../domain/phones.ts';
import {
  countOf,
  filledOrganizations,
  organizationsAfter,
  peopleAfter,
  somePeople,
  type SealedPerson,
} from '../store/collections.ts';
import { isChild, listedFacts } from '../domain/child.ts';
import { todayOf } from '../domain/day.ts';
import { arrivalsOf } from './arrivals.ts';
import { homes } from './home-collection.ts';
import { openGeneral, openSensitive, valueOf, type Facts } from './sealing.ts';

const personFields = [
  'name',
  'phone',
  'sex',
  'workplace',
  'household',
  'idNumber',
  'birthDate',
  'ethnicity',
  'address',
] as const satisfies GradedField[];
const required: ReadonlySet<GradedField> = new Set(['name', 'sex', 'idNumber', 'birthDate', 'address']);
const coded: ReadonlySet<GradedField> = new Set(['sex', 'idNumber', 'ethnicity', 'household']);

const itemOf = (name: (typeof personFields)[number]): DataItem => ({
  name,
  zh: gradedFields[name].zh,
  en: gradedFields[name].en,
  grade: gradedFields[name].grade,
  type: name === 'birthDate' ? 'date' : coded.has(name) ? 'code' : 'text',
  required: required.has(name),
});

/** What is sealed cannot be counted by the database: so many people are opened, and what holds for them is taken for all. */
const SAMPLE = 2_000;

const people: Collection = {
  id: 'registry.person',
  base: 'population',
  name: { zh: '实有人口', en: 'People who live here' },
  summary: {
    zh: '户籍、常住和流动人口，每项有来源、日期和核实单位；质量按随机 2000 人测算',
    en: 'Registered, resident and migrant people, each fact with source, date and who vouches for it; quality is measured on 2 000 of them at random',
  },
  category: ['人口', '实有人口'],
  fields: personFields.map(itemOf),
  cycle: 'monthly',
  measure: measurePeople,
  arrivals: arrivalsOf('people'),
  read: (work, { fields, after, limit }) => asEngine(work, () => readPeople(work, { fields, after, limit })),
};

async function measurePeople(work: Work): Promise<Measured> {
  const { rows, newest } = await countOf(work, 'registry.person');
  const sample = await factsOf(work, await somePeople(work, SAMPLE));
  const scale = sample.length === 0 ? 0 : rows / sample.length;
  const count = (fits: (facts: Facts) => boolean) =>
    Math.round(sample.filter(({ facts }) => fits(facts)).length * scale);
  const filled = Object.fromEntries(
    personFields.map((field) => [field, count((facts) => valueOf(facts, field) !== null)]),
  );
  return {
    rows,
    newest,
    filled,
    valid: {
      phone: count(({ phone }) => phone !== null && readPhone(phone) !== null),
      idNumber: count(
        ({ idNumber, idKind }) => idNumber !== null && typeof readIdentity(idNumber, idKind) !== 'string',
      ),
    },
    // One person, one number: the table itself holds it.
    distinct: { idNumber: filled['idNumber'] ?? 0 },
  };
}

async function readPeople(
  work: Work,
  { fields, after, limit }: { fields: readonly string[]; after: string | null; limit: number },
): Promise<Rows> {
  const found = await peopleAfter(work, after, limit + 1);
  const wanted = personFields.filter((field) => fields.includes(field));
  const shown = await factsOf(work, found.slice(0, limit));
  const today = todayOf(work);
  return {
    rows: shown.map(({ facts }) =>
      listedFacts(wanted, (field) => valueOf(facts, field), isChild(facts, today)),
    ),
    subjects: shown.map(({ id }) => id),
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Opens people; whoever was erased is left out. */
async function factsOf(work: Work, sealed: readonly SealedPerson[]): Promise<{ id: string; facts: Facts }[]> {
  const seals = await personSeals(
    work,
    sealed.map(({ id }) => id),
  );
  return sealed.flatMap(({ id, g2_enc, g3_enc }) => {
    const general = openGeneral(seals.get(id), id, g2_enc);
    const sensitive = openSensitive(seals.get(id), id, g3_enc);
    return general === null || sensitive === null ? [] : [{ id, facts: { ...general, ...sensitive } }];
  });
}

const plain = (name: string, zh: string, en: string, type: DataItem['type'] = 'text'): DataItem => ({
  name,
  zh,
  en,
  type,
  grade: 1,
  required: name === 'name' || name === 'match',
});

const organizations: Collection = {
  id: 'registry.organization',
  base: 'organization',
  name: { zh: '实有单位', en: 'Organizations' },
  summary: {
    zh: '企业、个体、社会组织和机关事业单位',
    en: 'Enterprises, household businesses, social organizations and public bodies',
  },
  category: ['法人', '实有单位'],
  fields: [
    plain('name', '名称', 'Name'),
    plain('match', '统一社会信用代码', 'Credit code', 'code'),
    plain('kind', '类别', 'Kind', 'code'),
    plain('state', '状态', 'State', 'code'),
    plain('trade', '行业', 'Trade'),
    plain('address', '地址', 'Address'),
  ],
  cycle: 'monthly',
  arrivals: arrivalsOf('organizations'),
  measure: async (work) => {
    const { rows, newest } = await countOf(work, 'registry.organization');
    const { trade, address, coded: valid, code } = await filledOrganizations(work);
    return {
      rows,
      newest,
      filled: { name: rows, match: rows, kind: rows, state: rows, trade, address },
      valid: { match: valid },
      distinct: { match: code },
    };
  },
  read: async (work, { fields, after, limit }) => {
    const found = await asEngine(work, () => organizationsAfter(work, after, limit + 1));
    const shown = found.slice(0, limit);
    const wanted = (['name', 'match', 'kind', 'state', 'trade', 'address'] as const).filter((field) =>
      fields.includes(field),
    );
    return {
      rows: shown.map((row) => Object.fromEntries(wanted.map((field) => [field, row[field]]))),
      subjects: [],
      next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  },
};

/** The base libraries of a street; people, organizations and homes may be shared field by field. */
export const collections: readonly Collection[] = [people, organizations, homes];
