import { maskOf } from '@fengqiao/contract/masks.ts';
import { personSeals } from '#modules/identity';
import { asEngine, type Work } from '#platform/work.ts';
import { readIdentity } from '../domain/identifiers.ts';
import { peopleById, personByNumber } from '../store/person.ts';
import { factsOf } from './people.ts';
import { numberIndex, openGeneral } from './sealing.ts';

/** For rooms that keep something about one person at a time, beyond the reach of whoever acts; they record the looks. */

/** Who has this name and this number of a paper; null where nobody has both. */
export const personByPaper = (
  work: Work,
  { name, idNumber }: { readonly name: string; readonly idNumber: string },
): Promise<string | null> =>
  asEngine(work, async () => {
    const read = readIdentity(idNumber);
    const number = typeof read === 'string' ? idNumber.trim().toUpperCase() : read.number;
    const found = await personByNumber(work, numberIndex(work.vault, number));
    if (found === undefined || found.state === 'dead') return null;
    const facts = factsOf((await personSeals(work, [found.id])).get(found.id), found);
    return facts !== null && plain(facts.name) === plain(name) ? found.id : null;
  });

const plain = (name: string) => name.replaceAll(/\s/g, '');

export type KnownPerson = {
  readonly name: string;
  readonly phone: string | null;
  readonly address: string | null;
};

/** How to reach one person, in clear; null once they were erased. */
export const howToReach = (work: Work, id: string): Promise<KnownPerson | null> =>
  asEngine(work, async () => {
    const [person] = await peopleById(work, [id]);
    const facts = person === undefined ? null : factsOf((await personSeals(work, [id])).get(id), person);
    return facts === null ? null : { name: facts.name, phone: facts.phone, address: facts.address };
  });

/** Masked names of a few people; whoever was erased has none. */
export const maskedNames = (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  asEngine(work, async () => {
    const [people, seals] = await Promise.all([peopleById(work, ids), personSeals(work, ids)]);
    const names = people.flatMap(({ id, g2_enc: sealed }): [string, string][] => {
      const name = maskOf('name', openGeneral(seals.get(id), id, sealed)?.name ?? null);
      return name === null ? [] : [[id, name]];
    });
    return new Map(names);
  });
