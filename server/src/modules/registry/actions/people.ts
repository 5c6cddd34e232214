import type { Static } from 'typebox';
import type {
  searchPeople as searching,
  PersonSummary,
  PersonView,
  Revealed,
  revealPerson as revealing,
} from '@fengqiao/contract/registry/people.ts';
import { personFields, REVEAL_SECONDS } from '@fengqiao/contract/registry/people.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { recordAccess } from '#modules/audit';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { normalNumber } from '../domain/identifiers.ts';
import { gradeFor, isChild } from '../domain/child.ts';
import { todayOf } from '../domain/day.ts';
import { maskOf } from '@fengqiao/contract/masks.ts';
import { readPhone } from '../domain/phones.ts';
import { addressesByWords } from '../store/addresses.ts';
import { openCorrectionsOf } from '../store/corrections.ts';
import {
  familyOf,
  findPerson,
  searchPeople as search,
  type ListedPerson,
  type PersonRow,
  type Sought,
} from '../store/person.ts';
import { buildingWords, unitNames } from '../store/sites.ts';
import { eventViews } from './event-views.ts';
import { lookedMasked } from './looks.ts';
import { personSeals, type PersonSeal } from '#modules/identity';
import { sourceOf, sourcesOf } from './provenance.ts';
import {
  nameIndex,
  numberIndex,
  openGeneral,
  openSensitive,
  phoneIndex,
  valueOf,
  type Facts,
  type General,
} from './sealing.ts';
import { homeKey, keyOf } from '../domain/keys.ts';
import { doorOf, localLevel, parseAddress, plainAddress, standardAddress } from '../domain/address.ts';

/** As long as other lists; whoever needs more turns the page, and is on record for it. */
const PAGE = 30;

