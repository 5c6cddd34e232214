import { seedPeople, type Seeded } from '#modules/identity';
import { layGround } from '#modules/grids';
import { seedList } from '#modules/cases';
import { createStreet } from '#platform/street.ts';
import { withWork, type Rooms } from '#platform/work.ts';
import { makePerson } from '../names/people.ts';
import { Random } from '../names/random.ts';
import { makeStreet } from '../street/street.ts';
import type { Street } from '../street/types.ts';
import { makeUnits } from '../units/units.ts';
import { groundOf, unitRow } from './ground.ts';

export const SEED = 'tingfeng-2026';
export type Settled = Seeded & { readonly street: Street };

/** Makes the fictional subdistrict as it stands on its first day: ground, units, people, responsibility list; no case yet. */
export async function settle(
  rooms: Rooms,
  now: Date,
  options: { residents?: number } = {},
): Promise<Settled> {
  const street = makeStreet(SEED);
  const names = new Random(`${SEED}/names`);
  await createStreet(rooms.db, { id: street.id, nameZh: street.zh, nameEn: street.en, prefix: 'TF', now });
  return withWork(rooms, { service: 'system', street: street.id }, now, 'write', async (work) => {
    const people = await seedPeople(work, makeUnits(street).map(unitRow), {
      nameOf: () => makePerson(names).zh,
      residents: options.residents ?? 300,
    });
    await layGround(work, groundOf(street));
    await seedList(work, new Date(now.getTime() - 86_400_000));
    return { ...people, street };
  });
}
