import type { Static } from 'typebox';
import type { addPerson as adding, noteLifeEvent as noting } from '@fengqiao/contract/registry/people.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { homeKey, keyOf } from '../domain/keys.ts';
import { isFaulty } from '../domain/import/reading.ts';
import { readPerson } from '../domain/import/people.ts';
import { homeExists } from '../store/homes.ts';
import { findPerson, insertEvent, insertPerson, lockPerson, rewritePerson } from '../store/person.ts';
import { readingOf, todayOf } from './import/reading.ts';
import { keepPersonKeys, newPersonKeys } from '#modules/identity';
import { indexesOf, matchOf, sealFacts } from './sealing.ts';

/** Writes down one person by the rules of a row of a table; what would be a note there is a reason to correct it here. */
export async function addPerson(work: Work, given: Static<typeof adding.body>): Promise<{ id: string }> {
  const fields = Object.fromEntries(Object.keys(given).map((name) => [name, name]));
  const reading = await readingOf(work, { fields });
  const cells = new Map(Object.entries(given).map(([name, value]) => [name, value ?? null]));
  const read = readPerson({ line: 1, cells, broken: false }, reading);
  if (isFaulty(read)) return refuse('registry.row_wrong', { problems: read.problems });
  const wrong = read.notes.filter((note) => note !== 'address_unknown');
  if (wrong.length > 0) refuse('registry.row_wrong', { problems: wrong });
  const { facts } = read;
  const { site, door, household } = facts;
  const id = work.newId();
  const keys = newPersonKeys(work, [id]);
  const home = site === null || door === null ? null : homeKey(site.building, door);
  const vouched = { source: '现场登记', asOf: todayOf(work), unit: work.actor.unit, import: null };
  // A worker may write down somebody of a place that another looks after; reading them stays with that one.
  const isNew = await asEngine(work, async () => {
    await keepPersonKeys(work, keys.rows);
    return insertPerson(work, {
      id,
      kind: facts.kind,
      community: site?.community ?? null,
      grid: site?.grid ?? null,
      building: site?.building ?? null,
      home: home !== null && (await homeExists(work, home)) ? home : null,
      household:
        household === null
          ? null
          : keyOf('household', work.vault.index(household, 'address').toString('hex')),
      match: matchOf(work.vault, facts),
      ...indexesOf(work.vault, facts),
      ...sealFacts(keys.of(id), id, facts),
      provenance: { '*': vouched },
    });
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
  return { id };
}

type Event = Static<typeof noting.body>;

/** Which state each event needs, and which it leads to. */
const follows = {
  moved_out: { from: ['here'], to: 'left' },
  returned: { from: ['left'], to: 'here' },
  died: { from: ['here', 'left'], to: 'dead' },
} as const;

/** Notes that somebody in reach moved away, came back or died. */
export async function noteLifeEvent(
  work: Work,
  id: string,
  { kind, at, source }: Event,
): Promise<{ id: string; state: 'here' | 'left' | 'dead' }> {
  await findPerson(work, id);
  const person = await lockPerson(work, id);
  const { from, to } = follows[kind];
  if (!fromJson<readonly string[]>(from).includes(person.state) || at > todayOf(work))
    refuse('registry.event_impossible', { state: person.state });
  await rewritePerson(work, id, { state: to });
  await insertEvent(work, { person: id, kind, at, source });
  await work.announce(`registry.${kind}`, id, {});
  return { id, state: to };
}