/** A page of people in reach, masked, with its one record. */
export async function searchPeople(
  work: Work,
  { purpose, limit = PAGE, after, ...asked }: Static<typeof searching.body>,
): Promise<{ items: PersonSummary[]; next: string | null }> {
  const sought = await soughtOf(work, asked);
  const found = sought === null ? [] : await search(work, sought, limit + 1, after ?? null);
  const page = found.slice(0, limit);
  const look = { action: 'registry.search', purpose };
  const [items] = await Promise.all([
    maskedOf(work, page),
    page.length === 0
      ? soughtNobody(work, asked, look)
      : lookedMasked(work, { ...look, object: 'registry.person', subjects: page.map(({ id }) => id) }),
  ]);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/**
 * Whoever asks for a name, phone or number and meets nobody learns that as well: it is on record under a pseudonym of what
 * was sought, the same each time.
 */
export async function soughtNobody(
  work: Work,
  { name, phone, idNumber }: Pick<Asked, 'name' | 'phone' | 'idNumber'>,
  { action, purpose, reason }: { action: string; purpose: Purpose; reason?: string },
): Promise<void> {
  const given = Object.entries({ name, phone, idNumber }).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  const words = given.map(([field, value]) => `${field}|${normalNumber(value ?? '')}`);
  await recordAccess(work, {
    action,
    object: 'registry.person',
    subjects: [keyOf('sought', work.vault.index(words.join('\n'), 'attempt').toString('hex'))],
    fields: given
      .map(([field]) => field)
      .filter((field) => field === 'name' || field === 'phone' || field === 'idNumber'),
    purpose,
    reason,
    flags: ['masked', 'missed'],
  });
}

type Asked = Omit<Static<typeof searching.body>, 'purpose' | 'limit' | 'after'>;

/** What is asked as indexes and keys; null when it can fit nobody. Refuses a search by nothing. */
export async function soughtOf(
  { vault, ...work }: Work,
  { name, phone, idNumber, address, building, home, ...plain }: Asked,
): Promise<Sought | null> {
  const { community, grid } = plain;
  if ([name, phone, idNumber, address, building, home, community, grid].every((one) => one === undefined))
    refuse('registry.search_by_what');
  const number = phone === undefined ? undefined : readPhone(phone);
  if (number === null) return null;
  const places = address === undefined ? {} : await placesOf({ vault, ...work }, address);
  return {
    ...(name === undefined ? {} : { nameIndex: nameIndex(vault, name) }),
    ...(number === undefined ? {} : { phoneIndex: phoneIndex(vault, number) }),
    ...(idNumber === undefined ? {} : { idIndex: numberIndex(vault, normalNumber(idNumber)) }),
    ...(building === undefined ? {} : { buildings: [building] }),
    ...(home === undefined ? {} : { homes: [home] }),
    ...places,
    ...plain,
  };
}

/** An address with a door is a home; one without is every building that is called so. */
async function placesOf(work: Work, address: string): Promise<Pick<Sought, 'homes' | 'buildings'>> {
  const elements = parseAddress(address);
  const door = elements === null ? '' : doorOf(elements);
  const words =
    elements === null
      ? plainAddress(address)
      : standardAddress({ ...elements, unit: '无', floor: '无', room: '无' }, localLevel(elements));
  const buildings = await addressesByWords(work, words);
  return door === '' ? { buildings } : { homes: buildings.map((building) => homeKey(building, door)) };
}

/** People as everybody in scope may see them. */
export async function maskedOf(work: Work, people: readonly ListedPerson[]): Promise<PersonSummary[]> {
  const [seals, buildings] = await Promise.all([
    personSeals(
      work,
      people.map(({ id }) => id),
    ),
    buildingWords(work, [
      ...new Set(people.flatMap(({ building }) => (building === null ? [] : [building]))),
    ]),
  ]);
  return people.map((person) =>
    summaryOf(person, openGeneral(seals.get(person.id), person.id, person.g2_enc), buildings),
  );
}

const summaryOf = (
  { id, kind, state, community, grid, building, home }: ListedPerson,
  general: General | null,
  buildings: ReadonlyMap<string, string>,
): PersonSummary => ({
  id,
  kind: fromJson<PersonSummary['kind']>(kind),
  state: fromJson<PersonSummary['state']>(state),
  name: maskOf('name', general?.name ?? null) ?? '—',
  phone: maskOf('phone', general?.phone ?? null),
  sex: general?.sex ?? '0',
  community,
  grid,
  building: building === null ? null : (buildings.get(building) ?? null),
  home,
});

/** One person, masked, with where each fact comes from; recorded. */
export async function viewPerson(work: Work, id: string, purpose: Purpose): Promise<PersonView> {
  const person = await findPerson(work, id);
  const [family, events, openCorrections] = await Promise.all([
    familyOf(work, person),
    eventViews(work, id),
    openCorrectionsOf(work, id),
  ]);
  const seals = await personSeals(work, [id, ...family.map((one) => one.id)]);
  const view = await masked(work, person, factsOf(seals.get(id), person));
  await lookedMasked(work, {
    action: 'registry.view',
    object: `person:${id}`,
    subjects: [id, ...family.map((one) => one.id)],
    purpose,
  });
  return {
    ...view,
    household: person.household,
    events,
    family: family.map((one) => {
      const general = openGeneral(seals.get(one.id), one.id, one.g2_enc);
      return {
        id: one.id,
        name: maskOf('name', general?.name ?? null) ?? '—',
        relation: general?.relation ?? null,
      };
    }),
    openCorrections,
  };
}

/** The facts of one person behind their masks, with nobody else and no events beside them. */
export async function masked(work: Work, person: PersonRow, facts: Facts | null): Promise<PersonView> {
  const buildings = await buildingWords(work, person.building === null ? [] : [person.building]);
  return {
    ...summaryOf(person, facts, buildings),
    idKind: facts?.idKind ?? null,
    household: null,
    fields: await fieldsOf(work, person, facts),
    events: [],
    family: [],
    openCorrections: 0,
    mergedInto: person.merged_into,
    version: person.version,
    changedAt: person.changed_at.toISOString(),
  };
}

async function fieldsOf(work: Work, person: PersonRow, facts: Facts | null): Promise<PersonView['fields']> {
  const sources = sourcesOf(person);
  const told = keysOf(personFields).map((field) => ({ field, ...sourceOf(sources, field) }));
  const child = facts !== null && isChild(facts, todayOf(work));
  const names = await unitNames(
    work,
    told.flatMap(({ unit }) => (unit === null ? [] : [unit])),
  );
  return told.map(({ field, source, asOf, unit }) => ({
    field,
    masked: facts === null ? null : maskOf(field, valueOf(facts, field)),
    grade: gradeFor(field, child),
    source,
    asOf,
    unit: unit === null ? null : { id: unit, name: names.get(unit) ?? { zh: unit, en: unit } },
  }));
}

/** Everything sealed of a person; null when the key is gone. */
export function factsOf(
  seal: PersonSeal | undefined,
  { id, g2_enc, g3_enc }: Pick<PersonRow, 'id' | 'g2_enc' | 'g3_enc'>,
): Facts | null {
  const [general, sensitive] = [openGeneral(seal, id, g2_enc), openSensitive(seal, id, g3_enc)];
  return general === null || sensitive === null ? null : { ...general, ...sensitive };
}

/**
 * Shows single facts in clear. Sensitive ones need a reason, and every fact about a child is sensitive; the look is written
 * down before anything is told.
 */
export async function revealPerson(
  work: Work,
  id: string,
  { fields, purpose, reason }: Static<typeof revealing.body>,
): Promise<Revealed> {
  const [person, seals] = await Promise.all([findPerson(work, id), personSeals(work, [id])]);
  const facts = factsOf(seals.get(id), person);
  const child = facts !== null && isChild(facts, todayOf(work));
  if (reason === undefined && fields.some((field) => gradeFor(field, child) >= 3))
    refuse('registry.reason_needed');
  await recordAccess(work, {
    action: 'registry.reveal',
    object: `person:${id}`,
    subjects: [id],
    fields: child ? [...fields, 'minor'] : fields,
    purpose,
    reason,
  });
  return {
    values: fields.map((field) => ({ field, value: facts === null ? null : valueOf(facts, field) })),
    seconds: REVEAL_SECONDS,
  };
}
