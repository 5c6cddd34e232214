import { BLOCK, LATER_DAYS_MOST, TRIES, type CallOutcome } from '@fengqiao/contract/cases/callback-words.ts';
import { refuse } from '#platform/refusal.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The street's hours are those of Beijing. */
const EAST = 8 * HOUR;

/** Which of the five closings of a block is drawn, 1..5: the seed alone says. FNV-1a, so that anybody can do it over. */
export function slotOf(seed: string): number {
  let hash = 2_166_136_261;
  for (const letter of seed) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  return ((hash >>> 0) % BLOCK) + 1;
}

type Made = { readonly place: number; readonly drawn: boolean };

/** Whether a draw, done over, gives what was drawn: the place of its seed, and nobody else. */
export const agrees = (seed: string, slot: number, closings: readonly Made[]): boolean =>
  slotOf(seed) === slot && closings.every(({ place, drawn }) => drawn === (place === slot));

type Call = {
  readonly outcome: CallOutcome;
  /** Calls made before this one. */
  readonly before: number;
  readonly now: Date;
  /** For `later`: the time agreed on. */
  readonly at: Date | null;
};

/** When to try again after a call, or null when it has ended: answered, refused, a wrong number, or tried three times. */
export function nextCall({ outcome, before, now, at }: Call): Date | null {
  if (outcome === 'answered' || outcome === 'refused' || outcome === 'wrong_number') return null;
  if (outcome === 'later') return agreed(at, now);
  return before + 1 >= TRIES ? null : anotherTime(now);
}

function agreed(at: Date | null, now: Date): Date {
  if (at === null || at <= now || at.getTime() > now.getTime() + LATER_DAYS_MOST * DAY)
    refuse('cases.callback_time', { days: LATER_DAYS_MOST });
  return at;
}

/** The next day at another part of it: who was not there in the morning is tried in the afternoon, then in the evening. */
function anotherTime(now: Date): Date {
  const local = now.getTime() + EAST;
  const day = local - (local % DAY);
  const hour = Math.floor((local % DAY) / HOUR);
  const then = hour < 12 ? 15 : hour < 17 ? 18 : 10;
  return new Date(day + DAY + then * HOUR - EAST);
}
