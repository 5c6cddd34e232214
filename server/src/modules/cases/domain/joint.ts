import { refuse } from '#platform/refusal.ts';
import type { Actor } from '#platform/work.ts';
import { isOf } from './acting.ts';

type TaskLike = {
  readonly round: number;
  readonly part: string;
  readonly state: string;
  readonly required: boolean;
  readonly unit: string;
  readonly reported_by: string | null;
};

/** The lead cannot report handled until every required co-handler task was accepted by somebody other than its author (guard 6). */
export function mustHaveAccepted(tasks: readonly TaskLike[], round: number): void {
  const open = tasks.filter(
    (task) =>
      task.part === 'co' &&
      task.required &&
      task.round === round &&
      !['accepted', 'cancelled'].includes(task.state),
  );
  if (open.length > 0) refuse('cases.tasks_open', { units: open.map((task) => task.unit) });
}

/** True when some unit reported in this round that the danger is averted: the first stage of a grade S or A case. */
export const isMadeSafe = (tasks: readonly Pick<TaskLike, 'round' | 'state'>[], round: number): boolean =>
  tasks.some((task) => task.round === round && ['reported', 'accepted'].includes(task.state));

/** Only the unit a task was given to may write its report: the lead cannot write it for them. */
export function mayReport(actor: Actor, task: TaskLike): boolean {
  return isOf(actor, task.unit) && ['open', 'rejected'].includes(task.state);
}

export function mustReport(actor: Actor, task: TaskLike): void {
  if (!isOf(actor, task.unit)) refuse('cases.task_not_yours', { unit: task.unit });
  if (!['open', 'rejected'].includes(task.state)) refuse('cases.task_closed');
}

/** A task is judged by the lead, the dispatcher or a supervisor, and never by its author or the author's unit. */
export function mustJudge(actor: Actor, task: TaskLike, lead: string | null): void {
  if (['accepted', 'cancelled'].includes(task.state)) refuse('cases.task_closed');
  if (task.state !== 'reported') refuse('cases.task_not_reported');
  if (task.reported_by === actor.account || isOf(actor, task.unit)) refuse('cases.task_self_judged');
  if (!isOf(actor, lead) && !['dispatcher', 'supervisor'].includes(actor.role ?? ''))
    refuse('cases.not_yours', { lead });
}

export const mayJudge = (actor: Actor, task: TaskLike, lead: string | null): boolean =>
  task.state === 'reported' &&
  task.reported_by !== actor.account &&
  !isOf(actor, task.unit) &&
  (isOf(actor, lead) || ['dispatcher', 'supervisor'].includes(actor.role ?? ''));
