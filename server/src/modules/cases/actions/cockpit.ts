import type { readCockpit, FigureView, Week } from '@fengqiao/contract/cases/cockpit.ts';
import { figures, type FigureName, type Part } from '@fengqiao/contract/cases/figures.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import type { Work } from '#platform/work.ts';
import { judge, judgeGap, judgeStock, lastDays, lastMonday, newcombe, wilson } from '../domain/figures.ts';
import { firstRow } from '../domain/list.ts';
import { countParts, openByAge, WEEK, weeksUntil, type Counted, type WeekRow } from '../store/cockpit.ts';
import { publishedList } from '../store/list.ts';
import { tells } from '../store/part.ts';

const DAY = 86_400_000;
const WEEKS = 12;

/** The seven numbers of a period, the stock by age week by week, and what is open now by age; asked together. */
export async function cockpit(work: Work, days: number): Promise<Out<typeof readCockpit>> {
  const period = lastDays(work.now, days);
  const ends = Array.from(
    { length: WEEKS },
    (_, n) => lastMonday(work.now).getTime() - (WEEKS - 1 - n) * WEEK,
  );
  const moments = [...new Set([period.since.getTime(), ...ends])];
  const [weeks, ages, ...counted] = await Promise.all([
    weeksUntil(
      work,
      moments.map((at) => new Date(at)),
    ),
    agesOf(work),
    ...grounds.map(([ground, parts]) => countParts(work, ground, parts, period)),
  ]);
  const stockBefore = weeks.find(({ until }) => until.getTime() === period.since.getTime());
  const tally = new Tally(counted);
  const found: FigureView[] = [];
  for (const id of keysOf(figures)) found.push(await figureOf(work, id, tally, stockOf(stockBefore)));
  return {
    since: period.since.toISOString(),
    until: period.until.toISOString(),
    figures: found,
    weeks: weeks.filter(({ until }) => ends.includes(until.getTime())).map(weekOf),
    ages,
  };
}

/** The parts a figure counts: those of its share, of the share beside it, and what stands in its way. */
function partsOf(id: FigureName): Part[] {
  const { over, of, bad, ...more } = figures[id];
  const beside = 'beside' in more ? more.beside : [];
  return [...new Set<Part>([over, bad, ...(of === null ? [] : [of]), ...beside])];
}

/** Each ground with all that the figures count of it, so that it is read once. */
const grounds = [...Map.groupBy(new Set(keysOf(figures).flatMap(partsOf)), (part) => tells[part].ground)];

/** What was counted of each part, now or in the period before, and by type. */
class Tally {
  readonly #of = new Map<Part, { readonly at: number; readonly rows: readonly Counted[] }>();
  constructor(counted: readonly (readonly Counted[])[]) {
    for (const [n, [, parts]] of grounds.entries())
      for (const [at, part] of parts.entries()) this.#of.set(part, { at, rows: counted[n] ?? [] });
  }
  of(part: Part, now = true): number {
    return this.byType(part, now).reduce((all, { count }) => all + count, 0);
  }
  byType(part: Part, now = true) {
    const { at, rows } = this.#of.get(part) ?? { at: 0, rows: [] };
    return rows
      .filter((row) => row.now === now)
      .map(({ type, list, counts }) => ({ type, list, count: counts[at] ?? 0 }));
  }
}

async function figureOf(work: Work, id: FigureName, tally: Tally, stockBefore: number): Promise<FigureView> {
  const told = {
    id,
    counts: partsOf(id).map((part) => ({ part, count: tally.of(part) })),
    most: await mostOf(work, tally.byType(figures[id].bad)),
  };
  if (id === 'stock') {
    const value = tally.of('open');
    const verdict = judgeStock(value, stockBefore);
    return { ...told, value, low: null, high: null, verdict, before: stockBefore };
  }
  const { value, interval, verdict } = measured(id, (part) => tally.of(part));
  return {
    ...told,
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    verdict,
    // What is on hold is a state of now; how it stood a period ago is not kept.
    before: id === 'held_over' ? null : measured(id, (part) => tally.of(part, false)).value,
  };
}

/** The share or the gap of a figure, its interval, and how it stands against its band. */
function measured(id: Exclude<FigureName, 'stock'>, of: (part: Part) => number) {
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

type OfType = { readonly type: string | null; readonly list: number | null; readonly count: number };

/** The type of which most cases stand in the way, by its name on the list. */
async function mostOf(work: Work, rows: readonly OfType[]): Promise<FigureView['most']> {
  const most = rows
    .filter(({ type, list, count }) => type !== null && list !== null && count > 0)
    .toSorted((one, other) => other.count - one.count)[0];
  if (most?.type == null || most.list === null) return null;
  const list = await publishedList(work, most.list);
  const row = firstRow(list, most.type);
  return {
    type: most.type,
    name: row === undefined ? { zh: most.type, en: most.type } : { zh: row.zh, en: row.en },
    count: most.count,
  };
}

const stockOf = (week: WeekRow | undefined): number => (week?.ages ?? []).reduce((all, one) => all + one, 0);

const weekOf = ({ until, came, closed, ages }: WeekRow): Week => ({
  since: new Date(until.getTime() - WEEK).toISOString(),
  until: until.toISOString(),
  came,
  closed,
  ages: [...ages],
});

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
