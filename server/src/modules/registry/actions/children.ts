import type { MyAccess } from '@fengqiao/contract/audit.ts';
import type { DoubtView } from '@fengqiao/contract/audit/doubts.ts';
import { OWN_BUSINESS_FROM, type ChildView } from '@fengqiao/contract/registry/children.ts';
import { maskOf } from '@fengqiao/contract/masks.ts';
import { accessesAbout, doubtAbout, recordAccess } from '#modules/audit';
import { personSeals } from '#modules/identity';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { ageOn, guards } from '../domain/guardian.ts';
import { familyOf, peopleById, type PersonRow } from '../store/person.ts';
import { todayOf } from '../domain/day.ts';
import { ofAccount } from './mine.ts';
import { wholeOf } from './one-person.ts';
import { factsOf } from './people.ts';

/** A minor with what is needed to read about them: their name, and whether sensitive services are their own business. */
type Child = { readonly id: string; readonly name: string; readonly ownBusiness: boolean };

/** The children of whoever asks, by the household of the registry; nobody asks for somebody else's. */
export async function myChildren(work: Work): Promise<{ items: ChildView[] }> {
  const { account, behalf } = work.actor;
  const person = account === null || behalf !== null ? null : await ofAccount(work, account);
  const children = person === null ? [] : await asEngine(work, () => childrenOf(work, person));
  if (children.length > 0)
    await recordAccess(work, {
      action: 'registry.children',
      object: 'registry.person',
      subjects: children.map(({ id }) => id),
      fields: ['name'],
      purpose: 'guardian',
      capacity: 'guardian',
      flags: ['masked', 'list'],
    });
  return { items: children.map((child) => ({ ...child, name: maskOf('name', child.name) ?? '—' })) };
}

type Asked = { limit?: number; after?: string };

/** Who looked at a child of mine. That I asked is on record like every look at somebody, though no fact about the child is shown. */
export async function childAccesses(
  work: Work,
  id: string,
  page: Asked,
): Promise<{ items: MyAccess[]; next: string | null }> {
  const whom = await concernedChild(work, id);
  const list = await accessesAbout(work, whom, page);
  await recordAccess(work, {
    action: 'registry.childAccesses',
    object: `person:${id}`,
    subjects: [id],
    fields: ['name'],
    purpose: 'guardian',
    capacity: 'guardian',
    flags: ['masked', 'list'],
  });
  return list;
}

export const doubtForChild = async (
  work: Work,
  { id, access }: { id: string; access: string },
  text: string,
): Promise<DoubtView> => doubtAbout(work, await concernedChild(work, id), { access, text });

async function concernedChild(work: Work, id: string) {
  const { account, behalf } = work.actor;
  const person = account === null || behalf !== null ? null : await ofAccount(work, account);
  if (account === null || person === null) return refuse('registry.no_such_child');
  const readable = await asEngine(work, () => readableOf(work, person, id));
  return readable === null ? refuse('registry.no_such_child') : { account, ...readable };
}

/** The keys under which looks name a child of this person, and what of them a guardian may read; null where it is no child of theirs. */
export async function readableOf(
  work: Work,
  parent: PersonRow,
  id: string,
): Promise<{ subjects: string[]; withoutSensitive: boolean } | null> {
  const child = (await childrenOf(work, parent)).find((one) => one.id === id);
  if (child === undefined) return null;
  const { people, accounts } = await wholeOf(work, { person: id, account: null });
  return { subjects: [...people, ...accounts], withoutSensitive: child.ownBusiness };
}

async function childrenOf(work: Work, parent: PersonRow): Promise<Child[]> {
  const family = await familyOf(work, parent);
  const rows = await peopleById(
    work,
    family.map(({ id }) => id),
  );
  const seals = await personSeals(work, [parent.id, ...rows.map(({ id }) => id)]);
  const me = factsOf(seals.get(parent.id), parent);
  if (me === null) return [];
  const today = todayOf(work);
  return rows.flatMap((row) => {
    const facts = factsOf(seals.get(row.id), row);
    if (facts === null || facts.birthDate === null || !guards(me, facts, today)) return [];
    const ownBusiness = ageOn(facts.birthDate, today) >= OWN_BUSINESS_FROM;
    return [{ id: row.id, name: facts.name, ownBusiness }];
  });
}
