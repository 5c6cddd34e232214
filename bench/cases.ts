import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Random } from '../server/town/names/random.ts';
import type { CasesReady } from './cases-server.ts';
import { fire, measure, type Report, type Shot } from './harness.ts';

/** A scene of the loop and what it may cost: CPU of server and database per request, or the 95th percentile of waiting. */
type Scene = {
  readonly name: string;
  readonly shots: (ready: CasesReady) => Shot[];
  readonly cpuMs?: number;
  readonly p95Ms?: number;
  readonly total?: number;
  /** Too much work for warming the server up with. */
  readonly heavy?: true;
};
export type Measured = Report & { readonly limit: string; readonly kept: boolean };

const random = new Random('bench');
const get = (cookie: string | undefined, path: string): Shot => ({
  method: 'GET',
  path: `/api${path}`,
  headers: { cookie: cookie ?? '' },
});
const post = (cookie: string | undefined, path: string, body: unknown): Shot => ({
  method: 'POST',
  path: `/api${path}`,
  headers: { cookie: cookie ?? '' },
  body,
});
const things = [
  '路灯不亮',
  '垃圾没人清',
  '井盖松动',
  '停车堵路',
  '半夜施工',
  '楼道堆物',
  '树枝断了',
  '污水外溢',
];

const create = ({ cookies, places }: CasesReady): Shot[] =>
  Array.from({ length: 2500 }, (_, n) => {
    const { lng, lat, address } = random.pick(places);
    const text = `${address}门口${random.pick(things)}，已经${random.int(2, 9)}天了，晚上路过的老人差点摔倒，请尽快派人来看看，谢谢。`;
    return post(cookies['intake'], '/cases', {
      channel: 'phone',
      text,
      lng,
      lat,
      address,
      contact: { name: '王女士', phone: `138${String(10_000_000 + n)}` },
    });
  });
const acknowledge = ({ cookies, toAcknowledge }: CasesReady) =>
  toAcknowledge.map(({ id, lead }) => post(cookies[lead], `/cases/${id}/acknowledgement`, {}));
const contact = ({ cookies, toAcknowledge }: CasesReady) =>
  toAcknowledge.map(({ id, lead }) =>
    post(cookies[lead], `/cases/${id}/contact`, { reached: true, note: '已电话联系，约定上门。' }),
  );
const list =
  (who: string, ...queries: string[]) =>
  ({ cookies }: CasesReady) =>
    queries.map((query) => get(cookies[who], `/cases?limit=20&${query}`));
const read = (from: 'open' | 'archived') => (ready: CasesReady) =>
  ready[from].map((id) => get(ready.cookies['dispatcher'], `/cases/${id}`));
const search =
  (...words: string[]) =>
  ({ cookies }: CasesReady) =>
    [cookies['dispatcher'], cookies['urban_ops']].flatMap((who) =>
      words.map((word) => get(who, `/cases?limit=20&q=${encodeURIComponent(word)}`)),
    );

const look =
  (...paths: string[]) =>
  ({ cookies }: CasesReady) =>
    paths.map((path) => get(cookies['leader'], path));

