import type { CareView } from '@fengqiao/contract/care.ts';
import { allUnits, saveUnits } from '../../server/src/modules/identity/index.ts';
import { checkSignOf } from '@fengqiao/contract/identity-number.ts';
import type { TestPerson } from '../../server/test/people.ts';
import { must, type Planted, type Town } from '../town.ts';

/** The unit whose duty it is; somebody of it who has neither seat is among those who try. */
export const DUTY = 'justice_office';
/** Stands in every word of the record, and nowhere else. */
const CANARY = 'HIDDENHERON';
const [NAME, FIRST] = ['冯远山', '00000019790311018'] as const;

/** Somebody of the registry, for proposals that are to meet a person. */
export const knownPerson = { name: NAME, idNumber: FIRST + checkSignOf(FIRST) };

export type CareFolk = {
  readonly planted: Planted;
  readonly worker: TestPerson;
  readonly second: TestPerson;
};

/** A record of special care that two people know: whoever else is told a word of it is told too much. */
export async function plantCare(town: Town): Promise<CareFolk> {
  const { world } = town;
  await world.asSystem(async (work) => {
    const model = (await allUnits(work)).find(({ id }) => id === 'urban_ops');
    if (model === undefined) throw new Error('the small street has no department');
    const named = { kind: 'dispatched' as const, name: { zh: '司法所', en: DUTY }, shortZh: '司法所' };
    await saveUnits(work, [{ ...model, ...named, id: DUTY, path: model.path.replace('urban_ops', DUTY) }]);
  });
  const [worker, second] = [
    await world.person('department', DUTY),
    await world.person('department', DUTY),
  ] as const;
  const { id: person } = must<{ id: string }>(
    await world
      .as(await town.desk('steward'))
      .post('/api/registry/people', { kind: 'resident', ...knownPerson }),
  );
  const { id } = must<{ id: string }>(
    await world.as(worker).post('/api/care/records', {
      ...knownPerson,
      kind: 'resettlement',
      paper: `${CANARY}释放证明书第 1 号`,
      why: `${CANARY}刑满释放，没有住处`,
      measures: [`${CANARY}协助申请临时救助`],
      contactOn: day(world.clock.now(), 7),
      until: day(world.clock.now(), 300),
      second: second.account,
    }),
  );
  const act = (who: TestPerson, what: string, body: object) =>
    world.as(who).post(`/api/care/records/${id}/${what}`, body);
  must(await act(second, 'decision', { approve: true, answer: `${CANARY}同意` }));
  must(await act(worker, 'notes', { text: `${CANARY}已见面`, contactOn: day(world.clock.now(), 14) }));
  const planted: Planted = {
    canary: CANARY,
    street: world.street,
    caseId: id,
    report: '',
    no: '',
    resident: worker,
    seenBy: [],
    ids: { care: id, registry: person },
  };
  return { planted, worker, second };
}

/** What is wrong when the two who may know the record read it after everybody else has tried. */
export async function stillKept({ world }: Town, { planted, worker }: CareFolk): Promise<string[]> {
  const reply = await world
    .as(worker)
    .post(`/api/care/records/${planted.ids['care']}/look`, { occasion: 'contact', reason: '约定的联系' });
  if (reply.statusCode !== 200) return [`${reply.statusCode} ${reply.body.slice(0, 200)}`];
  const { why, notes } = reply.json<CareView>();
  return why.includes(CANARY) && notes.every(({ text }) => text.includes(CANARY)) ? [] : [reply.body];
}

const DAY_MS = 86_400_000;
const day = (now: Date, ahead: number) => new Date(now.getTime() + ahead * DAY_MS).toISOString().slice(0, 10);
