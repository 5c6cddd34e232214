import type { Static } from 'typebox';
import type {
  myReports as toldMyReports,
  Progress as ToldProgress,
} from '@fengqiao/contract/cases/progress.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { exits } from '@fengqiao/contract/cases/words.ts';
import { ownerFor } from '#platform/behalf.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import { hotlineOf } from '#platform/street.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { allUnits, lookedFor } from '#modules/identity';
import { isOpen, type Case } from '../domain/case.ts';
import { contestUntil } from '../domain/exit.ts';
import { mayWithdraw } from '../domain/track.ts';
import { holdersOf } from '../domain/track-holders.ts';
import { byHelper, stepWords } from '../domain/track-words.ts';
import { assignmentsOf } from '../store/assignment.ts';
import { findCases } from '../store/case.ts';
import { currentMerges } from '../store/merge.ts';
import { heldSinceOf, questionsOf, waitingOf } from '../store/progress.ts';
import { reopeningsOf, type Reopening } from '../store/reopening.ts';
import { reportsBy, type Report } from '../store/report.ts';
import { timelineOf, type Activity } from '../store/timeline.ts';
import { rowOf } from './row.ts';
import { shownAfter } from './visible.ts';
import { iso } from './view-parts.ts';

export type Progress = Static<typeof ToldProgress>;
type Line = Static<typeof toldMyReports.reply>['items'][number];
export type Names = { readonly centre: string; of(unit: string | null): Both | null };

const PAGE = 20;

/** What somebody reported, newest first, with where each stands. */
export async function myReports(
  work: Work,
  { limit = PAGE, after }: { limit?: number | undefined; after?: string | undefined },
): Promise<{ items: Line[]; next: string | null }> {
  const account = ownerFor(work.actor, 'reports.follow');
  const reports = await reportsBy(work, account, { limit: limit + 1, after: placeOf(after) });
  const page = reports.slice(0, limit);
  await lookedFor(work, 'reports', ['report', 'address']);
  const last = page.at(-1);
  const items = await asEngine(work, () => linesOf(work, page));
  return {
    items,
    next: reports.length > limit && last ? `${last.reported_at.toISOString()}~${last.id}` : null,
  };
}

function placeOf(after: string | undefined): { at: Date; id: string } | null {
  const [at = '', id = ''] = (after ?? '').split('~');
  return /^[0-9a-f-]{36}$/.test(id) && !Number.isNaN(Date.parse(at)) ? { at: new Date(at), id } : null;
}

async function linesOf(work: Work, reports: readonly Report[]): Promise<Line[]> {
  const names = await namesOf(work);
  const cases = new Map(
    (await findCases(work, [...new Set(reports.map((one) => one.case_id))])).map((one) => [one.id, one]),
  );
  const since = await heldSinceOf(work, [...cases.keys()]);
  const questions = await questionsOf(
    work,
    reports.map((one) => one.id),
  );
  const lines: Line[] = [];
  for (const report of reports) {
    const theCase = cases.get(report.case_id);
    if (theCase)
      lines.push(
        await lineOf(work, {
          report,
          theCase,
          names,
          since: since.get(theCase.id) ?? null,
          question: questions.get(report.id) ?? null,
        }),
      );
  }
  return lines;
}

type Parts = { report: Report; theCase: Case; names: Names; since: Date | null; question: string | null };

async function lineOf(work: Work, { report, theCase, names, since, question }: Parts): Promise<Line> {
  const row = await rowOf(work, theCase);
  const open = isOpen(theCase.state);
  return {
    report: report.id,
    caseId: theCase.id,
    no: theCase.no,
    text: report.text,
    address: report.address,
    typeName: row ? { zh: row.zh, en: row.en } : null,
    state: theCase.state,
    round: theCase.round,
    outcome: theCase.outcome,
    solved: report.solved,
    holder: open ? names.of(theCase.holder ?? theCase.lead ?? names.centre) : null,
    heldSince: open ? iso(since ?? theCase.reportedAt) : null,
    dueAt: iso(theCase.dueAt),
    lateSince: iso(theCase.lateSince),
    reports: theCase.reports,
    reportedAt: report.reported_at.toISOString(),
    updatedAt: theCase.updatedAt.toISOString(),
    question,
    withdrawn: report.state === 'withdrawn',
  };
}

/** The progress of one's own report, or of one of the person one acts for, who can see that it was looked at. */
export async function readProgress(work: Work, report: Report): Promise<Progress> {
  await lookedFor(work, `report:${report.id}`, ['report', 'address', 'photo']);
  return progressOf(work, report);
}

/**
 * How far a report is, told to whoever made it: who has it and for how long, what happened, what comes next. The ticket is for
 * whoever follows it by its code.
 */
