import type * as told from '@fengqiao/contract/cases.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import type { Work } from '#platform/work.ts';
import { callbacksDue, checksToDo, reopeningsFor, tasksFor } from '../store/queues.ts';
import { linesById } from '../store/work-list.ts';
import { viewOfLine } from './list-cases.ts';
import { iso, viewOfReopening, viewOfTask } from './view-parts.ts';

const PAGE = 50;
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

export type Paged = { limit?: number; after?: string };
/** What to ask the store for, and how to cut what it gave; lists page by key. */
export function pageOf(asked: Paged) {
  const limit = asked.limit ?? PAGE;
  const after = asked.after !== undefined && UUID.test(asked.after) ? asked.after : null;
  const cut = <T extends { id: string }>(rows: readonly T[]) => ({
    page: rows.slice(0, limit),
    next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null,
  });
  return { ask: { after, limit: limit + 1 }, cut };
}

export async function myTasks(
  work: Work,
  { query }: In<typeof told.myTasks>,
): Promise<Out<typeof told.myTasks>> {
  const { ask, cut } = pageOf(query);
  const { page, next } = cut(await tasksFor(work, ask, query.state));
  return {
    items: page.map((task) => ({
      ...viewOfTask(work, task, task.lead),
      no: task.no,
      title: task.title,
      dueAt: iso(task.due_at),
    })),
    next,
  };
}

export async function reopenings(
  work: Work,
  { query }: In<typeof told.listReopenings>,
): Promise<Out<typeof told.listReopenings>> {
  const { ask, cut } = pageOf(query);
  const { page, next } = cut(await reopeningsFor(work, ask, query.open));
  return {
    items: page.map((one) => ({ ...viewOfReopening(one), no: one.no, title: one.title, lead: one.lead })),
    next,
  };
}

export async function callbacks(
  work: Work,
  { query }: In<typeof told.listCallbacks>,
): Promise<Out<typeof told.listCallbacks>> {
  const { ask, cut } = pageOf(query);
  const { page, next } = cut(await callbacksDue(work, ask, query.part ?? 'due'));
  const lines = await linesFor(work, page);
  return {
    items: page.flatMap(
      (one) =>
        lines.get(one.case_id)?.map((line) => ({
          ...line,
          ask: one.id,
          report: one.report,
          askAt: one.ask_at.toISOString(),
          tries: one.tries,
          own: one.own,
        })) ?? [],
    ),
    next,
  };
}

export async function checks(
  work: Work,
  { query }: In<typeof told.listChecks>,
): Promise<Out<typeof told.listChecks>> {
  const { ask, cut } = pageOf(query);
  const { page, next } = cut(await checksToDo(work, ask));
  const lines = await linesFor(work, page);
  return {
    items: page.flatMap(
      (one) =>
        lines
          .get(one.case_id)
          ?.map((line) => ({ ...line, check: one.id, drawnAt: one.drawn_at.toISOString() })) ?? [],
    ),
    next,
  };
}

async function linesFor(work: Work, rows: readonly { case_id: string }[]) {
  const lines = await linesById(
    work,
    rows.map((row) => row.case_id),
  );
  return new Map(
    await Promise.all(lines.map(async (line) => [line.id, [await viewOfLine(work, line)]] as const)),
  );
}
