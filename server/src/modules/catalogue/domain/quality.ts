import type { Measured } from '#platform/collection.ts';
import type { ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import { cycles } from '@fengqiao/contract/catalogue/words.ts';

export type FieldScore = {
  readonly name: string;
  readonly filled: number;
  readonly valid: number | null;
  readonly distinct: number | null;
};
export type Score = {
  readonly completeness: number;
  readonly validity: number;
  readonly uniqueness: number;
  readonly timeliness: number | null;
  readonly score: number;
  readonly fields: readonly FieldScore[];
};

const DAY = 86_400_000;
const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
const mean = (values: readonly number[]) =>
  values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Scores data by what was counted in it: the share of required cells that are filled, of filled cells that are valid, of
 * key values that stand once, and of the promised cycle that has not run out twice; the whole is their mean (art. 18).
 */
export function scoreOf(
  { items, cycle }: Pick<ResourceContent, 'items' | 'cycle'>,
  { rows, newest, filled, valid, distinct }: Measured,
  now: Date,
): Score {
  const fields = items.map(({ name }): FieldScore => ({
    name,
    filled: share(filled[name] ?? 0, rows),
    valid: valid[name] === undefined ? null : share(valid[name], filled[name] ?? 0),
    distinct: distinct[name] === undefined ? null : share(distinct[name], filled[name] ?? 0),
  }));
  const required = new Set(items.filter((item) => item.required).map(({ name }) => name));
  const completeness = mean(fields.filter(({ name }) => required.has(name)).map((field) => field.filled));
  const validity = mean(fields.flatMap((field) => field.valid ?? []));
  const uniqueness = mean(fields.flatMap((field) => field.distinct ?? []));
  const timeliness = freshness(cycles[cycle].days, newest, now);
  const score = mean([completeness, validity, uniqueness, ...(timeliness === null ? [] : [timeliness])]);
  return { completeness, validity, uniqueness, timeliness, score, fields };
}

/** 1 while the newest row is within the promised cycle, then falling to 0 at three cycles; null where none is promised. */
export function freshness(days: number | null, newest: Date | null, now: Date): number | null {
  if (days === null) return null;
  if (newest === null) return 0;
  const cyclesOld = (now.getTime() - newest.getTime()) / (days * DAY);
  return Math.min(1, Math.max(0, (3 - cyclesOld) / 2));
}
