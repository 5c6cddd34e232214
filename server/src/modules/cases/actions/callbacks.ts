import type * as told from '@fengqiao/contract/cases.ts';
import { BLOCK, callOutcomes, type CallOutcome } from '@fengqiao/contract/cases/callback-words.ts';
import { LEAST } from '@fengqiao/contract/cases/figures.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { allUnits, maskedAccount, maskedContact } from '#modules/identity';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { agrees } from '../domain/callback.ts';
import { isIndependent } from '../domain/check.ts';
import { lastDays, wilson } from '../domain/figures.ts';
import { findCallback } from '../store/ask.ts';
import {
  attemptsOf,
  callsByOutcome,
  fullBlocks,
  placeOfDraw,
  resultsByUnit,
  type BlockPlace,
  type BlockRow,
  type UnitRow,
} from '../store/callback.ts';
import { findCase } from '../store/case.ts';
import { handsOf } from '../store/hands.ts';
import { findReport } from '../store/report.ts';
import { linesById } from '../store/work-list.ts';
import { viewOfLine } from './list-cases.ts';
import { iso } from './view-parts.ts';

/** One callback as its caller sees it: whom to reach, masked; the calls made; how it was drawn. */
export async function readCallback(work: Work, id: string): Promise<Out<typeof told.readCallback>> {
  const ask = (await findCallback(work, id)) ?? refuse('platform.not_found');
  const theCase = await findCase(work, ask.case_id);
  const [line] = await linesById(work, [ask.case_id]);
  if (line === undefined) refuse('platform.not_found');
  const attempts = await attemptsOf(work, id);
  const mayCall = isIndependent(work.actor, theCase, await handsOf(work, theCase));
  return {
    ...(await viewOfLine(work, line)),
    ask: ask.id,
    report: ask.report,
    askAt: ask.ask_at.toISOString(),
    tries: attempts.length,
    masked: await maskedReporter(work, ask.report),
    attempts: attempts.map((one) => ({
      at: one.at.toISOString(),
      outcome: fromJson<CallOutcome>(one.outcome),
      nextAt: iso(one.next_at),
    })),
    draw: await placeOfDraw(work, ask.case_id, ask.round),
    mayCall,
    own: !mayCall,
  };
}

async function maskedReporter(work: Work, reportId: string) {
  const report = await findReport(work, reportId);
  if (report === undefined) return null;
  const { account, contact } = report;
  if (account === null && contact === null) return null;
  const { name, phone } =
    contact === null ? await maskedAccount(work, account ?? '') : await maskedContact(work, contact);
  return { name, phone };
}

/** What the callbacks found, by unit in the order of the street's own tree; the order says nothing about anybody. */
export async function callResults(work: Work, days: number): Promise<Out<typeof told.readCallResults>> {
  const period = lastDays(work.now, days);
  const rows = await resultsByUnit(work, period);
  const calls = await callsByOutcome(work, period);
  const order = (await allUnits(work)).map((unit) => unit.id);
  return {
    since: period.since.toISOString(),
    until: period.until.toISOString(),
    units: rows.toSorted((one, other) => order.indexOf(one.unit) - order.indexOf(other.unit)).map(resultOf),
    calls: keysOf(callOutcomes).map((outcome) => ({
      outcome,
      count: calls.find((one) => one.outcome === outcome)?.count ?? 0,
    })),
  };
}

function resultOf(row: UnitRow): Out<typeof told.readCallResults>['units'][number] {
  const few = row.answered < LEAST;
  const interval = few ? null : wilson({ over: row.solved, of: row.answered });
  return { ...row, low: interval?.low ?? null, high: interval?.high ?? null, few };
}

const PAGE = 20;

/** The draws that are complete, each done over. */
export async function callbackDraws(
  work: Work,
  { query }: In<typeof told.listDraws>,
): Promise<Out<typeof told.listDraws>> {
  const limit = query.limit ?? PAGE;
  const rows = await fullBlocks(work, placeOf(query.after), limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(viewOfBlock),
    next: rows.length > limit && last !== undefined ? `${last.opened_at.toISOString()}~${last.unit}` : null,
  };
}

const viewOfBlock = ({ unit, block, seed, slot, opened_at, closings }: BlockRow) => ({
  id: `${unit}-${block}`,
  unit,
  block,
  seed,
  slot,
  openedAt: opened_at.toISOString(),
  closings: closings.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  agrees: closings.length === BLOCK && agrees(seed, slot, closings),
});

function placeOf(after: string | undefined): BlockPlace | null {
  const [at = '', unit = ''] = (after ?? '').split('~');
  return Number.isNaN(Date.parse(at)) ? null : { openedAt: new Date(at), unit };
}
