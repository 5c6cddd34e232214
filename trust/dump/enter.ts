import { setTimeout as wait } from 'node:timers/promises';
import { guessFields } from '@fengqiao/contract/registry/columns.ts';
import { places } from '../../server/test/ground.ts';
import type { TestPerson } from '../../server/test/people.ts';
import type { Home } from '../server.ts';
import type { Canary } from './canaries.ts';

/** The words of a report stand in clear, to be searched; the scan must see them, or it sees nothing. */
export const IN_CLEAR = '橹声路口的垃圾堆得比鼴鼱窝还高';

/** Codes are sent to one address sixty times an hour. */
const CODES_MOST = 50;
/** Nor does one address report more often without signing in. */
const GUESTS = 5;
const SEARCHES = 12;
const AT_ONCE = 10;

export type Cast = {
  readonly resident: TestPerson;
  readonly intake: TestPerson;
  readonly steward: TestPerson;
  readonly privacy: TestPerson;
};
export type Said = { readonly asked: number; readonly refused: readonly string[] };

type Ask = {
  readonly by: TestPerson | null;
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: object;
  /** It is asked to be refused: what was said must not stay behind either. */
  readonly inVain?: boolean;
};
type Talk = (ask: Ask) => Promise<Record<string, unknown>>;

/** Everything about these people goes in by every door there is; returns what was refused that should not have been. */
export async function enterAll(home: Home, cast: Cast, people: readonly Canary[]): Promise<Said> {
  const refused: string[] = [];
  let asked = 0;
  const talk: Talk = async ({ by, path, method = 'POST', body, inVain = false }) => {
    asked += 1;
    const key = `dump-${asked}`.padEnd(12, '-');
    const reply = await fetch(`http://127.0.0.1:${home.port}/api${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        'idempotency-key': key,
        ...(by !== null && { cookie: `fengqiao=${by.token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    if (!reply.ok && !inVain) refused.push(`${method} ${path}: ${reply.status} ${text.slice(0, 300)}`);
    return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
  };
  // One after another: an address that asks for several at once is told to wait.
  for (const { phone } of people.slice(0, CODES_MOST))
    await talk({ by: null, path: '/phone-codes', body: { phone } });
  for (let first = 0; first < people.length; first += AT_ONCE)
    await Promise.all(
      people.slice(first, first + AT_ONCE).map(async (person, i) => {
        await speak(talk, cast, person, first + i);
        if (i === 0) await speakInVain(talk, cast, person);
      }),
    );
  await importPeople(home, cast.steward, people, talk);
  await exportPeople(cast, people, talk);
  for (const { name, phone, idNumber } of people.slice(0, SEARCHES))
    for (const by of [{ name }, { phone }, { idNumber }])
      await talk({ by: cast.steward, path: '/registry/people/search', body: { purpose: 'register', ...by } });
  return { asked, refused };
}

/** A report with how to be reached, by the person or at the window, and a resident's own name. */
async function speak(
  talk: Talk,
  { resident, intake }: Cast,
  { name, phone }: Canary,
  n: number,
): Promise<void> {
  const report = {
    text: IN_CLEAR,
    address: '橹声路口',
    ...places['c01-g01'],
    contact: { name, phone },
  };
  if (n < GUESTS) await talk({ by: null, path: '/reports', body: report });
  else await talk({ by: intake, path: '/cases', body: { ...report, channel: 'window' } });
  await talk({ by: resident, method: 'PUT', path: '/me/name', body: { name } });
}

/** What is refused: a name that is not proved, a helper who is unknown, a wrong code, a row with everything in the wrong place. */
async function speakInVain(
  talk: Talk,
  { resident, steward }: Cast,
  { name, phone, idNumber, address }: Canary,
): Promise<void> {
  const acts = { phone, acts: ['reports.follow'], until: '2030-01-01' };
  const wrong = { name, idNumber, phone: idNumber, address, kind: name };
  await talk({ by: resident, path: '/me/real-name', body: { name, idNumber }, inVain: true });
  await talk({ by: resident, path: '/mandates/helpers', body: acts, inVain: true });
  await talk({ by: null, path: '/phone-sessions', body: { phone, code: '000000' }, inVain: true });
  await talk({ by: steward, path: '/registry/people', body: wrong, inVain: true });
}

const header = ['姓名', '身份证号', '性别', '手机号码', '现住址', '人口类别', '户号'];

/** A table of all of them, checked and applied. */
async function importPeople(
  home: Home,
  steward: TestPerson,
  people: readonly Canary[],
  talk: Talk,
): Promise<void> {
  const lines = people.map(({ name, phone, idNumber, address }, n) =>
    [name, idNumber, n % 2 === 0 ? '男' : '女', phone, address, '户籍人口', `H${n}`].join(','),
  );
  const upload = await fetch(`http://127.0.0.1:${home.port}/api/registry/tables`, {
    method: 'POST',
    headers: {
      'content-type': 'text/csv',
      'x-file-name': encodeURIComponent('人口.csv'),
      cookie: `fengqiao=${steward.token}`,
    },
    body: [header.join(','), ...lines, ''].join('\n'),
  });
  const { id: file } = (await upload.json()) as { id: string };
  const mapping = { fields: guessFields('people', header) };
  const body = { kind: 'people', file, mapping, source: '公安户籍', asOf: '2026-01-01', unit: 'centre' };
  const path = `/registry/imports/${String((await talk({ by: steward, path: '/registry/imports', body }))['id'])}`;
  const look = () => talk({ by: steward, method: 'GET', path });
  await until('checked', look);
  await talk({ by: steward, path: `${path}/application`, body: { reason: '首次建库' } });
  await until('applied', look);
}

/** A list of all of them leaves and lies on the disk as a file, and one of its lines is traced. */
async function exportPeople(
  { steward, privacy }: Cast,
  people: readonly Canary[],
  talk: Talk,
): Promise<void> {
  const body = {
    what: { source: 'people', filters: {} },
    fields: ['name', 'phone', 'idNumber', 'address'],
    format: 'csv',
    purpose: 'register',
    reason: '年度核验，逐条比对',
  };
  const path = `/exports/${String((await talk({ by: steward, path: '/exports', body }))['id'])}`;
  await talk({ by: privacy, path: `${path}/decision`, body: { approve: true, answer: '同意' } });
  await until('ready', async () => {
    const { export: one } = await talk({ by: steward, method: 'GET', path });
    return one as Record<string, unknown>;
  });
  const [leaked] = people;
  const text = `${leaked?.name ?? ''}\t${leaked?.phone ?? ''}\t${leaked?.idNumber ?? ''}`;
  await talk({ by: privacy, path: '/exports/trace', body: { text } });
}

async function until(state: string, look: () => Promise<Record<string, unknown>>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(100)) {
    const now = (await look())['state'];
    if (now === state) return;
    if (now === 'failed') throw new Error(`The import failed before it was ${state}`);
  }
  throw new Error(`The import was not ${state} within a minute`);
}
