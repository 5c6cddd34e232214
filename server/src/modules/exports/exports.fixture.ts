import { checkSignOf } from '@fengqiao/contract/identity-number.ts';
import type { LightMyRequestResponse } from 'fastify';
import type { ExportView } from '@fengqiao/contract/exports.ts';
import { COOKIE } from '#platform/http.ts';
import { layHomes, laySquares } from '#test/ground.ts';
import { layUnits, type TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';

export type Desk = {
  readonly world: World;
  readonly steward: TestPerson;
  readonly steward2: TestPerson;
  readonly leader: TestPerson;
  readonly officer: TestPerson;
  readonly community: TestPerson;
  readonly dispatcher: TestPerson;
  readonly intake: TestPerson;
  ask(by: TestPerson, asked: object): Promise<LightMyRequestResponse>;
  decide(by: TestPerson, id: string, approve?: boolean): Promise<LightMyRequestResponse>;
  read(by: TestPerson, id: string): Promise<ExportView>;
  take(by: TestPerson, id: string): Promise<LightMyRequestResponse>;
  /** Asked, approved by these where it must be, and made. */
  made(by: TestPerson, asked: object, approver?: TestPerson): Promise<ExportView>;
  traceFile(by: TestPerson, bytes: Buffer): Promise<LightMyRequestResponse>;
};

export const wanted = {
  what: { source: 'people', filters: {} },
  fields: ['name', 'phone'],
  format: 'csv',
  purpose: 'visit',
  reason: '入户走访核对名单',
};

/** The small street with two buildings, somebody at every desk that has to do with lists. */
export async function startDesk(): Promise<Desk> {
  const world = await startWorld();
  await world.asSystem(async (work) => {
    await layUnits(work);
    await laySquares(work);
    await layHomes(work, 'c01-g01');
  });
  const ask = (by: TestPerson, asked: object) => world.as(by).post('/api/exports', { ...wanted, ...asked });
  const decide = (by: TestPerson, id: string, approve = true) =>
    world.as(by).post(`/api/exports/${id}/decision`, { approve, answer: approve ? '确有需要' : '范围过大' });
  const read = async (by: TestPerson, id: string) =>
    (await world.as(by).get(`/api/exports/${id}`)).json<{ export: ExportView }>().export;
  return {
    world,
    steward: await world.person('steward'),
    steward2: await world.person('steward'),
    leader: await world.person('leader'),
    officer: await world.person('privacy'),
    community: await world.person('community', 'c01'),
    dispatcher: await world.person('dispatcher'),
    intake: await world.person('intake'),
    ask,
    decide,
    read,
    take: (by, id) => world.as(by).post(`/api/exports/${id}/file`),
    made: async (by, asked, approver) => {
      const reply = await ask(by, asked);
      if (reply.statusCode !== 200) throw new Error(reply.body);
      const { id } = reply.json<ExportView>();
      if (approver !== undefined) {
        const said = await decide(approver, id);
        if (said.statusCode !== 200) throw new Error(said.body);
      }
      await world.settle();
      return read(by, id);
    },
    traceFile: (by, bytes) =>
      world.app.inject({
        method: 'POST',
        url: '/api/exports/trace-file',
        payload: bytes,
        headers: { 'content-type': 'application/octet-stream' },
        cookies: { [COOKIE]: by.token },
      }),
  };
}

/** People of the registry, by the door of a single new entry; facts of nobody. */
export async function register(desk: Desk, count: number, start = 1): Promise<string[]> {
  const ids: string[] = [];
  let by = desk.steward;
  for (let i = start; i < start + count; i += 1) {
    // Numbers are looked up by hand, and so only some in a minute by one account.
    if (ids.length % 20 === 0) by = await desk.world.person('steward');
    const first17 = `000000199001${String((i % 28) + 1).padStart(2, '0')}${String(i).padStart(3, '0')}`;
    const reply = await desk.world.as(by).post('/api/registry/people', {
      name: `张测${'甲乙丙丁戊己庚辛壬癸'[i % 10] ?? '甲'}`,
      kind: 'registered',
      idNumber: first17 + checkSignOf(first17),
      sex: i % 2 === 1 ? '男' : '女',
      birthDate: `1990-01-${String((i % 28) + 1).padStart(2, '0')}`,
      phone: `1990001${String(i).padStart(4, '0')}`,
      address: `橹声路9号1幢${i}室`,
    });
    if (reply.statusCode !== 200) throw new Error(reply.body);
    ids.push(reply.json<{ id: string }>().id);
  }
  return ids;
}

/** The lines of a file under its mark, as cells. */
export const linesOf = (body: string): string[][] =>
  body
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
