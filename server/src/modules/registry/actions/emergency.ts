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
import { refuseKeeping } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { findPerson, searchPeople, type PersonRow } from '../store/person.ts';
import { lookedMasked } from './looks.ts';
import { factsOf, masked, soughtNobody, soughtOf } from './people.ts';
import { valueOf, type Facts } from './sealing.ts';

type Asked = Static<typeof opening.body>;

/** Opens the one person who is meant, wherever in the street they live; the row policies are lifted for this person alone. */
export async function openEmergency(
  work: Work,
  { reasonCode, text, ...who }: Asked,
): Promise<BreakGlassView> {
  const subject = await meant(work, who, text);
  return openBreakGlass(work, { subject, reasonCode, text });
}

/** The one who fits; that nobody does, or that several do, says something of them and is on record as well. */
async function meant(work: Work, who: Omit<Asked, 'reasonCode' | 'text'>, reason: string): Promise<string> {
  const sought = await soughtOf(work, who);
  const found = sought === null ? [] : await asEngine(work, () => searchPeople(work, sought, 2, null));
  const [one] = found;
  if (found.length === 1 && one !== undefined) return one.id;
  const look = { action: 'registry.openEmergency', purpose: 'emergency', reason } as const;
  if (one === undefined) {
    await soughtNobody(work, who, look);
    return refuseKeeping('registry.nobody_meant');
  }
  const subjects = found.map(({ id }) => id);
  await lookedMasked(work, { ...look, object: 'registry.person', subjects, fields: ['name'] });
  return refuseKeeping('registry.several_meant');
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
