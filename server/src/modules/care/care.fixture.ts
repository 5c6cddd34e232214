import type { CareView, proposeCare } from '@fengqiao/contract/care.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { allUnits, saveUnits } from '#modules/identity';
import type { TestPerson } from '#test/people.ts';
import { people, peopleCsv, startRegistry, type Registry } from '../registry/registry.fixture.ts';

type Proposal = In<typeof proposeCare>['body'];
type Given = {
  readonly who?: keyof typeof people;
  readonly by?: TestPerson;
  readonly second?: TestPerson;
} & Partial<Omit<Proposal, 'second'>>;

export type CareHouse = Registry & {
  /** Three people of the justice office, one of the health centre, one of a unit without the duty. */
  readonly worker: TestPerson;
  readonly second: TestPerson;
  readonly third: TestPerson;
  readonly doctor: TestPerson;
  readonly fitter: TestPerson;
  propose(given?: Given): ReturnType<ReturnType<Registry['world']['as']>['post']>;
  act(who: TestPerson, id: string, what: string, body: object): ReturnType<CareHouse['propose']>;
  look(who: TestPerson, id: string): ReturnType<CareHouse['propose']>;
  /** Proposed and approved, about somebody of the registry. */
  opened(given?: Given): Promise<string>;
  read(who: TestPerson, id: string): Promise<CareView>;
};

/** Words that stand in special-care records of these tests and nowhere else. */
export const canary = 'QUIETHERON';

/** The registry's small street with a justice office and a health centre beside it. */
export async function startCare(): Promise<CareHouse> {
  const registry = await startRegistry();
  const { world } = registry;
  await registry.bring('people', peopleCsv);
  await world.asSystem(async (work) => {
    const [model] = (await allUnits(work)).filter(({ id }) => id === 'urban_ops');
    if (model === undefined) throw new Error('the small street has no department');
    const unit = (id: string, zh: string) => ({
      ...model,
      id,
      kind: 'dispatched' as const,
      name: { zh, en: id },
      shortZh: zh,
      path: `/street/${id}/`,
    });
    await saveUnits(work, [unit('justice_office', '司法所'), unit('health_center', '社卫中心')]);
  });
  const [worker, second, third] = [
    await world.person('department', 'justice_office'),
    await world.person('department', 'justice_office'),
    await world.person('department', 'justice_office'),
  ];
  const doctor = await world.person('department', 'health_center');
  const fitter = await world.person('department', 'urban_ops');
  const act = (who: TestPerson, id: string, what: string, body: object) =>
    world.as(who).post(`/api/care/records/${id}/${what}`, body);
  const look = (who: TestPerson, id: string) =>
    act(who, id, 'look', { occasion: 'contact', reason: '约定的联系' });
  const propose = ({ who = 'zhang', by = worker, second: other = second, ...more }: Given = {}) =>
    world.as(by).post('/api/care/records', {
      name: people[who].name,
      idNumber: people[who].number,
      kind: 'resettlement',
      paper: `${canary}释放证明书第 1 号`,
      why: `${canary}刑满释放，没有住处`,
      measures: [`${canary}协助申请临时救助`],
      contactOn: '2026-12-01',
      until: '2027-11-01',
      ...more,
      second: other.account,
    });
  const opened = async (given: Given = {}) => {
    const { id } = (await propose(given)).json<{ id: string }>();
    const approved = await act(given.second ?? second, id, 'decision', {
      approve: true,
      answer: `${canary}同意`,
    });
    if (approved.statusCode !== 200) throw new Error(approved.body);
    return id;
  };
  const read = async (who: TestPerson, id: string) => (await look(who, id)).json<CareView>();
  return { ...registry, worker, second, third, doctor, fitter, propose, act, look, opened, read };
}
