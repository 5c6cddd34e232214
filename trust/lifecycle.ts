import fc from 'fast-check';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { stopTestServer } from '../server/test/database.ts';
import { garbage } from '../server/test/cases.ts';
import type { TestPerson } from '../server/test/people.ts';
import type { Experiment } from './experiment.ts';
import { acts } from './lifecycle/acts.ts';
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

async function cast(town: Town): Promise<TestPerson[]> {
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
  for (const turn of given) {
    const wrong = await takeTurn({ town, people, ids, reports, memory, count, reporter }, turn);
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
};

async function takeTurn(stage: Stage, turn: Turn): Promise<string[]> {
  const {
    town: { world },
    ids,
    memory,
  } = stage;
  let before = await standingOf(world, ids);
  if (turn.wait > 0) {
    world.clock.advance({ minutes: turn.wait });
    await world.settle();
    const later = await standingOf(world, ids);
    const wrong = judge(
      { act: null, actor: null, accepted: true, target: null, body: null },
      before,
      later,
      memory,
    );
    if (wrong.length > 0) return wrong;
    before = later;
  }
  const was = before.get(ids[turn.which % ids.length] ?? '');
  if (was === undefined) throw new Error('a case is gone');
  const act = choose(was, turn);
  const done = await perform(stage, act, was, turn);
  if (done === null) return [];
  const after = await standingOf(world, ids);
  for (const { state } of after.values()) stage.count.states.add(state);
  const wrong = judge(
    { act, actor: done.actor, accepted: done.status === 200, target: was.id, body: done.body },
    before,
    after,
    memory,
  );
  return [...wrong, ...(done.status >= 500 ? [`${act.name}: ${done.text}`] : [])];
}

/** The way of a case without detours; most turns take a step of it, so that a short life gets to its end. */
const road: readonly string[] = [
  'verify',
  'report_verification',
  'register',
  'dispatch',
  'consult',
  'answer_consultation',
  'designate',
  'acknowledge',
  'report_task',
  'judge_task',
  'report_handled',
  'check',
  'close',
  'answer',
  'decide_reopening',
  'archive',
  'decide_request',
  'ask_hold',
  'pass_milestone',
  'review_hold',
  'resume',
  'draw_checks',
  'sample_check',
];

function choose(was: Standing, { act, sensible }: Turn): Act {
  const fitting = sensible ? acts.filter((one) => one.when.includes(was.state)) : acts;
  const onTheRoad = fitting.filter(
    (one) => road.includes(one.name) && (one.name !== 'designate' || was.state === 'registered'),
  );
  const chosen = sensible && act % 10 < 7 && onTheRoad.length > 0 ? onTheRoad : fitting;
  return chosen[Math.floor(act / 10) % chosen.length] ?? (acts[0] as Act);
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
  was: Standing,
  turn: Turn,
): Promise<Done | null> {
  const { world } = town;
  const view = must<CaseView>(await world.as(await town.desk('supervisor')).get(`/api/cases/${was.id}`));
  const right = await rightPerson(town, act, view, turn.pick);
  const actor = (turn.sensible ? (right ?? reporter) : people[turn.who % people.length]) ?? null;
  if (actor === null) return null;
  const doing = await act.how({
    world,
    view,
    others: ids.filter((id) => id !== was.id),
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
