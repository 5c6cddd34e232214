import type { Static } from 'typebox';
import type { BreakGlassView } from '@fengqiao/contract/audit/oversight.ts';
import type { openEmergency as opening } from '@fengqiao/contract/registry/emergencies.ts';
import {
  REVEAL_SECONDS,
  type PersonField,
  type PersonView,
  type Revealed,
} from '@fengqiao/contract/registry/people.ts';
import { openBreakGlass, openedByMe, recordAccess } from '#modules/audit';
import { personSeals } from '#modules/identity';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { findPerson, searchPeople, type PersonRow } from '../store/person.ts';
import { factsOf, masked, soughtOf } from './people.ts';
import { valueOf, type Facts } from './sealing.ts';

type Asked = Static<typeof opening.body>;

/** Opens the one person who is meant, wherever in the street they live; the row policies are lifted for this person alone. */
export async function openEmergency(
  work: Work,
  { reasonCode, text, ...who }: Asked,
): Promise<BreakGlassView> {
  const subject = await asEngine(work, () => meant(work, who));
  return openBreakGlass(work, { subject, reasonCode, text });
}

async function meant(work: Work, who: Omit<Asked, 'reasonCode' | 'text'>): Promise<string> {
  const sought = await soughtOf(work, who);
  const found = sought === null ? [] : await searchPeople(work, sought, 2, null);
  const [one] = found;
  if (one === undefined) return refuse('registry.nobody_meant');
  return found.length > 1 ? refuse('registry.several_meant') : one.id;
}

/** The opened person, masked and alone: an emergency of one is no reason to look at their household. */
export async function viewEmergency(work: Work): Promise<PersonView> {
  const { subject, reason } = await openedByMe(work);
  const view = await asEngine(work, async () => {
    const { person, facts } = await opened(work, subject);
    return masked(work, person, facts);
  });
  await recordAccess(work, {
    action: 'registry.emergency',
    object: `person:${subject}`,
    subjects: [subject],
    fields: ['name', 'phone', 'sex'],
    purpose: 'emergency',
    reason,
    flags: ['break_glass', 'masked'],
  });
  return view;
}

export async function revealEmergency(work: Work, fields: readonly PersonField[]): Promise<Revealed> {
  const { subject, reason } = await openedByMe(work);
  const { facts } = await asEngine(work, () => opened(work, subject));
  await recordAccess(work, {
    action: 'registry.emergencyReveal',
    object: `person:${subject}`,
    subjects: [subject],
    fields,
    purpose: 'emergency',
    reason,
    flags: ['break_glass'],
  });
  return {
    values: fields.map((field) => ({ field, value: facts === null ? null : valueOf(facts, field) })),
    seconds: REVEAL_SECONDS,
  };
}

async function opened(work: Work, id: string): Promise<{ person: PersonRow; facts: Facts | null }> {
  const person = await findPerson(work, id);
  return { person, facts: factsOf((await personSeals(work, [id])).get(id), person) };
}
