import { setTimeout as wait } from 'node:timers/promises';
import { options } from '../server/src/platform/config-options.ts';
import { COOKIE } from '../server/src/platform/http.ts';
import { garbage } from '../server/test/cases.ts';
import { inspect } from '../server/test/inspect.ts';
import type { TestPerson } from '../server/test/people.ts';
import type { Check, Depth, Experiment } from './experiment.ts';
import { dropHome, makeHome, startServer, stopServer, type Home } from './server.ts';

/** What the product lets one source do in a minute when nobody has set it otherwise. */
const ALLOWED = Number(options.RATE_LIMIT[0]);
const TIMES = 7;
const MOST_RATIO = 2;
/** Steady people wait so long between two requests, which keeps them well below what they are allowed. */
const THINKS = 160;
const spells = {
  short: { ms: 2_000, rounds: 1 },
  long: { ms: 10_000, rounds: 5 },
} as const satisfies Record<Depth, object>;

/** The office of the steady people and of the session that surges; elsewhere sits the address that does. */
const OFFICE = '10.1.1.1';
const STRANGER = '10.9.9.9';

/** One source that sends seven times what it is allowed costs the others little, is told to wait, and loses nothing it was told it has. */
export const surge: Experiment = {
  name: `a surge of ${TIMES} times what one source is allowed, from a session and from an address without one`,
  run: async (depth, check) => {
    const home = await makeHome(['intake', 'intake', 'intake', 'intake', 'leader', 'dispatcher', 'intake']);
    try {
      const server = await startServer(home, { more: { RATE_LIMIT: String(ALLOWED), TRUST_PROXY: 'on' } });
      let seen: Seen;
      try {
        seen = await play(home, depth);
      } finally {
        await stopServer(server);
      }
      judgeOthers(seen, depth, check);
      judgeSources(seen, check);
      await judgeStored(home, seen, check);
    } finally {
      dropHome(home);
    }
  },
};

type Spell = 'calm' | 'session' | 'address';
type Sent = {
  readonly by: 'others' | 'session' | 'address';
  /** The text of the report it took, where it took one. */
  readonly mark: string | null;
  readonly status: number;
  readonly ms: number;
  readonly text: string;
  readonly retryAfter: string | null;
};
type Seen = {
  readonly sent: Sent[];
  /** The slowest twentieth of the others, in ms, spell by spell. */
  readonly p95: Readonly<Record<Spell, number[]>>;
  /** How long each source was at it, in s. */
  readonly lasted: { session: number; address: number };
};

type Source = {
  readonly by: Sent['by'];
  readonly address: string;
  readonly person: TestPerson | null;
};

async function play(home: Home, depth: Depth): Promise<Seen> {
  const others = home.people
    .slice(0, -1)
    .map((person) => ({ by: 'others', address: OFFICE, person }) as const);
  const session: Source = { by: 'session', address: OFFICE, person: home.people.at(-1) ?? null };
  const address: Source = { by: 'address', address: STRANGER, person: null };
  const sent: Sent[] = [];
  const p95: Record<Spell, number[]> = { calm: [], session: [], address: [] };
  const { ms, rounds } = spells[depth];
  const pen = { down: false };
  const steady = Promise.all(others.map((one, n) => work(home, one, { n, pen, sent })));
  const began = performance.now();
  for (let round = 0; round < rounds; round += 1)
    for (const spell of ['calm', 'session', 'calm', 'address'] as const) {
      const source = { calm: null, session, address }[spell];
      // A minute's worth may come at once; it is spent first, so that what is measured is the surge that goes on.
      if (source !== null) await spend(home, source, sent);
      const from = sent.length;
      if (source === null) await wait(ms);
      else await flood(home, source, { sent, ms });
      p95[spell].push(slowest(sent.slice(from)));
    }
  pen.down = true;
  await steady;
  const lasted = (performance.now() - began) / 1000;
  return { sent, p95, lasted: { session: lasted, address: lasted } };
}

type Working = { readonly n: number; readonly pen: { readonly down: boolean }; readonly sent: Sent[] };

/** Reads lists and counts, and takes a report at every fourth turn where the post may. */
async function work(
  home: Home,
  source: Source & { person: TestPerson },
  { n, pen, sent }: Working,
): Promise<void> {
  const readings = ['/cases', '/cases/counts', '/cases?desk=open&sort=newest'];
  await wait((THINKS / 6) * n);
  for (let turn = 0; !pen.down; turn += 1) {
    const writes = source.person.role === 'intake' && turn % 4 === 0;
    if (writes) sent.push(await take(home, source, `常办${n}号第${turn}件`));
    else sent.push(await ask(home, source, readings[turn % readings.length] ?? '/cases'));
    await wait(THINKS);
  }
}

/** Asks what costs next to nothing until it is told to wait. */
async function spend(home: Home, source: Source, sent: Sent[]): Promise<void> {
  for (let left = ALLOWED * 3; left > 0; left -= 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(home, source, '/time')));
    sent.push(...answers);
    if (answers.some(({ status }) => status === 429)) return;
  }
}

const GAP = 60_000 / (ALLOWED * TIMES);
const PATIENCE = 6_000;
let marks = 0;

