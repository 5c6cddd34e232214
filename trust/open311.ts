import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Mapping } from '@fengqiao/contract/cases/imports.ts';
import type { CaseView, EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { inspectTable, openTable } from '../server/src/platform/table/reader.ts';
import { checker as checkerOf } from '../server/src/platform/validate.ts';
import { makeApiKey } from '../server/test/api-key.ts';
import { startWorld, type World } from '../server/test/world.ts';
import type { TestPerson } from '../server/test/people.ts';
import { Random } from '../server/town/names/random.ts';
import { settleOver } from '../server/town/street/settle-over.ts';
import type { Experiment } from './experiment.ts';

const LA = 'la';
const CENTRE = 'centre';
/** The centre helps with some types, and then its own people may not check: those who check sit elsewhere. */
const CHECKERS = 'data_office';
const mappingFile = fileURLToPath(new URL('../docs/examples/la311-mapping.json', import.meta.url));

type Request = {
  readonly service: string;
  readonly lng: number;
  readonly lat: number;
  readonly address: string;
  readonly text: string;
};

/** Requests of a city: those of the file that FENGQIAO_LA311 names, or invented ones of the same kinds. */
async function requests(count: number): Promise<Request[]> {
  const path = process.env['FENGQIAO_LA311'] ?? '';
  return path === '' ? invented(count) : real(path, count);
}

async function real(path: string, count: number): Promise<Request[]> {
  const text = readFileSync(mappingFile, 'utf8');
  const { fields, types = {} } = checkerOf<Mapping>(Mapping, 'json')(JSON.parse(text));
  const found: Request[] = [];
  for await (const { cells } of (await openTable(await inspectTable(path))).rows) {
    const of = (column: string) => cells.get(column)?.toString() ?? '';
    if (of(fields.lng) === '') continue;
    const kind = of(fields.type ?? '');
    const place = { lng: Number(of(fields.lng)), lat: Number(of(fields.lat)), address: of('address') };
    found.push({ service: types[kind] ?? '', ...place, text: `${kind}: ${place.address}` });
    if (found.length >= count) break;
  }
  return found;
}

const kinds = '01007 01007 01007 03001 03001 01002 01009 05003 02010 18001'.split(' ');

function invented(count: number): Request[] {
  const random = new Random('open311');
  return Array.from({ length: count }, (_, i) => ({
    service: random.pick(kinds),
    lng: random.between(-118.4, -118.2),
    lat: random.between(33.9, 34.1),
    address: `${i + 1} S Main St, 90012`,
    text: `Request number ${i + 1} on Main Street`,
  }));
}

/** Somebody for every role and unit of the city, made when first needed. */
function peopleOf(world: World) {
  const known = new Map<string, Promise<TestPerson>>();
  return (role: Role, unit: string): Promise<TestPerson> => {
    const name = `${role}/${unit}`;
    const found = known.get(name) ?? world.person(role, unit, LA);
    known.set(name, found);
    return found;
  };
}

type Loop = { readonly world: World; readonly of: ReturnType<typeof peopleOf>; readonly key: string };
type Step = (by: TestPerson, path: string, body?: object) => ReturnType<ReturnType<World['as']>['post']>;

const codeOf = (reply: { json<T>(): T }) => reply.json<{ code?: string }>().code ?? '';

/** How it ended: `closed solved`, or the step that was refused and with what. */
async function live(loop: Loop, request: Request, n: number): Promise<string> {
  const { world, of } = loop;
  const { status, no } = await send(loop, request, n % 2 === 0 ? 'json' : 'xml');
  if (status !== 200) return `not taken ${status}`;
  const intake = await of('intake', CENTRE);
  const found = await world.as(intake).get(`/api/cases?q=${no}`);
  const id = found.json<{ items: { id: string }[] }>().items[0]?.id ?? '';
  const step: Step = (by, path, body = {}) => world.as(by).post(`/api/cases/${id}/${path}`, body);
  const view = async () => {
    const reply = await world.as(await of('supervisor', CENTRE)).get(`/api/cases/${id}`);
    return reply.json<CaseView>();
  };
  const registration = { type: request.service, placeKind: 'road', calledOut: '119, by phone' };
  let registered = await step(intake, 'registration', registration);
  if (codeOf(registered) === 'cases.needs_verification') {
    const grid = (await view()).grid ?? '';
    await step(intake, 'verification-request', { unit: grid });
    await step(await of('grid_worker', grid), 'verification', { found: true, note: 'seen on site' });
    registered = await step(intake, 'registration', registration);
  }
  if (registered.statusCode !== 200) return `not registered ${codeOf(registered)}`;
  const dispatched = await step(await of('dispatcher', CENTRE), 'dispatch');
  if (dispatched.statusCode !== 200) return `not dispatched ${codeOf(dispatched)}`;
  return handle({ ...loop, step, view }, n);
}

/** Posts a request as an app does, and reads its number in the format it asked for. */
async function send(
  { world, key }: Loop,
  request: Request,
  format: 'json' | 'xml',
): Promise<{ status: number; no: string }> {
  const form = new URLSearchParams({
    api_key: key,
    jurisdiction_id: LA,
    service_code: request.service,
    lat: String(request.lat),
    long: String(request.lng),
    address_string: request.address,
    description: request.text,
    email: 'someone@example.com',
  });
  const sent = await world.app.inject({
    method: 'POST',
    url: `/open311/v2/requests.${format}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: form.toString(),
  });
  const no =
    format === 'xml'
      ? /<service_request_id>([^<]+)<\/service_request_id>/.exec(sent.body)?.[1]
      : sent.json<{ service_request_id?: string }[]>()[0]?.service_request_id;
  return { status: sent.statusCode, no: no ?? '' };
}

const roleIn = (unit: string): Role =>
  /^c\d\d$/.test(unit) ? 'community' : /-g\d\d$/.test(unit) ? 'grid_worker' : 'department';

type Handling = Loop & { readonly step: Step; readonly view: () => Promise<CaseView> };

/** From the receipt to the closing; one in ten is answered, but not solved. */
async function handle({ world, of, step, view }: Handling, n: number): Promise<string> {
  const { lead, lng, lat, evidenceNeeded } = await view();
  const staff = await of(roleIn(lead ?? ''), lead ?? '');
  const checker = await of('checker', CHECKERS);
  const outcome = n % 10 === 9 ? 'explained' : 'solved';
  const evidence = (by: TestPerson, stage: 'handle' | 'check') => {
    const needs = evidenceNeeded.filter((need) => need.stage === stage);
    return proof(world, by, needs, { lng, lat });
  };
  const check = async (method: string) =>
    step(checker, 'check', {
      method,
      passed: true,
      note: 'looked at it',
      evidence: await evidence(checker, 'check'),
    });
  const steps = [
    () => step(staff, 'acknowledgement'),
    () => step(staff, 'contact', { reached: true, note: 'spoke with the reporter' }),
    async () =>
      step(staff, 'handled', {
        summary: 'done on the spot',
        outcome,
        evidence: await evidence(staff, 'handle'),
      }),
    async () => {
      const first = await check('onsite');
      return codeOf(first) === 'cases.check_method_needed' ? check(methodIn(first)) : first;
    },
    () => step(checker, 'closure', { summary: 'checked and closed', outcome }),
  ];
  for (const [at, act] of steps.entries()) {
    const reply = await act();
    if (reply.statusCode !== 200) return `not finished at step ${at + 1} ${codeOf(reply)}`;
  }
  return `${(await view()).state} ${outcome}`;
}

/** The way of checking that the refusal names. */
const methodIn = (reply: { json<T>(): T }) =>
  reply.json<{ details: { methods?: string[] } }>().details.methods?.[0] ?? 'onsite';

type Place = { readonly lng: number; readonly lat: number };

async function proof(world: World, by: TestPerson, needs: CaseView['evidenceNeeded'], place: Place) {
  const given: EvidenceGiven[] = [];
  const wanted = needs.flatMap((need) => Array.from({ length: need.least }, () => need.kind));
  for (const kind of wanted.length === 0 ? ['photo'] : wanted) {
    if (kind === 'record') given.push({ kind: 'record', note: 'on record' });
    else
      given.push({
        kind: kind === 'document' ? 'document' : 'photo',
        file: await newFile(world, by),
        ...place,
        accuracy: 9,
      });
  }
  return given;
}

/** A picture nobody has seen before, as if it had been uploaded. */
const newFile = (world: World, owner: TestPerson): Promise<string> =>
  world.asSystem(async (work) => {
    const id = work.newId();
    const mark = randomBytes(8).toString('hex');
    const whose = { street: work.street, id, owner: owner.account, session: null, made_at: work.now };
    const what = {
      sha256: mark.repeat(4),
      media: 'image/jpeg',
      bytes: 9000,
      width: 640,
      height: 480,
      phash: mark,
    };
    const how = { taken: '{}', name: 'site.jpg', attached: false, fresh: true, thumb: true };
    await work.db
      .insertInto('platform.file')
      .values({ ...whose, ...what, ...how })
      .execute();
    return id;
  }, LA);

/** A city's requests come in by Open311 and go through the whole loop by the API; every one ends where it should, and says so. */
export const open311: Experiment = {
  name: 'requests of a city through Open311 and the whole loop',
  run: async (depth, check) => {
    const all = await requests(depth === 'short' ? 60 : 1000);
    const world = await startWorld({ env: { DATABASE_POOL: '4' } });
    try {
      const points = all.map(({ lng, lat }) => [lng, lat] as const);
      const city = {
        id: LA,
        zh: '洛杉矶',
        en: 'Los Angeles',
        prefix: 'LA',
        zone: 'America/Los_Angeles',
        points,
      };
      await settleOver(world.platform, world.clock.now(), { ...city, communities: 8, gridsPerCommunity: 6 });
      world.clock.advance({ minutes: 1 });
      const { counts, odd } = await liveAll(world, all);
      for (const [end, n] of [...counts].toSorted((a, b) => b[1] - a[1])) console.log(`      ${n} ${end}`);
      check(`${all.length} requests end where they should`, odd);
      check('Open311 tells the same as the loop', await differences(world, counts));
    } finally {
      await world.close();
    }
  },
};

async function liveAll(world: World, all: readonly Request[]) {
  const of = peopleOf(world);
  const { key } = await makeApiKey(world, { name: 'city app', scopes: ['open311'] }, LA);
  const listed = await world.app.inject({ url: `/open311/v2/services.json?jurisdiction_id=${LA}` });
  const services = new Set(listed.json<{ service_code: string }[]>().map((one) => one.service_code));
  const counts = new Map<string, number>();
  const odd: string[] = [];
  for (const [n, request] of all.entries()) {
    const end = await live({ world, of, key }, request, n);
    counts.set(end, (counts.get(end) ?? 0) + 1);
    // What the public may not report is refused at the door; what the list leaves to a leader waits for one.
    const expected = services.has(request.service)
      ? /^closed |^not dispatched cases\.no_row_fits$/
      : /^not taken 404$/;
    if (!expected.test(end)) odd.push(`${request.service}: ${end}`);
    world.clock.advance({ seconds: 7 });
  }
  return { counts, odd };
}

const PAGE = 300;

/** Closed requests as Open311 lists them, page by page, against what was counted. */
async function differences(world: World, counts: ReadonlyMap<string, number>): Promise<string[]> {
  const told = new Map<string, number>();
  for (let page = 1, rows = PAGE; rows === PAGE; page++) {
    const url = `/open311/v2/requests.json?jurisdiction_id=${LA}&status=closed&page_size=${PAGE}&page=${page}`;
    const reply = await world.app.inject({ url, headers: { 'accept-language': 'en' } });
    const listed = reply.json<{ status_notes: string }[]>();
    for (const { status_notes: notes } of listed) told.set(notes, (told.get(notes) ?? 0) + 1);
    rows = listed.length;
  }
  const expected = [
    ['Closed: Solved', counts.get('closed solved') ?? 0],
    ['Closed: Answered, not solved', counts.get('closed explained') ?? 0],
  ] as const;
  return expected
    .filter(([notes, n]) => (told.get(notes) ?? 0) !== n)
    .map(([notes, n]) => `${notes}: counted ${n}, told ${told.get(notes) ?? 0}`);
}
