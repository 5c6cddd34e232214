import type { State } from '@fengqiao/contract/cases/words.ts';
import { life, type Happening } from '../../server/src/modules/cases/domain/case.ts';
import type { World } from '../../server/test/world.ts';
import type { TestPerson } from '../../server/test/people.ts';
import type { Act } from './scene.ts';

/** A case as it stands in the database, with what the guards speak of. */
export type Standing = {
  readonly id: string;
  readonly state: State;
  readonly version: number;
  readonly round: number;
  readonly lead: string | null;
  readonly holder: string | null;
  readonly exit: string | null;
  readonly late: number | null;
  /** Start and end of the overall clock that counts, in ms. */
  readonly started: number | null;
  readonly due: number | null;
  readonly tasks: readonly {
    unit: string;
    part: string;
    round: number;
    required: boolean;
    state: string;
    reported_by: string | null;
    judged_by: string | null;
  }[];
};

export async function standingOf(world: World, ids: readonly string[]): Promise<Map<string, Standing>> {
  return world.asSystem(async ({ db }) => {
    const cases = await db
      .selectFrom('cases.case')
      .select(['id', 'state', 'version', 'round', 'lead', 'holder', 'exit_code', 'late_since'])
      .where('id', 'in', [...ids])
      .execute();
    const tasks = await db
      .selectFrom('cases.task')
      .select(['case_id', 'unit', 'part', 'round', 'required', 'state', 'reported_by', 'judged_by'])
      .where('case_id', 'in', [...ids])
      .execute();
    const clocks = await db
      .selectFrom('cases.clock')
      .select(['case_id', 'started_at', 'due_at', 'round'])
      .where('case_id', 'in', [...ids])
      .where('kind', '=', 'overall')
      .execute();
    return new Map(
      cases.map((one) => {
        const clock = clocks.filter((each) => each.case_id === one.id && each.round === one.round).at(-1);
        return [
          one.id,
          {
            id: one.id,
            state: one.state as State,
            version: one.version,
            round: one.round,
            lead: one.lead,
            holder: one.holder,
            exit: one.exit_code,
            late: one.late_since?.getTime() ?? null,
            started: clock?.started_at.getTime() ?? null,
            due: clock?.due_at.getTime() ?? null,
            tasks: tasks.filter((task) => task.case_id === one.id),
          },
        ];
      }),
    );
  });
}

/** What the model itself remembers of a case, told by nobody but the people who acted. */
export type Memory = {
  readonly hands: Map<string, Set<string>>;
  readonly units: Map<string, Set<string>>;
  readonly passed: Map<string, boolean>;
};
export const newMemory = (): Memory => ({ hands: new Map(), units: new Map(), passed: new Map() });

export type Step = {
  readonly act: Act | null;
  readonly actor: TestPerson | null;
  readonly accepted: boolean;
  readonly target: string | null;
  readonly body: unknown;
};

/** Everything that a step did and should not have done, in sentences. */
export function judge(
  step: Step,
  before: ReadonlyMap<string, Standing>,
  after: ReadonlyMap<string, Standing>,
  memory: Memory,
): string[] {
  return [...after.values()].flatMap((now) => {
    const was = before.get(now.id);
    return was === undefined
      ? []
      : [...moved(step, was, now), ...guarded(step, was, now, memory), ...timed(step, was, now)];
  });
}

/** What the engine may do by itself when time passes. */
const byItself: readonly Happening[] = ['dispatch', 'consultation_failed'];

function moved({ act, accepted }: Step, was: Standing, now: Standing): string[] {
  const name = act?.name ?? 'time';
  if (act !== null && !accepted && now.version !== was.version)
    return [`${name} was refused and yet changed the case`];
  if (was.state === now.state) return [];
  if (act?.name === 'unmerge' && was.state === 'merged') return [];
  const may = act === null ? byItself : act.may;
  const explained = may.some((happening) => {
    const from: readonly State[] = life[happening].from;
    return from.includes(was.state) && life[happening].to === now.state;
  });
  return explained ? [] : [`${name} led from ${was.state} to ${now.state}`];
}

function guarded(step: Step, was: Standing, now: Standing, memory: Memory): string[] {
  const { act, actor, accepted, target } = step;
  const wrong = now.state === 'declined' && now.exit === null ? ['declined without an exit'] : [];
  if (was.state === 'held' && now.state === 'closed') wrong.push('closed while on hold');
  if (!accepted || act === null || actor === null || target !== now.id) return wrong;
  const key = `${now.id}/${was.round}`;
  const hands = memory.hands.get(key) ?? new Set();
  const units = new Set([
    ...(memory.units.get(key) ?? []),
    ...[was.lead, was.holder].filter((unit) => unit !== null),
  ]);
  memory.hands.set(key, hands);
  memory.units.set(key, units);
  if (['acknowledge', 'report_handled', 'report_task'].includes(act.name)) hands.add(actor.account);
  if (act.name === 'report_task' && actor.unit !== null) units.add(actor.unit);
  const involved =
    hands.has(actor.account) || (actor.unit !== null && units.has(actor.unit) && was.state === 'handled');
  if (act.name === 'check' && involved) wrong.push(`${actor.name} checked what their own unit handled`);
  if (act.name === 'check') memory.passed.set(now.id, now.state === 'handled');
  if (act.name === 'report_handled') memory.passed.set(now.id, false);
  if (act.name === 'report_handled') wrong.push(...unaccepted(was));
  if (act.name === 'close' && memory.passed.get(now.id) !== true)
    wrong.push('closed without a check that was passed');
  if (act.name === 'close' && involved) wrong.push(`${actor.name} closed what their own unit handled`);
  return wrong;
}

/** Required shares of the helpers must have been accepted, and by somebody other than their author. */
function unaccepted(was: Standing): string[] {
  const co = was.tasks.filter(
    (task) => task.part === 'co' && task.required && task.round === was.round && task.state !== 'cancelled',
  );
  return co.flatMap((task) =>
    task.state !== 'accepted'
      ? [`handled while the share of ${task.unit} is ${task.state}`]
      : task.judged_by === task.reported_by
        ? [`${task.unit} accepted its own share`]
        : [],
  );
}

/** Acts that may move the end of the overall clock; no other may. */
const movers = [
  'decide_request',
  'resume',
  'review_hold',
  'merge',
  'unmerge',
  'register',
  'decide_reopening',
  'contest',
];

function timed({ act, body }: Step, was: Standing, now: Standing): string[] {
  const wrong: string[] = [];
  const name = act?.name ?? 'time';
  if (was.late !== null && now.late !== was.late && !['merge', 'unmerge'].includes(name))
    wrong.push(
      `${name} changed lateness from ${new Date(was.late).toISOString()} to ${now.late === null ? 'none' : new Date(now.late).toISOString()}`,
    );
  if (was.round !== now.round || was.due === null) return wrong;
  if (now.started !== was.started && !['merge', 'unmerge'].includes(name))
    wrong.push(`${name} ${JSON.stringify(body)} started the overall clock anew`);
  if (now.due !== was.due && !movers.includes(name)) wrong.push(`${name} moved the deadline`);
  const returned = name === 'decide_request' && was.state !== now.state && now.state === 'registered';
  if (returned && now.due !== was.due) wrong.push('a return reset the clock');
  return wrong;
}
