import { sql } from 'kysely';
import { offlineChannels, onlineChannels, type Part } from '@fengqiao/contract/cases/figures.ts';
import { openStates } from '@fengqiao/contract/cases/words.ts';
import type { Work } from '#platform/work.ts';
import type { Period } from '../domain/figures.ts';
import { inStates, type Condition } from './desk.ts';

const OLD = 30 * 86_400_000;

/**
 * What a figure asks of a case `c`. The figure and the list it opens both ask here, so they count alike. What happened in the
 * period is found by case_closed_idx, case_all_new_idx, ask_answered_idx, clock_contact_idx and activity_kind_idx.
 */
export function partFilter(part: Part, { since, until }: Period, { street, now }: Work): Condition {
  const closed = sql`(c.closed_at >= ${since} and c.closed_at < ${until} and c.state in ('closed', 'archived'))`;
  const by = (channels: readonly string[], solved?: boolean) => {
    const among = sql`${closed} and c.channel in (${sql.join(channels.map((one) => sql.lit(one)))})`;
    if (solved === undefined) return among;
    const isSolved = sql`(c.outcome = 'solved' and c.satisfied is not false)`;
    return solved ? sql`${among} and ${isSolved}` : sql`${among} and not coalesce(${isSolved}, false)`;
  };
  const called = sql`c.id in (select k.case_id from cases.ask k where k.street = ${street} and k.kind = 'callback'
    and k.answered_at >= ${since} and k.answered_at < ${until} and k.solved is not null)`;
  const saidNo = sql`exists (select from cases.ask k where k.street = ${street} and k.case_id = c.id and k.kind = 'callback'
    and k.answered_at >= ${since} and k.answered_at < ${until} and not k.solved)`;
  const ended = sql`c.id in (select a.case_id from cases.activity a where a.street = ${street} and a.kind = 'close'
    and a.at >= ${since} and a.at < ${until})`;
  // Reopenings are few: looked for from their side, the many closings are not passed by one by one.
  const again = sql`c.id in (select r.case_id from cases.activity r join cases.activity a on a.street = r.street and a.case_id = r.case_id
    and a.kind = 'close' and a.at <= r.at and a.at >= ${since} and a.at < ${until}
    where r.street = ${street} and r.kind = 'reopen' and r.at >= ${since})`;
  const over = sql`exists (select from cases.hold h where h.street = ${street} and h.case_id = c.id and h.ended_at is null
    and (h.cap_at < ${now} or h.next_review_at < ${now}))`;
  const first = { since, until, street, now };
  const all: Record<Part, () => Condition> = {
    open: () => inStates(openStates),
    open_old: () => sql`${inStates(openStates)} and c.reported_at < ${new Date(until.getTime() - OLD)}`,
    came: () =>
      sql`c.reported_at >= ${since} and c.reported_at < ${until} and c.state not in ('merged', 'voided')`,
    closed: () => closed,
    closed_on_time: () => sql`${closed} and c.late_since is null`,
    closed_late: () => sql`${closed} and c.late_since is not null`,
    called: () => called,
    called_solved: () => sql`${called} and not ${saidNo}`,
    called_unsolved: () => sql`${called} and ${saidNo}`,
    ended: () => ended,
    reopened: () => sql`${ended} and ${again}`,
    held: () => inStates(['held']),
    held_over: () => sql`${inStates(['held'])} and ${over}`,
    first_owed: () => firstContact('owed', first),
    first_answered: () => firstContact('answered', first),
    first_missed: () => firstContact('missed', first),
    online: () => by(onlineChannels),
    online_solved: () => by(onlineChannels, true),
    offline: () => by(offlineChannels),
    offline_solved: () => by(offlineChannels, true),
    offline_unsolved: () => by(offlineChannels, false),
  };
  return all[part]();
}

type First = Period & { readonly street: string; readonly now: Date };

/**
 * First contacts that fell due in the period: late ones and those still waiting were missed; one whose case was taken from
 * its holder before the time was up counts for nobody.
 */
function firstContact(
  which: 'owed' | 'answered' | 'missed',
  { since, until, street, now }: First,
): Condition {
  const missed = sql`bool_or(k.late_since is not null or k.stopped_at is null)`;
  const answered = sql`bool_or(exists (select from cases.assignment s where s.street = k.street and s.case_id = k.case_id and s.contacted_at is not null))`;
  const having = {
    owed: sql`${missed} or ${answered}`,
    answered: sql`not ${missed} and ${answered}`,
    missed,
  }[which];
  return sql`c.id in (select k.case_id from cases.clock k where k.street = ${street} and k.kind = 'contact' and not k.paused
    and k.due_at >= ${since} and k.due_at < least(${until}::timestamptz, ${now}::timestamptz) group by k.case_id having ${having})`;
}
