import type { readCockpit, FigureView, Week } from '@fengqiao/contract/cases/cockpit.ts';
import { figures, type FigureName, type Part } from '@fengqiao/contract/cases/figures.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import type { Work } from '#platform/work.ts';
import {
  judge,
  judgeGap,
  judgeStock,
  lastDays,
  newcombe,
  periodBefore,
  wilson,
  type Period,
} from '../domain/figures.ts';
import { firstRow } from '../domain/list.ts';
import { countParts, openByAge, WEEK, weeksUntil, type ByType } from '../store/cockpit.ts';
import { publishedList } from '../store/list.ts';

const DAY = 86_400_000;
const WEEKS = 12;

/** The seven numbers of a period, the stock by age week by week, and what is open now by age. */
export async function cockpit(work: Work, days: number): Promise<Out<typeof readCockpit>> {
  const period = lastDays(work.now, days);
  const weeks = await weeksOf(work, period.until);
  const stockBefore = await stockAt(work, period.since);
  const found: FigureView[] = [];
  for (const id of keysOf(figures)) found.push(await figureOf(work, id, period, stockBefore));
  return {
    since: period.since.toISOString(),
    until: period.until.toISOString(),
    figures: found,
    weeks,
    ages: await agesOf(work),
  };
}

type Counted = {
  readonly of: (part: Part) => number;
  readonly bad: readonly ByType[];
  readonly parts: readonly Part[];
};

/** What a figure counts in a period: the parts of its share, and the types among the cases that stand in its way. */
async function counted(work: Work, id: FigureName, period: Period): Promise<Counted> {
  const { over, of, bad, ...more } = figures[id];
  const parts = [...new Set<Part>([over, bad, ...(of === null ? [] : [of])])];
  const rows = await countParts(work, period, of ?? over, parts);
  const [besideOver, besideOf] = 'beside' in more ? more.beside : [];
  const beside =
    besideOver === undefined || besideOf === undefined
      ? []
      : await countParts(work, period, besideOf, [besideOver, besideOf]);
  const sum = (among: readonly ByType[], at: number) =>
    among.reduce((all, row) => all + (row.counts[at] ?? 0), 0);
  const counts = new Map<Part, number>([
    ...parts.map((part, at) => [part, sum(rows, at)] as const),
    ...[besideOver, besideOf].flatMap((part, at) =>
      part === undefined ? [] : [[part, sum(beside, at)] as const],
    ),
  ]);
  const badAt = parts.indexOf(bad);
  return {
    of: (part) => counts.get(part) ?? 0,
    bad: rows.map((row) => ({ ...row, counts: [row.counts[badAt] ?? 0] })),
    parts: [...counts.keys()],
  };
}

async function figureOf(
  work: Work,
  id: FigureName,
  period: Period,
  stockBefore: number,
): Promise<FigureView> {
  const now = await counted(work, id, period);
  const told = {
    id,
    counts: now.parts.map((part) => ({ part, count: now.of(part) })),
    most: await mostOf(work, now.bad),
  };
  if (id === 'stock') {
    const value = now.of('open');
    const verdict = judgeStock(value, stockBefore);
    return { ...told, value, low: null, high: null, verdict, before: stockBefore };
  }
  const before = await counted(work, id, periodBefore(period));
  const { value, interval, verdict } = measured(id, now);
  return {
    ...told,
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    verdict,
    // What is on hold is a state of now; how it stood a period ago is not kept.
    before: id === 'held_over' ? null : measured(id, before).value,
  };
}

/** The share or the gap of a figure, its interval, and how it stands against its band. */
function measured(id: Exclude<FigureName, 'stock'>, { of }: Counted) {
  const figure = figures[id];
  const own = { over: of(figure.over), of: of(figure.of) };
  if ('beside' in figure) {
    const [over, among] = figure.beside;
    const other = { over: of(over), of: of(among) };
    const interval = newcombe(other, own);
    const least = Math.min(own.of, other.of);
    return {
      value: interval === null ? null : other.over / other.of - own.over / own.of,
      interval,
      verdict: judgeGap({ interval, least }, figure.band[1]),
    };
  }
  const interval = wilson(own);
  return {
    value: own.of === 0 ? null : own.over / own.of,
    interval,
    verdict: judge({ interval, least: own.of }, figure),
  };
}

/** The type of which most cases stand in the way, by its name on the list. */
async function mostOf(work: Work, rows: readonly ByType[]): Promise<FigureView['most']> {
  const most = rows
    .filter((row) => row.type !== null && row.list !== null && (row.counts[0] ?? 0) > 0)
    .toSorted((one, other) => (other.counts[0] ?? 0) - (one.counts[0] ?? 0))[0];
  if (most?.type == null || most.list === null) return null;
  const list = await publishedList(work, most.list);
  const row = list === null ? undefined : firstRow(list, most.type);
  return {
    type: most.type,
    name: row === undefined ? { zh: most.type, en: most.type } : { zh: row.zh, en: row.en },
    count: most.counts[0] ?? 0,
  };
}

async function weeksOf(work: Work, until: Date): Promise<Week[]> {
  const ends = Array.from({ length: WEEKS }, (_, n) => new Date(until.getTime() - (WEEKS - 1 - n) * WEEK));
  return (await weeksUntil(work, ends)).map((week) => ({
    since: new Date(week.until.getTime() - WEEK).toISOString(),
    until: week.until.toISOString(),
    came: week.came,
    closed: week.closed,
    ages: [...week.ages],
  }));
}

const stockAt = async (work: Work, at: Date): Promise<number> =>
  (await weeksUntil(work, [at]))[0]?.ages.reduce((all, one) => all + one, 0) ?? 0;

/** What is open now by age, each with the bounds that the list of it asks for. */
async function agesOf(work: Work): Promise<Out<typeof readCockpit>['ages']> {
  const bounds = [7, 30, 90].map((days) => new Date(work.now.getTime() - days * DAY));
  const counts = await openByAge(work, bounds);
  return ['<7', '7–30', '30–90', '>90'].map((days, at) => ({
    days,
    count: counts[at] ?? 0,
    since: bounds[at]?.toISOString() ?? null,
    until: bounds[at - 1]?.toISOString() ?? null,
  }));
}
