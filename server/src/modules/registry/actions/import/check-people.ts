import type { Work } from '#platform/work.ts';
import type { TableRow } from '#platform/table/row.ts';
import { keyOf } from '../../domain/keys.ts';
import { homeKey } from '../../domain/keys.ts';
import type { PersonFacts } from '../../domain/import/people.ts';
import { readPerson } from '../../domain/import/people.ts';
import { isFaulty, type Reading, type Sound } from '../../domain/import/reading.ts';
import { knownPeople, stagePeople, type StagedPerson } from '../../store/stage.ts';
import { peopleById } from '../../store/person.ts';
import { newerThan, sourcesOf } from '../provenance.ts';
import {
  digestOf,
  indexesOf,
  matchOf,
  openGeneral,
  openSensitive,
  sealFacts,
  type Facts,
} from '../sealing.ts';
import { keepPersonKeys, newPersonKeys, personSeals, type PersonSeal } from '#modules/identity';
import { told, type Told } from './told.ts';

/** Reads some rows of a table of people, sorts them into new, changed and the same, seals what is to be written, and stages it. */
export async function checkPeople(
  work: Work,
  rows: readonly TableRow[],
  { id, asOf, reading }: { id: string; asOf: string; reading: Reading },
): Promise<Told> {
  const read = rows.map((row) => readPerson(row, reading));
  const sound = read.flatMap((one) => (isFaulty(one) ? [] : [one]));
  const marked = sound.map((one) => ({
    one,
    match: matchOf(work.vault, one.facts),
    digest: digestOf(work.vault, one.facts),
  }));
  const known = await knownPeople(
    work,
    marked.map(({ match }) => match),
  );
  const sorted = marked.map((row) => {
    const met = known.get(row.match.toString('hex'));
    const act =
      met === undefined
        ? ('new' as const)
        : met.digest?.equals(row.digest) === true
          ? ('same' as const)
          : ('change' as const);
    return { ...row, act, person: met?.id ?? work.newId() };
  });
  const fresh = newPersonKeys(
    work,
    sorted.flatMap(({ act, person }) => (act === 'new' ? [person] : [])),
  );
  const changed = sorted.flatMap(({ act, person }) => (act === 'change' ? [person] : []));
  const [before] = await Promise.all([factsNow(work, changed, asOf), keepPersonKeys(work, fresh.rows)]);
  const placeOf = placing(work);
  const staged = sorted.map(({ one, match, digest, act, person }): StagedPerson => {
    const place = placeOf(one.facts);
    if (act === 'same')
      return { ...nothing, ...place, line: one.line, act, id: person, match, digest, kind: one.facts.kind };
    const held = before.get(person);
    const facts: Facts = { ...one.facts, ...held?.kept };
    const seal = held?.seal ?? fresh.of(person);
    return {
      ...place,
      line: one.line,
      act,
      id: person,
      match,
      digest,
      kind: one.facts.kind,
      since: one.facts.since,
      ...indexesOf(work.vault, facts),
      ...sealFacts(seal, person, facts),
    };
  });
  await stagePeople(work, id, staged);
  return told(read, staged);
}

const nothing = { nameIndex: null, phoneIndex: null, twinIndex: null, g2: null, g3: null, since: null };

/** Tells where people live by keys; those of one home and household stand together, so each key is made once. */
function placing({ vault }: Work) {
  const homes = remembered((words: string) => homeKey(words.slice(0, UUID), words.slice(UUID)));
  const households = remembered((no: string) =>
    keyOf('household', vault.index(no, 'address').toString('hex')),
  );
  return ({ site, door, household }: Sound<PersonFacts>['facts']) => ({
    building: site?.building ?? null,
    grid: site?.grid ?? null,
    community: site?.community ?? null,
    home: site === null || door === null ? null : homes(site.building + door),
    household: household === null ? null : households(household),
  });
}

const UUID = 36;

function remembered(make: (words: string) => string): (words: string) => string {
  const made = new Map<string, string>();
  return (words) => {
    const known = made.get(words);
    if (known !== undefined) return known;
    const fresh = make(words);
    made.set(words, fresh);
    return fresh;
  };
}

type Held = { readonly seal: PersonSeal | undefined; readonly kept: Partial<Facts> };

/** What corrections have put right since the day of the table stays. */
async function factsNow(
  work: Work,
  ids: readonly string[],
  asOf: string,
): Promise<ReadonlyMap<string, Held>> {
  if (ids.length === 0) return new Map();
  const [people, seals] = await Promise.all([peopleById(work, ids), personSeals(work, ids)]);
  return new Map(
    people.map((person) => {
      const seal = seals.get(person.id);
      const fields = newerThan(sourcesOf(person), asOf);
      if (fields.length === 0) return [person.id, { seal, kept: {} }];
      const facts = {
        ...openGeneral(seal, person.id, person.g2_enc),
        ...openSensitive(seal, person.id, person.g3_enc),
      };
      const names = new Set<string>(fields.map((field) => (field === 'household' ? 'relation' : field)));
      return [
        person.id,
        { seal, kept: Object.fromEntries(Object.entries(facts).filter(([name]) => names.has(name))) },
      ];
    }),
  );
}