export function progressOf(work: Work, report: Report, ticket: string | null = null): Promise<Progress> {
  return asEngine(work, async () => {
    const [theCase] = await findCases(work, [report.case_id]);
    if (!theCase) return refuse('platform.not_found');
    const names = await namesOf(work);
    const given = await assignmentsOf(work, theCase.id);
    const question = (await questionsOf(work, [report.id])).get(report.id) ?? null;
    const since = given.findLast((one) => one.ended_at === null)?.assigned_at ?? null;
    const told = await toldOf(work, theCase, report);
    const reopenings = await reopeningsOf(work, theCase.id);
    const endedAt = isOpen(theCase.state) ? null : (theCase.closedAt ?? theCase.updatedAt);
    return {
      ...(await lineOf(work, { report, theCase, names, since, question })),
      lng: report.lng,
      lat: report.lat,
      files: report.files,
      ticket,
      hotline: await hotlineOf(work),
      ...(await endOf(work, theCase)),
      exit: exitOf(theCase, told),
      hold: await holdOf(work, theCase),
      holders: holdersOf(given, {
        centre: names.centre,
        reportedAt: theCase.reportedAt,
        endedAt,
        now: work.now,
      }).flatMap((one) => holderView(names, one)),
      steps: stepsOf(told, names),
      mayReopen:
        question !== null && !isOpen(theCase.state) && reopenings.every((one) => one.decided_at !== null),
      mayContest: mayContest(work, theCase, report, { told, reopenings }),
      mayWithdraw: mayWithdraw(report.state, theCase.state),
    };
  });
}

/** What happened in public; for a report that came by a merge, first what had happened to the case it was made for. */
async function toldOf(work: Work, theCase: Case, report: Report): Promise<Activity[]> {
  const told = await timelineOf(work, theCase.id, 'public');
  const merge = (await currentMerges(work, theCase.id)).find((one) => one.moved.reports.includes(report.id));
  if (!merge) return told;
  const before = (await timelineOf(work, merge.from_case, 'public')).filter((one) => one.kind !== 'merge');
  return [...before, ...told.filter((one) => one.kind !== 'report')].toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
}

/** Names of units; the centre is the unit of that kind. */
export async function namesOf(work: Work): Promise<Names> {
  const units = await allUnits(work);
  const byId = new Map(
    units.map((unit) => [unit.id, { zh: unit.shortZh || unit.name.zh, en: unit.name.en }]),
  );
  return {
    centre: units.find((unit) => unit.kind === 'centre')?.id ?? '',
    of: (unit) => (unit === null ? null : (byId.get(unit) ?? null)),
  };
}

const holderView = (names: Names, { unit, from, to, hours }: ReturnType<typeof holdersOf>[number]) => {
  const name = names.of(unit);
  return name === null ? [] : [{ unit: name, from: from.toISOString(), to: iso(to), hours }];
};

/** When it counts as done, and what it looks like now. */
async function endOf(work: Work, theCase: Case): Promise<Pick<Progress, 'closeCondition' | 'photosAfter'>> {
  const row = await rowOf(work, theCase);
  return { closeCondition: row?.closeCondition || null, photosAfter: await shownAfter(work, theCase) };
}

const declineOf = (told: readonly Activity[]) => told.findLast((one) => one.kind === 'decline');

function exitOf(theCase: Case, told: readonly Activity[]): Progress['exit'] {
  const [code, words] = Object.entries(exits).find(([name]) => name === theCase.exitCode) ?? [];
  if (theCase.state !== 'declined' || code === undefined || words === undefined) return null;
  const { reason } = fromJson<{ reason?: string }>(declineOf(told)?.facts ?? {});
  return { code: fromJson<keyof typeof exits>(code), ...words, reason: reason ?? '' };
}

async function holdOf(work: Work, theCase: Case): Promise<Progress['hold']> {
  const waiting = theCase.state === 'held' ? await waitingOf(work, theCase.id) : undefined;
  if (!waiting) return null;
  const { reason, plan, title, dueOn } = waiting;
  return { reason, plan, next: title === null || dueOn === null ? null : { title, dueOn } };
}

function stepsOf(told: readonly Activity[], names: Names): Progress['steps'] {
  return told.flatMap((one) => {
    const facts = fromJson<Record<string, unknown>>(one.facts);
    const words = stepWords(one.kind, facts);
    const unit = [facts['lead'], facts['unit'], one.unit].find((name) => typeof name === 'string');
    const said = words === null || one.on_behalf === null ? words : byHelper(words);
    return said === null
      ? []
      : [{ at: one.at.toISOString(), ...said, unit: names.of(typeof unit === 'string' ? unit : null) }];
  });
}

function mayContest(
  work: Work,
  theCase: Case,
  report: Report,
  { told, reopenings }: { told: readonly Activity[]; reopenings: readonly Reopening[] },
): boolean {
  const declinedAt = declineOf(told)?.at;
  if (
    theCase.state !== 'declined' ||
    declinedAt === undefined ||
    work.now > contestUntil(declinedAt) ||
    report.state !== 'open'
  )
    return false;
  return !reopenings.some(
    (one) =>
      one.kind === 'contest' &&
      one.asked_at >= declinedAt &&
      (one.report === report.id || one.decided_at === null),
  );
}
