import type { FigureView, Week } from '@fengqiao/contract/cases/cockpit.ts';
import { figures, type Part } from '@fengqiao/contract/cases/figures.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { texts } from './texts.ts';

const one = (value: number) => amount(Math.round(value * 1000) / 10);

/** 87.2%, 12 件, +3.4 百分点: a value as its figure is told. */
export function shown(id: FigureView['id'], value: number | null): string {
  if (value === null) return '—';
  const { kind } = figures[id];
  if (kind === 'count') return amount(value);
  return kind === 'gap' ? t(texts.points, { n: `${value > 0 ? '+' : ''}${one(value)}` }) : `${one(value)}%`;
}

/** 82.1–91.0%: the interval, or nothing for what is counted whole. */
export function interval({ id, low, high }: FigureView): string {
  if (low === null || high === null) return '';
  return figures[id].kind === 'gap'
    ? t(texts.between, { low: one(low), high: t(texts.points, { n: one(high) }) })
    : t(texts.between, { low: one(low), high: `${one(high)}%` });
}

/** Where it should lie. */
export function band(id: FigureView['id']): string {
  const figure = figures[id];
  if (figure.band === null) return t(texts.bandStock);
  const [low, high] = figure.band;
  return figure.kind === 'gap'
    ? t(texts.bandGap, { n: one(high) })
    : t(texts.band, { low: one(low), high: one(high) });
}

export const countOf = ({ counts }: FigureView, part: Part): number =>
  counts.find((found) => found.part === part)?.count ?? 0;

/** The stock in one sentence: whether it grew over the weeks, and how much of it is old. */
export function stockSays(weeks: readonly Week[]): string {
  const [first, last] = [sumOf(weeks[0]), sumOf(weeks.at(-1))];
  const old = (last[0] ?? 0) === 0 ? 0 : (last[1] ?? 0) / (last[0] ?? 1);
  const words = (last[0] ?? 0) > (first[0] ?? 0) ? texts.stockGrew : texts.stockFell;
  return t(words, { from: first[0] ?? 0, to: last[0] ?? 0, old: `${one(old)}%` });
}

/** All that was open at the end of a week, and of it what had been so for over thirty days. */
function sumOf(week: Week | undefined): readonly [number, number] {
  const [a = 0, b = 0, c = 0, d = 0] = week?.ages ?? [];
  return [a + b + c + d, c + d];
}

/** The closing rate of the last four weeks beside what it left. */
export function closingSays(weeks: readonly Week[]): string {
  const recent = weeks.slice(-4);
  const came = recent.reduce((all, week) => all + week.came, 0);
  const closed = recent.reduce((all, week) => all + week.closed, 0);
  if (came === 0) return t(texts.closingNone);
  return t(closed >= came ? texts.closingDown : texts.closingUp, {
    came,
    closed,
    rate: `${one(closed / came)}%`,
    left: Math.abs(came - closed),
  });
}
