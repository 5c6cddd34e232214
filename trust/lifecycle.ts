import fc from 'fast-check';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { stopTestServer } from '../server/test/database.ts';
import { garbage } from '../server/test/cases.ts';
import type { TestPerson } from '../server/test/people.ts';
import type { World } from '../server/test/world.ts';
import type { Experiment } from './experiment.ts';
import { saveUnits } from '../server/src/modules/identity/index.ts';
import { acts } from './lifecycle/acts.ts';
import { choicesOf } from './lifecycle/choose.ts';
import type { Act } from './lifecycle/scene.ts';
import { judge, newMemory, standingOf, type Memory, type Standing } from './lifecycle/model.ts';
import { must, startTown, type Town } from './town.ts';

/** Every life begins on the same Monday morning, so that sessions last and calendars are known. */
const MONDAY = '2026-11-23T02:00:00Z';

/** One random turn: what to do, as whom, to which case; small numbers are the sensible choice. */
type Turn = {
  readonly act: number;
  readonly sensible: boolean;
  readonly who: number;
  readonly which: number;
  readonly pick: number;
  readonly wait: number;
};
const turns = fc.record({
  act: fc.nat(997),
  sensible: fc.integer({ min: 0, max: 9 }).map((n) => n < 8),
  who: fc.nat(97),
  which: fc.constantFrom(0, 0, 0, 0, 1, 1, 2),
  pick: fc.nat(59),
  wait: fc.constantFrom(...Array.from({ length: 26 }, () => 0), 5, 30, 240, 1500, 20_000),
});

/** Whatever people do, in whatever order, a case never gets where the table of its life does not lead. */
export const lifecycle: Experiment = {
  name: 'a random life of cases, held against the model',
  run: async (depth, check) => {
    const [numRuns, length] = depth === 'short' ? [9, 75] : [150, 90];
    const town = await startTown();
    const count = { acts: 0, accepted: new Map<string, number>(), states: new Set<string>() };
    try {
      const people = await cast(town);
      const property = fc.asyncProperty(
        fc.array(turns, { minLength: length, maxLength: length }),
        async (given) => {
          const wrong = await live(town, people, given, count);
          if (wrong.length > 0) throw new Error(wrong.join('\n'));
        },
      );
      const seed = Number(process.env.TRUST_SEED ?? Date.now() % 2_147_483_647);
      const found = await fc.check(property, {
        numRuns,
        seed,
        interruptAfterTimeLimit: depth === 'short' ? 25_000 : 900_000,
        endOnFailure: true,
      });
      const told = found.failed
        ? [
            `seed ${seed}`,
            ...String(
              found.errorInstance instanceof Error ? found.errorInstance.message : found.errorInstance,
            ).split('\n'),
          ]
        : [];
      check(
        `${count.acts} acts of ${people.length} people, ${[...count.accepted.values()].reduce((sum, n) => sum + n, 0)} accepted, ${count.states.size} states seen: no state outside the table, every guard held`,
        told,
      );
      const never = acts.filter((act) => !count.accepted.has(act.name)).map((act) => act.name);
      if (depth === 'long') check('every act was accepted at least once', never);
      else console.log(`    never accepted this time: ${never.join(', ') || 'none'}`);
    } finally {
      await town.close();
      await stopTestServer();
    }
  },
};

type Count = { acts: number; readonly accepted: Map<string, number>; readonly states: Set<string> };

/** Units that have a team to which they pass work on. */
const withTeams = ['traffic_police', 'law_enforcement', 'urban_ops', 'property_co', 'police'] as const;

const layTeams = (world: World): Promise<void> =>
  world.asSystem((work) =>
    saveUnits(
      work,
      withTeams.map((unit) => ({
        id: `${unit}-t1`,
        kind: 'team',
        parent: unit,
        path: `/street/${unit}/${unit}-t1/`,
        name: { zh: '一组', en: 'Team 1' },
        shortZh: '一组',
        hasPower: false,
        dutiesZh: '',
        officialCode: null,
        phone: null,
        window: { from: '08:30', to: '17:30', workdaysOnly: false },
        current: true,
      })),
    ),
  );

async function cast(town: Town): Promise<TestPerson[]> {
  await layTeams(town.world);
  const people: TestPerson[] = [];
  for (const role of [
    'intake',
    'dispatcher',
    'leader',
    'supervisor',
    'checker',
    'callback',
    'district',
  ] as const)
    people.push(await town.desk(role));
  for (const unit of [
    'c01',
    'c01-g01',
    'c01-g02',
    'c02',
    'traffic_police',
    'law_enforcement',
    'urban_ops',
    'property_co',
    'police',
    'dispute_center',
    'gas_co',
    'district_edu',
    'district_urban',
  ])
    people.push(await town.staff(unit));
  people.push(await town.world.person('checker', 'centre'), await town.world.person('resident'));
  return people;
}

