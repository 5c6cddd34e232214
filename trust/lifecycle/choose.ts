import type { State } from '@fengqiao/contract/cases/words.ts';
import { life } from '../../server/src/modules/cases/domain/case.ts';
import { acts } from './acts.ts';
import type { Standing } from './model.ts';
import type { Act } from './scene.ts';

/** What chance says of one turn: a number for the act, and whether it is one that makes sense. */
type Chance = { readonly act: number; readonly sensible: boolean };

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

/**
 * What to try in a turn, in this order until something can be done. Of ten sensible turns five look for what nobody has been
 * allowed to do yet, so that a short experiment reaches it; three go on along the road; two do anything that fits.
 */
export function choicesOf(was: Standing, { act, sensible }: Chance, accepted: ReadonlySet<string>): Act[] {
  const pick = Math.floor(act / 10);
  const one = (list: readonly Act[]): Act[] => list.filter((_, i) => i === pick % list.length);
  if (!sensible) return one(acts);
  const fitting = acts.filter((each) => each.when.includes(was.state));
  const onTheRoad = fitting.filter(
    ({ name }) => road.includes(name) && (name !== 'designate' || was.state === 'registered'),
  );
  const likely = act % 10 < 8 && onTheRoad.length > 0 ? one(onTheRoad) : one(fitting);
  return act % 10 < 5 ? [...one(missingIn(fitting, accepted)), ...likely] : likely;
}

/** Of what fits, what was never accepted so far; where there is no such act, those that lead soonest to where there is. */
function missingIn(fitting: readonly Act[], accepted: ReadonlySet<string>): readonly Act[] {
  const here = fitting.filter(({ name }) => !accepted.has(name));
  if (here.length > 0) return here;
  const steps = stepsTo(new Set(acts.filter(({ name }) => !accepted.has(name)).flatMap(({ when }) => when)));
  const after = ({ may }: Act) =>
    Math.min(...may.map((happening) => steps.get(life[happening].to) ?? Infinity));
  const soonest = Math.min(...fitting.map(after));
  return soonest === Infinity ? [] : fitting.filter((act) => after(act) === soonest);
}

/** How many happenings of the table lie between each state and the nearest of these. */
function stepsTo(wanted: ReadonlySet<State>): Map<State, number> {
  const steps = new Map([...wanted].map((state) => [state, 0]));
  for (let n = 1, grew = true; grew; n++) {
    grew = false;
    for (const { from, to } of Object.values(life))
      for (const state of from)
        if (steps.get(to) === n - 1 && !steps.has(state)) {
          steps.set(state, n);
          grew = true;
        }
  }
  return steps;
}
