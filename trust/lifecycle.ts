import fc from 'fast-check';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { stopTestServer } from '../server/test/database.ts';
import { garbage } from '../server/test/cases.ts';
import type { TestPerson } from '../server/test/people.ts';
import type { Experiment } from './experiment.ts';
import { cast, rightPerson } from './lifecycle/cast.ts';
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
    const count: Count = { acts: 0, accepted: new Map(), inVain: new Map(), states: new Set() };
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
      // An interrupted life was judged turn by turn, too; without a counterexample nothing was wrong.
      const told =
        found.failed && found.counterexample !== null
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

type Count = {
  acts: number;
  readonly accepted: Map<string, number>;
  readonly inVain: Map<string, number>;
  readonly states: Set<string>;
};

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
  const lately = new Map<string, Map<string, number>>();
  const stage = { town, people, ids, reports, memory, count, reporter, standing, lately };
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
  /** By case, how often each act was tried in vain since something last happened to it. */
  readonly lately: Map<string, Map<string, number>>;
};

async function takeTurn(stage: Stage, turn: Turn): Promise<string[]> {
  const waited = await letPass(stage, turn.wait);
  if (waited.length > 0) return waited;
  const was = stage.standing.now.get(stage.ids[turn.which % stage.ids.length] ?? '');
  if (was === undefined) throw new Error('a case is gone');
  const { count, lately } = stage;
  const tried = { ...count, lately: lately.get(was.id) ?? new Map<string, number>() };
  for (const act of choicesOf(was, turn, tried)) {
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
  note(stage, act, id, done?.status === 200);
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

const oneMore = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

/** Remembers how it went, so that people try something else where they got nowhere. */
function note({ count, lately }: Stage, { name }: Act, id: string, accepted: boolean): void {
  oneMore(accepted ? count.accepted : count.inVain, name);
  if (accepted) lately.delete(id);
  else lately.set(id, oneMore(lately.get(id) ?? new Map<string, number>(), name));
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
  return { actor, status: reply.statusCode, text: reply.body, body: doing.body };
}
