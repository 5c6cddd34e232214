import type { Static } from 'typebox';
import type { addPerson as adding } from '@fengqiao/contract/registry/people.ts';
import { personFields, type PersonField } from '@fengqiao/contract/registry/people.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { refuse, refuseKeeping } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { homeKey, keyOf } from '../domain/keys.ts';
import { isFaulty } from '../domain/import/reading.ts';
import { readPerson } from '../domain/import/people.ts';
import { homeExists } from '../store/homes.ts';
import { insertEvent, insertPerson, personByNumber } from '../store/person.ts';
import { vouchedBy, writtenBy, wrongly } from './by-hand.ts';
import { readingOf } from './import/reading.ts';
import { todayOf } from '../domain/day.ts';
import { metByNumber } from './looks.ts';
import { keepPersonKeys, newPersonKeys } from '#modules/identity';
import { indexesOf, matchOf, sealFacts, valueOf, type Facts } from './sealing.ts';

/** Writes down one person by the rules of a row of a table; what would be a note there is a reason to correct it here. */
export async function addPerson(
  work: Work,
  { source = '现场登记', asOf = todayOf(work), ...given }: Static<typeof adding.body>,
): Promise<{ id: string; homeKnown: boolean }> {
  const vouched = vouchedBy(work, { source, asOf });
  const fields = Object.fromEntries(Object.keys(given).map((name) => [name, name]));
  const reading = await readingOf(work, { fields });
  const cells = new Map(Object.entries(given).map(([name, value]) => [name, value ?? null]));
  const read = readPerson({ line: 1, cells, broken: false }, reading);
  if (isFaulty(read)) return wrongly(read.problems);
  const wrong = read.notes.filter((note) => note !== 'address_unknown');
  if (wrong.length > 0) wrongly(wrong);
  const { facts } = read;
  const { site, door, household } = facts;
  const match = matchOf(work.vault, facts);
  const other = await asEngine(work, () => personByNumber(work, match));
  if (other !== undefined) {
    await metByNumber(work, other.id, 'register');
    return refuseKeeping('registry.known_already');
  }
  const id = work.newId();
  const keys = newPersonKeys(work, [id]);
  const home = site === null || door === null ? null : homeKey(site.building, door);
  // A worker may write down somebody of a place that another looks after; reading them stays with that one.
  const { isNew, homeKnown } = await asEngine(work, async () => {
    const known = home !== null && (await homeExists(work, home));
    await keepPersonKeys(work, keys.rows);
    const written = await insertPerson(work, {
      id,
      kind: facts.kind,
      community: site?.community ?? null,
      grid: site?.grid ?? null,
      building: site?.building ?? null,
      home: known ? home : null,
      household:
        household === null
          ? null
          : keyOf('household', work.vault.index(household, 'address').toString('hex')),
      match,
      ...indexesOf(work.vault, facts),
      ...sealFacts(keys.of(id), id, facts),
      provenance: { '*': vouched, ...writtenBy(vouched, toldOf(facts), 1) },
    });
    return { isNew: written, homeKnown: known };
  });
  if (!isNew) refuse('registry.known_already');
  await asEngine(work, () =>
    insertEvent(work, {
      person: id,
      kind: facts.since === null ? 'registered' : 'moved_in',
      at: facts.since ?? todayOf(work),
      source: vouched.source,
    }),
  );
  await work.announce('registry.person_added', id, { kind: facts.kind });
  return { id, homeKnown };
}

/** What is known of somebody new; a table of an older day is not to undo it. */
const toldOf = (facts: Facts): PersonField[] =>
  keysOf(personFields).filter((field) => {
    const value = valueOf(facts, field);
    return value !== null && !(field === 'sex' && value === '0');
  });
