import type { State } from '@fengqiao/contract/cases/words.ts';
import { life } from '../../server/src/modules/cases/domain/case.ts';
import { acts } from './acts.ts';
import type { Standing } from './model.ts';
import type { Act } from './scene.ts';

/** What chance says of one turn: a number for the act, and whether it is one that makes sense. */
type Chance = { readonly act: number; readonly sensible: boolean };

/** What people have learnt so far by trying. */
export type Tried = {
  /** Acts that were accepted once, of any case in any life. */
  readonly accepted: ReadonlyMap<string, number>;
  /** How often each act was tried in vain, of any case in any life. */
  readonly inVain: ReadonlyMap<string, number>;
  /** The same for this case since something last happened to it. */
  readonly lately: ReadonlyMap<string, number>;
};

/** The way of a case without detours. */
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

/**
 * What to try in a turn, in this order until something can be done. Of ten sensible turns six look for what nobody has been
 * allowed to do yet, so that a short experiment reaches it; two go on along the road; two do anything that fits.
 */
export function choicesOf(was: Standing, { act, sensible }: Chance, tried: Tried): Act[] {
  const pick = Math.floor(act / 10);
  const one = (list: readonly Act[]): Act[] => list.filter((_, i) => i === pick % list.length);
  if (!sensible) return one(acts);
  const fitting = acts.filter((each) => each.when.includes(was.state));
  const onTheRoad = fitting.filter(
    ({ name }) => road.includes(name) && (name !== 'designate' || was.state === 'registered'),
  );
  const likely = act % 10 < 8 && onTheRoad.length > 0 ? one(onTheRoad) : one(fitting);
  return act % 10 < 6 ? [...one(soonest(fitting, tried)), ...likely] : likely;
}

/** A fresh act costs a step for every third time it was tried in vain; asking for something costs half a step more than doing it. */
const PATIENCE = 3;
const ASKING = 0.5;

/** Of what fits, what is nearest to something nobody has been allowed to do yet. */
function soonest(fitting: readonly Act[], { accepted, inVain, lately }: Tried): readonly Act[] {
  const fresh = ({ name }: Act) => (accepted.has(name) ? Infinity : (inVain.get(name) ?? 0) / PATIENCE);
  const far = distances(fresh);
  const after = (happenings: Act['may']) =>
    1 + Math.min(...happenings.map((happening) => far.get(life[happening].to) ?? Infinity));
  const cost = (act: Act) =>
    Math.min(fresh(act), after(act.may), after(act.leads ?? []) + ASKING) + (lately.get(act.name) ?? 0);
  const least = Math.min(...fitting.map(cost));
  return least === Infinity ? [] : fitting.filter((act) => cost(act) === least);
}

/** How many steps lie between each state and the nearest fresh act, by the table of a case's life. */
function distances(fresh: (act: Act) => number): Map<State, number> {
  const far = new Map<State, number>();
  const nearer = (state: State, steps: number): boolean => {
    if (steps >= (far.get(state) ?? Infinity)) return false;
    far.set(state, steps);
    return true;
  };
  for (const act of acts) for (const state of act.when) nearer(state, fresh(act));
  let changed = true;
  while (changed) {
    changed = false;
    for (const { from, to } of Object.values(life))
      for (const state of from) if (nearer(state, (far.get(to) ?? Infinity) + 1)) changed = true;
  }
  return far;
}
