import type { ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { COOKIE } from '../server/src/platform/http.ts';
import type { TestPerson } from '../server/test/people.ts';
import { enough, missing, startWriting, storedIn, twice, WRITERS, type Told } from './acknowledged.ts';
import type { Check, Depth, Experiment } from './experiment.ts';
import { cache, dropHome, makeHome, startServer, stopServer, type Home } from './server.ts';
import { smallDisk, type SmallDisk } from './small-disk.ts';
import { sendUntilTold, type Answer } from './writer.ts';

const MEGABYTES = 512;
const LONGEST_ABSENCE = 10_000;
/** An answer that takes longer is a hang to whoever waits for it. */
const PATIENCE = 15_000;

/** What happens to the database once there is no room: nothing, it is killed, or its log must grow and cannot. */
type Blow = 'none' | 'killed' | 'pressed';
const blows: Readonly<Record<Depth, readonly Blow[]>> = {
  short: ['pressed'],
  long: ['none', 'killed', 'pressed', 'none', 'killed', 'pressed', 'none', 'killed', 'pressed'],
};

type Place = { readonly small: SmallDisk; readonly home: Home; readonly log: string };

/** A service whose disk is full says so, loses nothing of what it acknowledged, and goes on by itself once there is room. */
export const disk: Experiment = {
  name: 'a disk that is filled to the last byte under 12 writers, and freed',
  run: async (depth, check) => {
    const small = await smallDisk(cache, MEGABYTES);
    const logs = mkdtempSync(join(cache, 'log-'));
    const log = join(logs, 'server.log');
    let home: Home | null = null;
    try {
      home = await makeHome(['intake']);
      await small.run('cp', '-a', `${home.folder}/.`, small.path);
      const place = { small, home: { ...home, folder: small.path }, log };
      const seen = await play(place, depth);
      check('a start on a full disk ends with words that say what to do', await startFull(place));
      rmSync(home.folder, { recursive: true });
      await small.run('cp', '-a', small.path, home.folder);
      await judgeStored(home, seen, check);
      judgeAnswers(seen, check);
      judgeLog(readFileSync(log, 'utf8'), blows[depth].length, check);
      judgeAbsences(seen.absences, depth, check);
    } finally {
      await small.drop();
      if (home !== null) dropHome(home);
      rmSync(logs, { recursive: true });
    }
  },
};

type Heard = { readonly answer: Answer | null; readonly ms: number };
type Seen = {
  readonly told: readonly Told[];
  readonly heard: Heard[];
  /** What was not as it should be while the disk was full. */
  readonly amiss: string[];
  /** The content that was taken in once there was room again. */
  readonly files: string[];
  readonly absences: number[];
  restarted: boolean;
};

async function play({ small, home, log }: Place, depth: Depth): Promise<Seen> {
  const [person] = home.people;
  if (person === undefined) throw new Error('nobody writes');
  const server = await startServer(home, { log, within: small.within, more: { LOG_LEVEL: 'info' } });
  try {
    const heard: Heard[] = [];
    const pens = startWriting(home, person, {
      heard: (answer, ms) => void heard.push({ answer, ms }),
    });
    const seen: Seen = { told: pens.told, heard, amiss: [], files: [], absences: [], restarted: false };
    for (const blow of blows[depth]) {
      await enough(pens, WRITERS * 2);
      await fillAndFree({ small, home, person, server, seen }, blow);
    }
    await enough(pens, WRITERS);
    await pens.down();
    seen.restarted = server.exitCode !== null || server.signalCode !== null;
    return seen;
  } finally {
    await stopServer(server);
  }
}

async function startFull({ small, home }: Place): Promise<string[]> {
  await small.fill();
  try {
    await stopServer(await startServer(home, { within: small.within }));
    return ['it did not end'];
  } catch (error) {
    const said = String(error).split('\n').slice(1).join('\n');
    return /^磁盘已满：请.+\n {2}The disk is full: make room.+\n$/.test(said) ? [] : [said];
  } finally {
    await small.free();
  }
}

type Scene = {
  readonly small: SmallDisk;
  readonly home: Home;
  readonly person: TestPerson;
  readonly server: ChildProcess;
  readonly seen: Seen;
};

async function fillAndFree({ small, home, person, seen }: Scene, blow: Blow): Promise<void> {
  const hand = handOf(home, person);
  const file = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)]);
  await small.fill();
  await until(async () => (await hand.get('/health')).text.includes('"disk":"full"'));
  seen.amiss.push(...(await lookAround(hand, file)).map((line) => `full: ${line}`));
  const reading = await hand.get('/cases');
  if (reading.status !== 200) seen.amiss.push(`reading while it is full: ${reading.status} ${reading.text}`);
  if (blow === 'killed')
    process.kill(Number((await small.run('cat', pidFile(small))).split('\n')[0]), 'SIGKILL');
  if (blow === 'pressed') await press(small);
  for (let turn = 0; turn < 8; turn += 1) {
    // What the database gave back on its way down is taken too.
    await small.fill();
    await wait(200);
  }
  seen.amiss.push(...(await lookAround(hand, file)).map((line) => `${blow}: ${line}`));
  await small.free();
  const freed = performance.now();
  const key = `after-${blow}-${seen.absences.length}`;
  await sendUntilTold(home, person, '/saved-views', { key, body: { name: key, query: '' } });
  seen.absences.push(performance.now() - freed);
  const taken = await hand.upload(file);
  if (taken.status === 200) seen.files.push(createHash('sha256').update(file).digest('hex'));
  else seen.amiss.push(`an upload once there is room: ${taken.status} ${taken.text}`);
}

