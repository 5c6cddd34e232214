import type { Static } from 'typebox';
import type {
  checkPerson as checking,
  PersonHintName,
  PersonHints,
} from '@fengqiao/contract/registry/people.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { normalNumber, readIdentity } from '../domain/identifiers.ts';
import { readPhone } from '../domain/phones.ts';
import { namesakes } from '../store/namesakes.ts';
import { personByNumber, searchPeople, type ListedPerson } from '../store/person.ts';
import { lookedMasked } from './looks.ts';
import { maskedOf, soughtNobody } from './people.ts';
import { indexesOf, numberIndex, phoneIndex } from './sealing.ts';

/** A family shares a phone; more than these few would be a list of people rather than a hint. */
const MOST = 5;

type Met = {
  readonly why: PersonHintName;
  readonly people: readonly ListedPerson[];
  /** Somebody out of reach, of whom it is told that they are registered, and nothing else. */
  readonly elsewhere?: string;
};

/** Who may be written down already: the number by all of the street, the rest by those in reach; whoever is met is on record. */
export async function checkPerson(
  work: Work,
  asked: Static<typeof checking.body>,
): Promise<{ hints: PersonHints }> {
  const { idNumber, phone, name, birthDate } = asked;
  const read = idNumber === undefined ? 'id_malformed' : readIdentity(idNumber);
  const born = birthDate ?? (typeof read === 'string' ? null : read.birthDate);
  const met = [
    await sameNumber(work, idNumber),
    await samePhone(work, phone),
    await sameNameBirth(work, { name, born }),
  ];
  const people = met.flatMap((one) => one.people);
  const shown = new Map((await maskedOf(work, people)).map((one) => [one.id, one]));
  const subjects = [...shown.keys(), ...met.flatMap(({ elsewhere: id }) => (id === undefined ? [] : [id]))];
  const look = { action: 'registry.check', object: 'registry.person', purpose: 'register' } as const;
  if (subjects.length > 0) await lookedMasked(work, { ...look, subjects });
  else await soughtNobody(work, asked, look);
  const hints = met.flatMap(({ why, people: found, elsewhere }) => [
    ...found.map(({ id }) => ({ why, person: shown.get(id) ?? null })),
    ...(elsewhere === undefined ? [] : [{ why, person: null }]),
  ]);
  return { hints };
}

async function sameNumber(work: Work, idNumber: string | undefined): Promise<Met> {
  const why = 'same_number';
  if (idNumber === undefined) return { why, people: [] };
  const idIndex = numberIndex(work.vault, normalNumber(idNumber));
  const people = await searchPeople(work, { idIndex }, 1, null);
  const known = await asEngine(work, () => personByNumber(work, idIndex));
  return people.length > 0 || known === undefined ? { why, people } : { why, people, elsewhere: known.id };
}

async function samePhone(work: Work, phone: string | undefined): Promise<Met> {
  const number = phone === undefined ? null : readPhone(phone);
  const people =
    number === null
      ? []
      : await searchPeople(work, { phoneIndex: phoneIndex(work.vault, number) }, MOST, null);
  return { why: 'same_phone', people };
}

async function sameNameBirth(
  work: Work,
  { name, born }: { name: string | undefined; born: string | null },
): Promise<Met> {
  const why = 'same_name_birth';
  if (name === undefined || born === null) return { why, people: [] };
  const { nameIndex, twinIndex } = indexesOf(work.vault, { name, phone: null, birthDate: born });
  const people = twinIndex === null ? [] : await namesakes(work, { nameIndex, twinIndex }, MOST);
  return { why, people };
}