const LIST_MS = 1;
export const scenes: readonly Scene[] = [
  { name: 'list by deadline, open desk', shots: list('dispatcher', 'desk=open&sort=due'), cpuMs: LIST_MS },
  {
    name: 'list newest of a community',
    shots: list('dispatcher', 'desk=all&sort=newest&community=c03', 'desk=open&sort=newest&community=c07'),
    cpuMs: LIST_MS,
  },
  {
    name: 'list by type and state',
    shots: list(
      'dispatcher',
      'desk=all&sort=newest&type=05003',
      'state=archived&sort=newest&type=01012&grade=B',
    ),
    cpuMs: LIST_MS,
  },
  {
    name: 'list late, oldest first',
    shots: list('dispatcher', 'desk=overdue&sort=oldest', 'desk=open&sort=changed&late=true'),
    cpuMs: LIST_MS,
  },
  {
    name: 'list of a department',
    shots: list('urban_ops', 'desk=mine&sort=due', 'desk=all&sort=newest'),
    cpuMs: LIST_MS,
  },
  {
    name: 'list to check and to close',
    shots: list('dispatcher', 'desk=to_check&sort=due', 'desk=to_close&sort=due'),
    cpuMs: LIST_MS,
  },
  { name: 'read an open case', shots: read('open'), cpuMs: 1.5 },
  { name: 'read an archived case', shots: read('archived'), cpuMs: 1.5 },
  { name: 'search frequent, two characters', shots: search('路灯', '小区', '处理'), p95Ms: 30, total: 600 },
  { name: 'search middling, two characters', shots: search('井盖', '漏水', '噪音'), p95Ms: 30, total: 600 },
  { name: 'search rare, two characters', shots: search('白鹭', '捕捉'), p95Ms: 30, total: 600 },
  {
    name: 'search four characters',
    shots: search('路灯不亮', '飞线充电', '捕捉白鹭'),
    p95Ms: 30,
    total: 600,
  },
  {
    name: 'cockpit of 30 and of 90 days',
    shots: look('/cockpit?days=30', '/cockpit?days=90'),
    cpuMs: 800,
    total: 40,
    heavy: true,
  },
  {
    name: 'parity and decisions',
    shots: look('/cockpit/parity?days=90', '/cockpit/decisions'),
    cpuMs: 200,
    total: 40,
    heavy: true,
  },
  { name: 'create a case', shots: create, cpuMs: 2.5, total: 2500 },
  { name: 'acknowledge', shots: acknowledge, cpuMs: 2.5, total: 0 },
  { name: 'contact', shots: contact, cpuMs: 2.5, total: 0 },
];

const CONNECTIONS = 8;
const TOTAL = 3000;
const WARM = 6000;

/** Loads so many cases behind a server in a process of its own; bare ones stand without all that belongs to them. */
export async function startCases(
  count: number,
  { profile = false, bare = false },
): Promise<{ ready: CasesReady; server: ChildProcess }> {
  const flags = profile ? ['--cpu-prof', '--cpu-prof-dir=/tmp/bench-prof'] : [];
  const server = fork(
    fileURLToPath(new URL('cases-server.ts', import.meta.url)),
    [String(count), bare ? 'bare' : ''],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: flags,
    },
  );
  const ready = await new Promise<CasesReady>((resolve, reject) => {
    server.once('message', (said: CasesReady) => resolve(said));
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { ready, server };
}

/** Loads so many cases, plays the scenes whose names fit, and gives what each cost. */
export async function measureCases(
  count: number,
  only = /./,
  profile = false,
): Promise<{ measured: Measured[]; ready: CasesReady; server: ChildProcess }> {
  const { ready, server } = await startCases(count, { profile });
  const watched = { server: server.pid ?? 0, postmaster: ready.postmaster };
  const measured: Measured[] = [];
  const load = { base: ready.base, connections: CONNECTIONS, freshKeys: true };
  const asked = scenes.filter(({ name }) => only.test(name));
  // A server that has run for a while is what is measured, not its first minute, in which programs are still compiled.
  const reading = asked
    .filter(({ heavy }) => heavy !== true)
    .flatMap((scene) => scene.shots(ready))
    .filter(({ method }) => method === 'GET');
  await fire({ ...load, shots: reading, total: reading.length === 0 ? 0 : WARM });
  for (const scene of asked) {
    const shots = scene.shots(ready);
    const total = scene.total === 0 ? shots.length : (scene.total ?? TOTAL);
    const warm = shots[0]?.method === 'GET' ? 0 : 200;
    await (warm === 0 ? Promise.resolve() : fire({ ...load, shots: shots.slice(0, warm), total: warm }));
    measured.push(
      judged(
        scene,
        await measure(scene.name, { ...load, shots: shots.slice(warm), total: total - warm }, watched),
      ),
    );
  }
  return { measured, ready, server };
}

function judged({ cpuMs, p95Ms }: Scene, report: Report): Measured {
  const cpu = report.serverCpuMs + report.postgresCpuMs;
  if (p95Ms !== undefined) return { ...report, limit: `p95 ≤ ${p95Ms} ms`, kept: report.p95Ms <= p95Ms };
  return { ...report, limit: `CPU ${cpu.toFixed(2)} ≤ ${cpuMs ?? 0} ms`, kept: cpu <= (cpuMs ?? 0) };
}
