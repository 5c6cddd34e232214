import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LightMyRequestResponse } from 'fastify';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { startDispatch } from '../server/src/modules/cases/dispatch.fixture.ts';
import { seedList } from '../server/src/modules/cases/index.ts';
import { COOKIE } from '../server/src/platform/http.ts';
import { createStreet } from '../server/src/platform/street.ts';
import { laySquares, places } from '../server/test/ground.ts';
import { layUnits, type TestPerson } from '../server/test/people.ts';
import type { Person, World } from '../server/test/world.ts';

const pictures = fileURLToPath(new URL('../server/town/recorded/pictures/', import.meta.url));

/** A picture as a phone sends it. */
export const picture = (): Buffer => readFileSync(`${pictures}${readdirSync(pictures)[0] ?? ''}`);

export const FOREIGN = 'qiaotou';

/** Somebody for every role, and those who do the work of a street. */
export type Town = {
  readonly world: World;
  staff(unit: string, street?: string): Promise<TestPerson>;
  desk(role: Role, street?: string): Promise<TestPerson>;
  close(): Promise<void>;
};

/** The small street in this very process, and a second one beside it that nobody here may know of. */
export async function startTown(): Promise<Town> {
  const { world } = await startDispatch();
  await createStreet(world.platform.db, {
    id: FOREIGN,
    nameZh: '桥头街道',
    nameEn: 'Qiaotou Subdistrict',
    prefix: 'QT',
    now: world.clock.now(),
  });
  await world.asSystem(async (work) => {
    await layUnits(work);
    await laySquares(work);
    await seedList(work, new Date('2026-01-01T00:00:00Z'));
  }, FOREIGN);
  const known = new Map<string, TestPerson>();
  const of = async (role: Role, unit: string | undefined, street: string) => {
    const name = `${street}/${role}/${unit ?? ''}`;
    const found = known.get(name) ?? (await world.person(role, unit, street));
    known.set(name, found);
    return found;
  };
  return {
    world,
    staff: (unit, street = world.street) => of(roleAt(unit), unit, street),
    desk: (role, street = world.street) => of(role, undefined, street),
    close: () => world.close(),
  };
}

const roleAt = (unit: string): Role =>
  /^c\d\d$/.test(unit) ? 'community' : /-g\d\d$/.test(unit) ? 'grid_worker' : 'department';

/** The answer, when it was not a refusal. */
export function must<T>(reply: LightMyRequestResponse): T {
  if (reply.statusCode !== 200) throw new Error(`${reply.statusCode} ${reply.body}`);
  return reply.json<T>();
}

export async function upload(world: World, person: Person): Promise<string> {
  const reply = await world.app.inject({
    method: 'POST',
    url: '/api/uploads',
    payload: picture(),
    headers: { 'content-type': 'application/octet-stream' },
    ...(person === null ? {} : { cookies: { [COOKIE]: person.token } }),
  });
  return must<{ id: string }>(reply).id;
}

/** A case with a word of its own in everything that was said about it, and the keys of all that belongs to it. */
export type Planted = {
  readonly canary: string;
  readonly street: string;
  readonly caseId: string;
  readonly report: string;
  readonly no: string;
  readonly resident: TestPerson;
  readonly seenBy: readonly string[];
  readonly ids: Readonly<Record<string, string>>;
};

type Plan = {
  readonly canary: string;
  readonly type: string;
  readonly place: keyof typeof places;
  readonly street: string;
  readonly co: string;
  readonly placeKind?: string;
};

/** Reports something, has it verified, registered, dispatched and worked on, with the canary in every text. */
export async function plant(
  town: Town,
  { canary, type, place, street, co, ...more }: Plan,
): Promise<Planted> {
  const { world } = town;
  const resident = await world.person('resident', undefined, street);
  const { caseId, report, no, file } = await tell(world, resident, { canary, place });
  const post = async (by: TestPerson, path: string, body: object) => world.as(by).post(`/api${path}`, body);
  const intake = await town.desk('intake', street);
  const supervisor = await town.desk('supervisor', street);
  const worker = await town.staff(place, street);
  must(await post(intake, `/cases/${caseId}/verification-request`, { unit: place, note: `${canary}核实` }));
  must(await post(worker, `/cases/${caseId}/verification`, { found: true, note: `${canary}现场` }));
  must(await post(intake, `/cases/${caseId}/registration`, { type, note: `${canary}立案`, ...more }));
  must(
    await post(await town.desk('dispatcher', street), `/cases/${caseId}/dispatch`, {
      note: `${canary}分拨`,
      tasks: [{ unit: co, text: `${canary}协办` }],
    }),
  );
  const read = async () => must<CaseView>(await world.as(supervisor).get(`/api/cases/${caseId}`));
  const { lead, tasks } = await read();
  const staff = await town.staff(lead ?? '', street);
  must(await post(staff, `/cases/${caseId}/acknowledgement`, {}));
  must(await post(staff, `/cases/${caseId}/contact`, { reached: true, note: `${canary}联系` }));
  const { id: request } = must<{ id: string }>(
    await post(staff, `/cases/${caseId}/voiding`, { reason: `${canary}申请作废` }),
  );
  const { id: supervision } = must<{ id: string }>(
    await post(supervisor, `/cases/${caseId}/supervision`, { unit: lead, text: `${canary}督办` }),
  );
  const { id: whistle } = must<{ id: string }>(
    await post(staff, `/cases/${caseId}/whistle`, { kind: 'key_work', units: [co], text: `${canary}吹哨` }),
  );
  await world.settle();
  const [row] = await world.asSystem(
    (work) => work.db.selectFrom('cases.case').select('seen_by').where('id', '=', caseId).execute(),
    street,
  );
  return {
    canary,
    street,
    caseId,
    report,
    no,
    resident,
    seenBy: row?.seen_by ?? [],
    ids: {
      cases: caseId,
      reports: report,
      requests: request,
      supervisions: supervision,
      whistles: whistle,
      tasks: tasks[0]?.id ?? '',
      files: file,
    },
  };
}

/** What the resident says, with a picture and a way to reach them. */
async function tell(
  world: World,
  resident: TestPerson,
  { canary, place }: Pick<Plan, 'canary' | 'place'>,
): Promise<{ caseId: string; report: string; no: string; file: string }> {
  const file = await upload(world, resident);
  const said = {
    text: `门口有事需要处理。${canary}正文`,
    address: '橹声路口',
    ...places[place],
    files: [file],
    contact: { name: `${canary}先生`, phone: '13912340987' },
  };
  const receipt = must<{ caseId: string; report: string; no: string }>(
    await world.as(resident).post('/api/reports', said),
  );
  return { ...receipt, file };
}
