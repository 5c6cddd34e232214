import { sql } from 'kysely';
import { offlineChannels, onlineChannels, type Part } from '@fengqiao/contract/cases/figures.ts';
import { openStates } from '@fengqiao/contract/cases/words.ts';
import type { Work } from '#platform/work.ts';
import type { Period } from '../domain/figures.ts';
import { inStates, type Condition } from './desk.ts';

const OLD = 30 * 86_400_000;

/** The cases a part is taken from: such cases `c` themselves, or cases to which something happened. */
export type Ground = 'open' | 'held' | 'came' | 'closed' | Happened;
type Happened = 'called' | 'ended' | 'first';
/** A part is so much of its ground; of what happened, all of it, what went well, or what went badly. */
type Told =
  | { readonly ground: Exclude<Ground, Happened>; readonly fits: (work: Work, until: Date) => Condition }
  | { readonly ground: Happened; readonly fits: 'all' | 'well' | 'badly' };

const all = () => sql`true`;
const of = (channels: readonly string[]) =>
  sql`c.channel in (${sql.join(channels.map((one) => sql.lit(one)))})`;
const over = ({
  street,
  now,
}: Work) => sql`exists (select from cases.hold h where h.street = ${street} and h.case_id = c.id
  and h.ended_at is null and (h.cap_at < ${now} or h.next_review_at < ${now}))`;
const solved = sql`coalesce(c.outcome = 'solved' and c.satisfied is not false, false)`;

/** Each part as its ground and what is asked of it there. The figure and the list it opens both ask here, so they count alike. */
export const tells: Record<Part, Told> = {
  open: { ground: 'open', fits: all },
  open_old: { ground: 'open', fits: (_, until) => sql`c.reported_at < ${new Date(until.getTime() - OLD)}` },
  came: { ground: 'came', fits: all },
  closed: { ground: 'closed', fits: all },
  closed_on_time: { ground: 'closed', fits: () => sql`c.late_since is null` },
  closed_late: { ground: 'closed', fits: () => sql`c.late_since is not null` },
  called: { ground: 'called', fits: 'all' },
  called_solved: { ground: 'called', fits: 'well' },
  called_unsolved: { ground: 'called', fits: 'badly' },
  ended: { ground: 'ended', fits: 'all' },
  reopened: { ground: 'ended', fits: 'badly' },
  held: { ground: 'held', fits: all },
  held_over: { ground: 'held', fits: over },
  first_owed: { ground: 'first', fits: 'all' },
  first_answered: { ground: 'first', fits: 'well' },
  first_missed: { ground: 'first', fits: 'badly' },
  online: { ground: 'closed', fits: () => of(onlineChannels) },
  online_solved: { ground: 'closed', fits: () => sql`${of(onlineChannels)} and ${solved}` },
  offline: { ground: 'closed', fits: () => of(offlineChannels) },
  offline_solved: { ground: 'closed', fits: () => sql`${of(offlineChannels)} and ${solved}` },
  offline_unsolved: { ground: 'closed', fits: () => sql`${of(offlineChannels)} and not ${solved}` },
};

/** What a figure asks of a case `c`, for the list it opens. */
export function partFilter(part: Part, period: Period, work: Work): Condition {
  const told = tells[part];
  if (isCase(told)) return sql`${among(told.ground, period)} and ${told.fits(work, period.until)}`;
  return sql`c.id in (select f.case_id from (${happened[told.ground](period, work, period.since)}) f where ${fitting[told.fits]})`;
}

export const isCase = (told: Told): told is Extract<Told, { fits: (...of: never[]) => Condition }> =>
  typeof told.fits === 'function';

export const isHappened = (ground: Ground): ground is Happened => ground in happened;

/** What is asked of a row `f` of what happened. */
export const fitting = { all: sql`true`, well: sql`not f.bad`, badly: sql`f.bad` } as const;

/** The cases of a ground, found by case_new_idx, case_all_new_idx and case_closed_idx. */
export function among(ground: Exclude<Ground, Happened>, { since, until }: Period): Condition {
  if (ground === 'open') return inStates(openStates);
  if (ground === 'held') return inStates(['held']);
  if (ground === 'came')
    return sql`c.reported_at >= ${since} and c.reported_at < ${until} and c.state not in ('merged', 'voided')`;
  return sql`c.closed_at >= ${since} and c.closed_at < ${until} and c.state in ('closed', 'archived')`;
}

/**
 * What happened between two times: a row for each case and side of `middle` (`now` is what came after it), `bad` where it
 * went badly. Found by ask_answered_idx, activity_kind_idx, clock_contact_idx and assignment_uncontacted_idx.
 */
export const happened: Record<Happened, (period: Period, work: Work, middle: Date) => Condition> = {
  called: ({ since, until }, { street }, middle) => sql`
    select k.case_id, k.answered_at >= ${middle} as now, bool_or(not k.solved) as bad from cases.ask k
     where k.street = ${street} and k.kind = 'callback' and k.answered_at >= ${since} and k.answered_at < ${until}
       and k.solved is not null group by 1, 2`,
  // Reopenings are few: each closing is told by the last one of its case.
  ended: ({ since, until }, { street }, middle) => sql`
    select a.case_id, a.at >= ${middle} as now, coalesce(bool_or(r.last >= a.at), false) as bad from cases.activity a
      left join (select case_id, max(at) as last from cases.activity
                  where street = ${street} and kind = 'reopen' and at >= ${since} group by case_id) r on r.case_id = a.case_id
     where a.street = ${street} and a.kind = 'close' and a.at >= ${since} and a.at < ${until} group by 1, 2`,
  // Late ones and those still waiting were missed; one whose case was taken from its holder before the time was up, and whose
  // reporter nobody reached, counts for nobody. Such cases are few: they are looked for from their side.
  first: ({ since, until }, { street, now }, middle) => sql`
    select k.* from (
      select case_id, due_at >= ${middle} as now, bool_or(late_since is not null or stopped_at is null) as bad from cases.clock
       where street = ${street} and kind = 'contact' and not paused
         and due_at >= ${since} and due_at < least(${until}::timestamptz, ${now}::timestamptz) group by 1, 2) k
     where k.bad or k.case_id not in (select s.case_id from cases.assignment s where s.street = ${street} and s.contacted_at is null
       and not exists (select from cases.assignment o where o.street = s.street and o.case_id = s.case_id and o.contacted_at is not null))`,
};
