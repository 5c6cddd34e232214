import type { Exit } from '@fengqiao/contract/cases/words.ts';
import { exits } from '@fengqiao/contract/cases/words.ts';
import { refuse } from '#platform/refusal.ts';

const DAY = 86_400_000;
/** Days in which a reporter may object to being declined. */
export const CONTEST_DAYS = 14;

type Cited = { readonly exit: string; readonly route?: string | undefined; readonly verifiedAbsent: boolean };

/**
 * Declining cites one of the exits (北京市接诉即办工作条例 art. 11): an emergency names the call that was made, a
 * statutory route is named to the reporter, and "not there" was seen on site.
 */
export function exitOf({ exit, route = '', verifiedAbsent }: Cited): Exit {
  if (!isExit(exit)) refuse('cases.exit_unknown', { exits: Object.keys(exits) });
  const named = route.trim() !== '';
  if (exit === 'EXIT_EMERGENCY' && !named) refuse('cases.emergency_call_out');
  if (exit === 'EXIT_LEGAL_ROUTE' && !named) refuse('cases.exit_names_route');
  if (exit === 'EXIT_NOT_FOUND' && !verifiedAbsent) refuse('cases.exit_not_verified');
  return exit;
}

const isExit = (code: string): code is Exit => Object.hasOwn(exits, code);

/** Until when a reporter may object. */
export const contestUntil = (declinedAt: Date): Date => new Date(declinedAt.getTime() + CONTEST_DAYS * DAY);

type Objected = { readonly declinedAt: Date; readonly now: Date; readonly before: boolean };

/** A reporter may object once to each refusal, within 14 days. */
export function mustContestInTime({ declinedAt, now, before }: Objected): void {
  if (before) refuse('cases.contest_once');
  if (now > contestUntil(declinedAt)) refuse('cases.window_over', { until: contestUntil(declinedAt) });
}
