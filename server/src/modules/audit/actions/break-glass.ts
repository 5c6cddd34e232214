import type { BreakGlassView, Emergency } from '@fengqiao/contract/audit/oversight.ts';
import { deadline } from '#platform/calendar/deadline.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accessById } from '../store/lists.ts';
import {
  breakGlassById,
  breakGlassList,
  endOpen,
  insertBreakGlass,
  insertReview,
  lockOpening,
  looksIn,
  openNow,
  saveReview,
  type BreakGlass,
} from '../store/break-glass.ts';

const MINUTES = 30;
const REVIEW_WORKDAYS = 2;

type Opened = { subject: string; reasonCode: Emergency; text: string };
type Found = { verdict: 'proper' | 'improper'; note: string };

/** Opens one person for half an hour to somebody beyond whose reach they are; the officers hear of it at once. */
export async function openBreakGlass(
  work: Work,
  { subject, reasonCode, text }: Opened,
): Promise<BreakGlassView> {
  const { account, role, unit } = work.actor;
  if (account === null || role === null || unit === null) refuse('platform.not_allowed');
  await lockOpening(work, account);
  if ((await openNow(work, account)) !== null) refuse('audit.break_glass_open');
  const id = work.newId();
  const endsAt = new Date(work.now.getTime() + MINUTES * 60_000);
  const { dueAt } = deadline(work.calendar, { unit: 'work_day', value: REVIEW_WORKDAYS, start: work.now });
  await insertBreakGlass(work, {
    id,
    account,
    role,
    unit,
    subject,
    reasonCode,
    text,
    endsAt,
    reviewDueAt: dueAt,
  });
  await work.announce('privacy.break_glass', id, {
    role,
    unit,
    reasonCode,
    reviewDueAt: dueAt.toISOString(),
  });
  return presentOne(work, await found(work, id));
}

/** The person whom the actor has open now, with the reason they gave; 409 audit.break_glass_over without one. */
export async function openedByMe(work: Work): Promise<{ subject: string; reason: string }> {
  const { account } = work.actor;
  const open = account === null ? null : await openNow(work, account);
  return open === null ? refuse('audit.break_glass_over') : { subject: open.subject, reason: open.text };
}

export async function myBreakGlass(work: Work): Promise<{ use: BreakGlassView | null; left: number }> {
  const { account } = work.actor;
  const open = account === null ? null : await openNow(work, account);
  if (open === null) return { use: null, left: 0 };
  const left = Math.ceil((open.endsAt.getTime() - work.now.getTime()) / 1000);
  return { use: await presentOne(work, open), left };
}

/** Ends what the actor has open before its time. */
export async function endBreakGlass(work: Work): Promise<{ ok: true }> {
  const { account } = work.actor;
  if (account === null || !(await endOpen(work, account))) refuse('audit.break_glass_over');
  return { ok: true };
}

export async function listBreakGlass(
  work: Work,
  { limit = 20, after }: { limit?: number; after?: string },
): Promise<{ items: BreakGlassView[]; next: string | null }> {
  const rows = await breakGlassList(work, { limit: limit + 1, after: after ?? null });
  const shown = rows.slice(0, limit);
  const looks = await looksIn(work, shown);
  return {
    items: shown.map((row) => present(work, row, looks.get(row.id) ?? 0)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

export async function reviewBreakGlass(work: Work, id: string, review: Found): Promise<BreakGlassView> {
  const use = await found(work, id);
  if (use.account === work.actor.account) refuse('audit.own_review');
  if (use.reviewedAt !== null) refuse('audit.reviewed_already');
  await saveReview(work, id, review);
  return presentOne(work, await found(work, id));
}

/** Writes down what was found about a look that stood out. */
export async function reviewAccess(work: Work, id: string, review: Found): Promise<{ ok: true }> {
  const look = (await accessById(work, id)) ?? refuse('platform.not_found');
  if (look.account === work.actor.account) refuse('audit.own_review');
  if (!(await insertReview(work, id, review))) refuse('audit.reviewed_already');
  return { ok: true };
}

const found = async (work: Work, id: string): Promise<BreakGlass> =>
  (await breakGlassById(work, id)) ?? refuse('platform.not_found');

const presentOne = async (work: Work, row: BreakGlass): Promise<BreakGlassView> =>
  present(work, row, (await looksIn(work, [row])).get(row.id) ?? 0);

function present(work: Work, row: BreakGlass, looks: number): BreakGlassView {
  const { openedAt, endsAt, reviewDueAt, reviewedAt: _, ...rest } = row;
  return {
    ...rest,
    openedAt: openedAt.toISOString(),
    endsAt: endsAt.toISOString(),
    reviewDueAt: reviewDueAt.toISOString(),
    looks,
    mine: row.account === work.actor.account,
  };
}