const pidFile = ({ path }: SmallDisk) => join(path, 'cluster-18', 'postmaster.pid');

/** Lets the log of the database grow by more than the piece it has, which stops it where there is no room. */
async function press({ run, path }: SmallDisk): Promise<void> {
  const script = `
    import { readFileSync } from 'node:fs';
    import pg from ${JSON.stringify(import.meta.resolve('pg'))};
    const url = new URL(readFileSync(${JSON.stringify(join(path, 'database.url'))}, 'utf8'));
    url.username = 'postgres';
    const client = new pg.Client({ connectionString: url.href });
    client.on('error', () => undefined);
    await client.connect();
    for (let turn = 0; turn < 60; turn += 1)
      await client.query("select pg_logical_emit_message(false, 'press', repeat('x', 4000000))");`;
  const stood = await run(process.execPath, '--input-type=module', '-e', script).then(
    () => true,
    () => false,
  );
  if (stood) throw new Error('the database wrote 240 MB of log where there was no room');
}

type Hand = {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  upload(file: Buffer): Promise<Answer>;
};

function handOf({ port }: Home, { token }: TestPerson): Hand {
  const ask = async (path: string, more: RequestInit = {}, type = 'application/json'): Promise<Answer> => {
    try {
      const reply = await fetch(`http://127.0.0.1:${port}/api${path}`, {
        ...more,
        headers: {
          cookie: `${COOKIE}=${token}`,
          ...(more.method === 'POST' ? { 'content-type': type } : {}),
        },
        signal: AbortSignal.timeout(PATIENCE),
      });
      return { status: reply.status, text: await reply.text(), retryAfter: reply.headers.get('retry-after') };
    } catch (error) {
      return { status: 0, text: String(error), retryAfter: null };
    }
  };
  return {
    get: (path) => ask(path),
    post: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body) }),
    upload: (file) => ask('/uploads', { method: 'POST', body: new Uint8Array(file) }, 'application/pdf'),
  };
}

