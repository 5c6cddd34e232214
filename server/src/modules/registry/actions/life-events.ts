import type { Static } from 'typebox';
import {
  eventNeeds,
  type noteBirth as bearing,
  type noteLifeEvent as noting,
} from '@fengqiao/contract/registry/events.ts';
import type { Relation } from '@fengqiao/contract/registry/words.ts';
import { personSeals } from '#modules/identity';
import { fromJson } from '#platform/json.ts';
import { refuse, refuseKeeping } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { correct } from '../domain/correct.ts';
import { normalNumber } from '../domain/identifiers.ts';
import { keyOf } from '../domain/keys.ts';
import {
  findPerson,
  insertEvent,
  lockPerson,
  personByNumber,
  rewritePerson,
  type PersonRow,
  type Rewritten,
} from '../store/person.ts';
import { addPerson } from './add-person.ts';
import { vouchedBy, writtenBy, wrongly } from './by-hand.ts';
import { inKnownHome } from './known-home.ts';
import { sitesOf } from './import/reading.ts';
import { todayOf } from '../domain/day.ts';
import { metByNumber } from './looks.ts';
import { factsOf, soughtNobody } from './people.ts';
import { sourcesOf } from './provenance.ts';
import { indexesOf, matchOf, numberIndex, sealFacts, type Facts } from './sealing.ts';

type Event = Static<typeof noting.body>;
type State = 'here' | 'left' | 'dead';

/** Which state each event needs, and which it leads to; null where it stays. */
const follows: Readonly<
  Record<Event['kind'], { readonly from: readonly State[]; readonly to: State | null }>
> = {
  moved_in: { from: ['left'], to: 'here' },
  moved: { from: ['here'], to: null },
  moved_out: { from: ['here'], to: 'left' },
  returned: { from: ['left'], to: 'here' },
  household_changed: { from: ['here'], to: null },
  married: { from: ['here', 'left'], to: null },
  divorced: { from: ['here', 'left'], to: null },
  died: { from: ['here', 'left'], to: 'dead' },
};

/** Notes what happened to somebody in reach, with all that changes by it: state, home, household, relation to its head. */
export async function noteLifeEvent(
  work: Work,
  id: string,
  event: Event,
): Promise<{ id: string; state: State }> {
  await findPerson(work, id);
  const person = await lockPerson(work, id);
  const { kind, at, source } = event;
  const { from, to } = follows[kind];
  if (!fromJson<readonly string[]>(from).includes(person.state) || at > todayOf(work))
    refuse('registry.event_impossible', { state: person.state });
  const needs = eventNeeds[kind];
  if (needs.length > 0 && needs.every((field) => event[field] === undefined))
    refuse('registry.event_needs', { fields: needs });
  const partner = await partnerOf(work, id, event);
  const state = to ?? fromJson<State>(person.state);
  const changed = await changedBy(work, person, event);
  // Wherever somebody moves to, and whoever they marry, others may look after them.
  await asEngine(work, async () => {
    await rewritePerson(work, id, { ...changed, state });
    for (const one of partner === null ? [id] : [id, partner])
      await insertEvent(work, { person: one, kind, at, source });
  });
  await work.announce(`registry.${kind}`, id, {});
  return { id, state };
}

/** Whom somebody married or parted from, by the number of their paper; whether they are registered is on record. */
async function partnerOf(work: Work, id: string, { partner }: Event): Promise<string | null> {
  if (partner === undefined) return null;
  const index = numberIndex(work.vault, normalNumber(partner));
  const found = await asEngine(work, () => personByNumber(work, index));
  if (found === undefined)
    await soughtNobody(work, { idNumber: partner }, { action: 'registry.check', purpose: 'register' });
  else await metByNumber(work, found.id, 'register');
  if (found === undefined || found.id === id || found.state === 'dead')
    return refuseKeeping('registry.partner_unknown');
  return found.id;
}

/** What an event changes of what is written: where somebody lives, in which household, as what. */
async function changedBy(
  work: Work,
  person: PersonRow,
  { address, household, relation, at, source }: Event,
): Promise<Rewritten> {
  const key = household === undefined ? {} : { household: householdKey(work, household) };
  if (address === undefined && relation === undefined) return key;
  const seal = (await personSeals(work, [person.id])).get(person.id) ?? refuse('platform.not_found');
  const was = factsOf(seal, person) ?? refuse('platform.not_found');
  const fit =
    address === undefined
      ? { facts: {}, place: {} }
      : (correct('address', address, { sites: await sitesOf(work), today: todayOf(work) }) ??
        wrongly(['address_unreadable']));
  const facts: Facts = { ...was, ...fit.facts, ...(relation === undefined ? {} : { relation }) };
  const match = matchOf(work.vault, facts);
  const fields = [
    ...(address === undefined ? [] : ['address']),
    ...(relation === undefined ? [] : ['household']),
  ];
  const vouched = vouchedBy(work, { source, asOf: at });
  return {
    ...key,
    ...(await inKnownHome(work, fit.place ?? {})),
    ...indexesOf(work.vault, facts),
    match,
    ...sealFacts(seal, person.id, facts),
    provenance: { ...sourcesOf(person), ...writtenBy(vouched, fields, person.version + 1) },
  };
}

const householdKey = ({ vault }: Work, no: string): string =>
  keyOf('household', vault.index(no.trim(), 'address').toString('hex'));

type Birth = Static<typeof bearing.body>;

/** Writes down a child that was born to somebody in reach: in their home and household. */
export async function noteBirth(
  work: Work,
  parent: string,
  { at, source, ...child }: Birth,
): Promise<{ id: string }> {
  await findPerson(work, parent);
  const person = await lockPerson(work, parent);
  if (person.state !== 'here' || at > todayOf(work))
    refuse('registry.event_impossible', { state: person.state });
  const facts = factsOf((await personSeals(work, [parent])).get(parent), person);
  const { id } = await addPerson(work, {
    ...child,
    kind: fromJson<'registered'>(person.kind),
    birthDate: at,
    relation: childOf(facts?.relation ?? null),
    ...(facts?.address == null ? {} : { address: facts.address }),
    source,
  });
  const { community, grid, building, home } = person;
  // Who lived alone has a household from now on.
  const household = person.household ?? work.newId();
  await asEngine(work, async () => {
    if (person.household === null) await rewritePerson(work, parent, { household });
    await rewritePerson(work, id, { community, grid, building, home, household });
    await insertEvent(work, { person: id, kind: 'born', at, source });
  });
  return { id };
}

/** What a child is to the head of the household, by what their parent is. */
const childOf = (parent: Relation | null): Relation =>
  parent === null || parent === 'head' || parent === 'spouse'
    ? 'child'
    : parent === 'child'
      ? 'grandchild'
      : 'other';
