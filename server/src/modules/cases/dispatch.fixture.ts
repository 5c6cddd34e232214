import type { UnitKind } from '@fengqiao/contract/units.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { saveUnits } from '#modules/identity';
import { startCases } from '#test/cases.ts';
import { places } from '#test/ground.ts';
import type { TestPerson } from '#test/people.ts';
import type { Person, World } from '#test/world.ts';

const more: readonly (readonly [id: string, kind: UnitKind])[] = [
  ['traffic_police', 'dispatched'],
  ['police', 'dispatched'],
  ['fire', 'dispatched'],
  ['construction', 'internal'],
  ['dispute_center', 'centre'],
  ['property_co', 'public_enterprise'],
  ['gas_co', 'public_enterprise'],
  ['district_urban', 'district'],
  ['district_emergency', 'district'],
  ['district_edu', 'district'],
  ['finance_asset', 'internal'],
  ['safety_emergency', 'internal'],
  ['justice_office', 'dispatched'],
  ['service_center', 'centre'],
];

export type Reply = { statusCode: number; body: string; json(): { code?: string } };
export const codeOf = (reply: Reply) => [reply.statusCode, reply.json().code];

type Matter = {
  readonly type: string;
  readonly placeKind?: string;
  readonly channel?: string;
  readonly grade?: string;
  readonly calledOut?: string;
  readonly text?: string;
};

/** A street with the units the model list speaks of, people at their posts, and cases registered by phone. */
export async function startDispatch(env: Record<string, string> = {}) {
  const world = await startCases(env);
  await world.asSystem((work) =>
    saveUnits(
      work,
      more.map(([id, kind]) => ({
        id,
        kind,
        parent: 'street',
        path: `/street/${id}/`,
        name: { zh: id, en: id },
        shortZh: id,
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
  const intake = await world.person('intake');
  const dispatcher = await world.person('dispatcher');
  const leader = await world.person('leader');
  const at = new Map<string, TestPerson>();
  return {
    world,
    intake,
    dispatcher,
    leader,
    /** Staff of a unit, made once. */
    async staff(unit: string): Promise<TestPerson> {
      const known = at.get(unit);
      if (known) return known;
      const role = /^c\d\d$/.test(unit) ? 'community' : /-g\d\d$/.test(unit) ? 'grid_worker' : 'department';
      const made = await world.person(role, unit);
      at.set(unit, made);
      return made;
    },
    registered: (matter: Matter) => registered(world, intake, matter),
    read: async (id: string, by: Person = dispatcher): Promise<CaseView> =>
      (await world.as(by).get(`/api/cases/${id}`)).json<CaseView>(),
  };
}

async function registered(
  world: World,
  intake: TestPerson,
  { channel = 'upstream', text = '橹声路口有情况需要处理', ...matter }: Matter,
): Promise<string> {
  const taken = await world
    .as(intake)
    .post('/api/cases', { text, address: '橹声路口', channel, ...places['c01-g01'] });
  if (taken.statusCode !== 200) throw new Error(taken.body);
  const id = taken.json<{ caseId: string }>().caseId;
  const done = await world.as(intake).post(`/api/cases/${id}/registration`, matter);
  if (done.statusCode !== 200) throw new Error(done.body);
  return id;
}