/** Three cases from three channels, and what people do to them; gives what went wrong. */
async function live(
  town: Town,
  people: readonly TestPerson[],
  given: readonly Turn[],
  count: Count,
): Promise<string[]> {
  const { world } = town;
  const reporter = await world.person('resident');
  const reports = new Map<string, string>();
  const open = async (who: TestPerson | null, path: string, more: object) => {
    const receipt = must<{ caseId: string; report: string }>(
      await world.as(who).post(path, { ...garbage, ...more }),
    );
    if (who === reporter) reports.set(receipt.caseId, receipt.report);
    return receipt.caseId;
  };
  world.clock.set(MONDAY);
  const ids = [
    await open(reporter, '/api/reports', {}),
    await open(await town.desk('intake'), '/api/cases', { channel: 'phone' }),
    await open(await town.staff('c01-g01'), '/api/field/reports', { type: '02004', placeKind: 'road' }),
  ];
  const memory = newMemory();
  const standing = { now: await standingOf(world, ids) };
  const stage = { town, people, ids, reports, memory, count, reporter, standing };
  for (const turn of given) {
    const wrong = await takeTurn(stage, turn);
    if (wrong.length > 0) return wrong;
  }
  return [];
}

type Stage = {
  readonly town: Town;
  readonly people: readonly TestPerson[];
  readonly ids: readonly string[];
  readonly reports: ReadonlyMap<string, string>;
  readonly memory: Memory;
  readonly count: Count;
  readonly reporter: TestPerson | null;
  /** How the cases stand after the last turn. */
  readonly standing: { now: ReadonlyMap<string, Standing> };
};

async function takeTurn(stage: Stage, turn: Turn): Promise<string[]> {
  const waited = await letPass(stage, turn.wait);
  if (waited.length > 0) return waited;
  const was = stage.standing.now.get(stage.ids[turn.which % stage.ids.length] ?? '');
  if (was === undefined) throw new Error('a case is gone');
  for (const act of choicesOf(was, turn, new Set(stage.count.accepted.keys()))) {
    const wrong = await tryIt(stage, act, was.id, turn);
    if (wrong !== null) return wrong;
  }
  return [];
}

/** Lets time pass, and the engine do what it does by itself. */
async function letPass(
  { town: { world }, ids, memory, standing }: Stage,
  minutes: number,
): Promise<string[]> {
  if (minutes === 0) return [];
  const before = standing.now;
  world.clock.advance({ minutes });
  await world.settle();
  const nobody = { act: null, actor: null, accepted: true, target: null, body: null };
  standing.now = await standingOf(world, ids);
  return judge(nobody, before, standing.now, memory);
}

/** Does an act and judges what came of it; null when there was nothing to do it to. */
async function tryIt(stage: Stage, act: Act, id: string, turn: Turn): Promise<string[] | null> {
  const { town, ids, memory, count, standing } = stage;
  const waited = await letPass(stage, count.accepted.has(act.name) ? 0 : (act.ripens ?? 0));
  if (waited.length > 0) return waited;
  const before = standing.now;
  const done = await perform(stage, act, id, turn);
  if (done === null) return null;
  standing.now = await standingOf(town.world, ids);
  for (const { state } of standing.now.values()) count.states.add(state);
  const accepted = done.status === 200;
  const wrong = judge(
    { act, actor: done.actor, accepted, target: id, body: done.body },
    before,
    standing.now,
    memory,
  );
  return [...wrong, ...(done.status >= 500 ? [`${act.name}: ${done.text}`] : [])];
}

type Done = {
  readonly actor: TestPerson;
  readonly status: number;
  readonly text: string;
  readonly body: unknown;
};

async function perform(
  { town, people, ids, reports, count, reporter }: Stage,
  act: Act,
  id: string,
  turn: Turn,
): Promise<Done | null> {
  const { world } = town;
  const view = must<CaseView>(await world.as(await town.desk('supervisor')).get(`/api/cases/${id}`));
  const right = await rightPerson(town, act, view, turn.pick);
  const actor = (turn.sensible ? (right ?? reporter) : people[turn.who % people.length]) ?? null;
  if (actor === null) return null;
  const doing = await act.how({
    world,
    view,
    others: ids.filter((other) => other !== id),
    pick: turn.pick,
    actor,
    reports,
  });
  if (doing === null) return null;
  const reply = await world.as(actor).post(`/api${doing.path}`, doing.body);
  count.acts += 1;
  if (reply.statusCode === 200) count.accepted.set(act.name, (count.accepted.get(act.name) ?? 0) + 1);
  return { actor, status: reply.statusCode, text: reply.body, body: doing.body };
}

/** Whoever would do this in real life. */
async function rightPerson(
  town: Town,
  { by }: Act,
  view: CaseView,
  pick: number,
): Promise<TestPerson | null> {
  if (by === 'reporter') return null;
  if (by === 'holder')
    return town.staff(pick % 3 ? (view.lead ?? 'c01') : (view.holder ?? view.lead ?? 'c01'));
  if (by === 'helper')
    return town.staff(
      view.tasks
        .filter((task) => task.part === 'co' && (task.state === 'open' || task.state === 'rejected'))
        .at(-1)?.unit ?? 'c01',
    );
  if (by === 'consulted')
    return town.staff(
      view.consultations.at(-1)?.opinions.find((one) => one.stance === 'waiting')?.unit ?? 'c01',
    );
  if (by === 'c01-g01') return town.staff(pick % 9 ? 'c01-g01' : 'c01');
  return town.desk(pick % 5 === 4 && by === 'supervisor' ? 'leader' : (by as 'intake'));
}