/** Sends by the clock, whether or not answers have come, and until one was told to wait; every other request takes a report. */
async function flood(home: Home, source: Source, { sent, ms }: { sent: Sent[]; ms: number }): Promise<void> {
  const underWay: Promise<unknown>[] = [];
  const began = performance.now();
  let refused = false;
  for (let turn = 0; ; turn += 1) {
    const passed = performance.now() - began;
    if (passed > ms + PATIENCE || (passed > ms && refused)) break;
    const ahead = turn * GAP - passed;
    if (ahead > 1) await wait(ahead);
    const one =
      turn % 2 === 0
        ? take(home, source, `急涌第${(marks += 1)}件`)
        : ask(home, source, source.person === null ? NEARBY : '/cases');
    underWay.push(
      one.then((answer) => {
        sent.push(answer);
        refused ||= answer.status === 429;
      }),
    );
  }
  await Promise.all(underWay);
}

const NEARBY = `/reports/nearby?lng=${garbage.lng}&lat=${garbage.lat}`;

/** A report as staff write it down, or as a guest sends it. */
const take = (home: Home, source: Source, mark: string): Promise<Sent> =>
  ask(home, source, source.person === null ? '/reports' : '/cases', mark);

async function ask(
  { port }: Home,
  { by, address, person }: Source,
  path: string,
  mark: string | null = null,
): Promise<Sent> {
  const began = performance.now();
  const headers = {
    'x-forwarded-for': address,
    ...(person === null ? {} : { cookie: `${COOKIE}=${person.token}` }),
    ...(mark === null
      ? {}
      : { 'content-type': 'application/json', 'idempotency-key': `surge-${encodeURIComponent(mark)}` }),
  };
  const body = { ...garbage, text: mark, ...(person === null ? {} : { channel: 'phone' }) };
  const reply = await fetch(`http://127.0.0.1:${port}/api${path}`, {
    headers,
    ...(mark === null ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  const ms = performance.now() - began;
  return { by, mark, status: reply.status, ms, text, retryAfter: reply.headers.get('retry-after') };
}

/** The time within which nineteen of twenty of the others were answered, in ms. */
function slowest(sent: readonly Sent[]): number {
  const times = sent.flatMap(({ by, ms }) => (by === 'others' ? [ms] : [])).toSorted((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;

function judgeOthers({ sent, p95 }: Seen, depth: Depth, check: Check): void {
  const others = sent.filter(({ by }) => by === 'others');
  check(
    `${others.length} requests of the others are all answered as ever`,
    others
      .filter(({ status }) => status !== 200)
      .map(({ status, text }) => `${status} ${text.slice(0, 200)}`),
  );
  const calm = median(p95.calm);
  const lines = (['session', 'address'] as const).map((source) => {
    const ratio = median(p95[source]) / calm;
    return { ratio, words: `${source} ${median(p95[source]).toFixed(1)} ms, ${ratio.toFixed(2)} times` };
  });
  const told = `p95 of the others: calm ${calm.toFixed(1)} ms; ${lines.map(({ words }) => words).join('; ')}`;
  // A machine that tests share with others tells nothing by its clock; the long form is run alone.
  if (depth === 'short') console.log(`    ${told}`);
  else
    check(
      `a surge makes the others wait at most ${MOST_RATIO} times as long (${told})`,
      lines.filter(({ ratio }) => !(ratio <= MOST_RATIO)).map(({ words }) => words),
    );
}

function judgeSources({ sent, lasted }: Seen, check: Check): void {
  for (const by of ['session', 'address'] as const) {
    const own = sent.filter((one) => one.by === by);
    const served = own.filter(({ status }) => status !== 429);
    const most = Math.ceil(ALLOWED * (1 + lasted[by] / 60)) + 1;
    check(`of ${own.length} requests of one ${by} ${own.length - served.length} were told to wait`, [
      ...(served.length > most ? [`${served.length} were let through where ${most} are allowed`] : []),
      ...(served.length === own.length ? ['none was'] : []),
      ...served
        .filter(({ status }) => status !== 200)
        .map(({ status, text }) => `${status} ${text.slice(0, 200)}`),
      ...own.filter((one) => one.status === 429 && !isToldToWait(one)).map(({ text }) => text.slice(0, 200)),
    ]);
  }
}

const isToldToWait = ({ text, retryAfter }: Sent) =>
  Number(retryAfter) > 0 && /"code":"platform.too_many","zh":"[^"]*稍后[^"]*","en":"[^"]*Wait/.test(text);

async function judgeStored({ folder }: Home, { sent }: Seen, check: Check): Promise<void> {
  const taken = sent.flatMap(({ mark, status }) => (mark !== null && status === 200 ? [mark] : []));
  const [stored] = await inspect<{ texts: string[]; keys: number }>(
    folder,
    'select (select array_agg(text) from cases.report) as texts, (select count(*)::int from platform.idempotency) as keys',
  );
  const texts = stored?.texts ?? [];
  const acknowledged = new Set(taken);
  const found = new Set(texts);
  check(`${taken.length} acknowledged reports of all are stored, each once, and none that was refused`, [
    ...taken.filter((mark) => !found.has(mark)).map((mark) => `${mark} is lost`),
    ...texts.filter((mark) => !acknowledged.has(mark)).map((mark) => `${mark} was refused and is there`),
    ...(texts.length === found.size ? [] : [`${texts.length - found.size} are there twice`]),
    ...(stored?.keys === taken.length
      ? []
      : [`${stored?.keys} answers are kept for ${taken.length} reports`]),
  ]);
}
