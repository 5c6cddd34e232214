import { roleNames, type Role } from '@fengqiao/contract/roles.ts';
import { openResidentSession } from '../../server/src/modules/identity/index.ts';
import type { TestPerson } from '../../server/test/people.ts';
import type { Person, World } from '../../server/test/world.ts';
import { type Planted, type Town } from '../town.ts';
import { DUTY } from './care.ts';

/** Those an operation is tried as: each role in one community, the neighbours of their units, residents and a guest. */
export type Actor = {
  readonly name: string;
  readonly role: Role | 'resident' | 'guest';
  readonly units: readonly string[];
  renew(): Promise<Person>;
};

export async function castOf({ world }: Town, planted: readonly Planted[]): Promise<Actor[]> {
  const staff = (role: Role, unit: string | undefined, units: readonly string[]): Actor => ({
    name: `${role}${unit === undefined ? '' : `@${unit}`}`,
    role,
    units,
    renew: () => world.person(role, unit),
  });
  const seats: Partial<Record<Role, readonly [string, readonly string[]]>> = {
    grid_worker: ['c01-g01', ['c01-g01']],
    community: ['c01', ['c01', 'c01-g01', 'c01-g02']],
    department: ['urban_ops', ['urban_ops']],
  };
  const named = roleNames.map((role) => staff(role, seats[role]?.[0], seats[role]?.[1] ?? []));
  const neighbours = [
    staff('grid_worker', 'c01-g02', ['c01-g02']),
    staff('community', 'c02', ['c02', 'c02-g01', 'c02-g02']),
    staff('department', 'fire', ['fire']),
    staff('department', DUTY, [DUTY]),
  ];
  const reporter = planted[0]?.resident ?? null;
  return [
    ...named,
    ...neighbours,
    { name: 'resident', role: 'resident', units: [], renew: () => world.person('resident') },
    {
      name: 'reporter',
      role: 'resident',
      units: [],
      renew: () => (reporter === null ? Promise.resolve(null) : again(world, reporter)),
    },
    { name: 'guest', role: 'guest', units: [], renew: () => Promise.resolve(null) },
  ];
}

/** Another session of the same resident. */
const again = (world: World, { account, name, street }: TestPerson): Promise<Person> =>
  world.asSystem(async (work) => ({
    ...(await openResidentSession(work, account, 'test', { seconds: 86_400, proved: true })),
    account,
    name,
    street,
  }));
