import type { Static } from 'typebox';
import type {
  checkPerson as checking,
  PersonHintName,
  PersonHints,
} from '@fengqiao/contract/registry/people.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { normalNumber, readIdentity } from '../domain/identifiers.ts';
import { readPhone } from '../domain/phones.ts';
import { namesakes, personByNumber, searchPeople, type ListedPerson } from '../store/person.ts';
import { lookedMasked } from './looks.ts';
import { maskedOf } from './people.ts';
import { indexesOf, numberIndex, phoneIndex } from './sealing.ts';

/** A family shares a phone; more than these few would be a list of people rather than a hint. */
const MOST = 5;

type Met = {
  readonly why: PersonHintName;
  readonly people: readonly ListedPerson[];
  readonly known: boolean;
};

/** Who may be written down already: the number by all of the street, the rest by those in reach, each shown masked and on record. */
export async function checkPerson(
  work: Work,
  { idNumber, phone, name, birthDate }: Static<typeof checking.body>,
): Promise<{ hints: PersonHints }> {
  const read = idNumber === undefined ? 'id_malformed' : readIdentity(idNumber);
  const born = birthDate ?? (typeof read === 'string' ? null : read.birthDate);
  const met = [
    await sameNumber(work, idNumber),
    await samePhone(work, phone),
    await sameNameBirth(work, { name, born }),
  ].filter(({ known }) => known);
  const people = met.flatMap((one) => one.people);
  const shown = new Map((await maskedOf(work, people)).map((one) => [one.id, one]));
  await lookedMasked(work, {
    action: 'registry.check',
    object: 'registry.person',
    subjects: [...shown.keys()],
    purpose: 'register',
  });
  const hints = met.flatMap(({ why, people: found }) =>
    found.length === 0
      ? [{ why, person: null }]
      : found.map(({ id }) => ({ why, person: shown.get(id) ?? null })),
  );
  return { hints };
}

async function sameNumber(work: Work, idNumber: string | undefined): Promise<Met> {
  const why = 'same_number';
  if (idNumber === undefined) return { why, people: [], known: false };
  const idIndex = numberIndex(work.vault, normalNumber(idNumber));
  const people = await searchPeople(work, { idIndex }, 1, null);
  const known =
    people.length > 0 || (await asEngine(work, () => personByNumber(work, idIndex))) !== undefined;
  return { why, people, known };
}

async function samePhone(work: Work, phone: string | undefined): Promise<Met> {
  const number = phone === undefined ? null : readPhone(phone);
  const people =
    number === null
      ? []
      : await searchPeople(work, { phoneIndex: phoneIndex(work.vault, number) }, MOST, null);
  return { why: 'same_phone', people, known: people.length > 0 };
}

async function sameNameBirth(
  work: Work,
  { name, born }: { name: string | undefined; born: string | null },
): Promise<Met> {
  const why = 'same_name_birth';
  if (name === undefined || born === null) return { why, people: [], known: false };
  const { nameIndex, twinIndex } = indexesOf(work.vault, { name, phone: null, birthDate: born });
  const people = twinIndex === null ? [] : await namesakes(work, { nameIndex, twinIndex }, MOST);
  return { why, people, known: people.length > 0 };
}
