import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { saveUnits } from '../../server/src/modules/identity/index.ts';
import type { TestPerson } from '../../server/test/people.ts';
import type { World } from '../../server/test/world.ts';
import type { Town } from '../town.ts';
import type { Act } from './scene.ts';

/** Units that have a team to which they pass work on. */
const withTeams = ['traffic_police', 'law_enforcement', 'urban_ops', 'property_co', 'police'] as const;

const layTeams = (world: World): Promise<void> =>
  world.asSystem((work) =>
    saveUnits(
      work,
      withTeams.map((unit) => ({
        id: `${unit}-t1`,
        kind: 'team',
        parent: unit,
        path: `/street/${unit}/${unit}-t1/`,
        name: { zh: '一组', en: 'Team 1' },
        shortZh: '一组',
        hasPower: false,
        dutiesZh: '',
        officialCode: null,
        phone: null,
        address: null,
        window: { from: '08:30', to: '17:30', workdaysOnly: false },
        current: true,
      })),
    ),
  );

/** Everybody who may act, the desks first. */
export async function cast(town: Town): Promise<TestPerson[]> {
  await layTeams(town.world);
  const people: TestPerson[] = [];
  for (const role of [
    'intake',
    'dispatcher',
    'leader',
    'supervisor',
    'checker',
    'callback',
    'district',
  ] as const)
    people.push(await town.desk(role));
  for (const unit of [
    'c01',
    'c01-g01',
    'c01-g02',
    'c02',
    'traffic_police',
    'law_enforcement',
    'urban_ops',
    'property_co',
    'police',
    'dispute_center',
    'gas_co',
    'district_edu',
    'district_urban',
  ])
    people.push(await town.staff(unit));
  people.push(await town.world.person('checker', 'centre'), await town.world.person('resident'));
  return people;
}

/** Whoever would do this in real life. */
export async function rightPerson(
  town: Town,
  { by }: Act,
  view: CaseView,
  pick: number,
): Promise<TestPerson | null> {
  if (by === 'reporter') return null;
  if (by === 'holder')
    return town.staff(pick % 3 ? (view.lead ?? 'c01') : (view.holder ?? view.lead ?? 'c01'));
  if (by === 'helper')
    return town.staff(
      view.tasks
        .filter((task) => task.part === 'co' && (task.state === 'open' || task.state === 'rejected'))
        .at(-1)?.unit ?? 'c01',
    );
  if (by === 'consulted')
    return town.staff(
      view.consultations.at(-1)?.opinions.find((one) => one.stance === 'waiting')?.unit ?? 'c01',
    );
  if (by === 'c01-g01') return town.staff(pick % 3 ? 'c01' : 'c01-g01');
  return town.desk(pick % 5 === 4 && by === 'supervisor' ? 'leader' : (by as 'intake'));
}