/** What a full disk must be told as, and is not: to who saves, to who uploads, to the operator. */
async function lookAround(hand: Hand, file: Buffer): Promise<string[]> {
  const saving = await hand.post('/saved-views', { name: '满', query: '' });
  const uploading = await hand.upload(file);
  const health = await hand.get('/health');
  const isTold =
    health.status === 503 &&
    /"disk":"full","says":\[\{"zh":"磁盘已满[^"]+","en":"The disk is full[^"]+"/.test(health.text);
  return [
    ...(isDiskFull(saving) ? [] : [`saving is answered ${saving.status} ${saving.text}`]),
    ...(isDiskFull(uploading) ? [] : [`an upload is answered ${uploading.status} ${uploading.text}`]),
    ...(isTold ? [] : [`the health is ${health.status} ${health.text}`]),
  ];
}

const isDiskFull = ({ status, text, retryAfter }: Answer) =>
  status === 503 &&
  Number(retryAfter) > 0 &&
  /"code":"platform.disk_full","zh":"[^"]*磁盘已满[^"]*","en":"[^"]*disk[^"]*full/.test(text);

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE; !(await holds()); await wait(50))
    if (Date.now() > end) throw new Error('the server does not see that the disk is full');
}

async function judgeStored(home: Home, { told, files, restarted }: Seen, check: Check): Promise<void> {
  const stored = await storedIn(home);
  check(
    `${told.length} cases acknowledged before, while and after it was full are all stored, in the state that was acknowledged`,
    missing(told, stored),
  );
  check('nothing is stored twice', twice(stored));
  const kept = readdirSync(join(home.folder, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => basename(entry.name));
  check('of uploads those that were acknowledged are kept, and nothing of those that were refused', [
    ...files.filter((sha256) => !kept.includes(sha256)).map((sha256) => `${sha256} is lost`),
    ...kept.filter((name) => !files.includes(name)).map((name) => `${name} was left`),
  ]);
  check('the server was never restarted by hand', restarted ? ['it ended'] : []);
}

function judgeAnswers({ heard, amiss }: Seen, check: Check): void {
  const refused = heard.filter(({ answer }) => answer !== null && isDiskFull(answer)).length;
  check(
    'while it is full, who saves, who uploads and the operator are told so in both languages, and reading goes on',
    amiss,
  );
  const other = heard.filter(({ answer }) => answer === null || ![200, 409].includes(answer.status));
  check(`${refused} saves of the writers were refused, each as a full disk and in time`, [
    ...(refused === 0 ? ['none was'] : []),
    ...other
      .filter(({ answer }) => answer === null || !isDiskFull(answer))
      .map(({ answer }) => (answer === null ? 'no answer' : `${answer.status} ${answer.text.slice(0, 200)}`)),
    ...heard.filter(({ ms }) => ms > PATIENCE).map(({ ms }) => `an answer took ${Math.round(ms)} ms`),
  ]);
}

const ERROR = 50;

/** The log warned before, told each filling once, and held no other failure. */
function judgeLog(text: string, fillings: number, check: Check): void {
  const lines = text.split('\n').flatMap((line) => (line.startsWith('{') ? [readLine(line)] : []));
  const low = lines.findIndex(({ msg }) => msg?.startsWith('Less than '));
  const full = lines.flatMap(({ msg }, at) => (msg?.startsWith('The disk is full') ? [at] : []));
  check('the log warned before, and tells each time once that the disk is full', [
    ...(low === -1 || low > (full[0] ?? 0) ? ['it did not warn before'] : []),
    ...(full.length === fillings ? [] : [`filled ${fillings} times, told ${full.length} times`]),
    ...lines
      .filter(({ level, msg }) => level >= ERROR && !msg?.startsWith('The disk is full'))
      .map((line) => JSON.stringify(line).slice(0, 300)),
  ]);
}

type Line = { readonly level: number; readonly msg?: string };
const readLine = (line: string): Line => JSON.parse(line);

function judgeAbsences(absences: readonly number[], depth: Depth, check: Check): void {
  const waits = absences.map((ms) => `${(ms / 1000).toFixed(1)} s`).join(', ');
  // As with a crash: only the long form has the machine for itself.
  if (depth === 'short') return console.log(`    saving again after ${waits}`);
  check(
    `with room again it saves within 10 s (${waits})`,
    absences.filter((ms) => ms > LONGEST_ABSENCE).map((ms) => `${Math.round(ms)} ms`),
  );
}
