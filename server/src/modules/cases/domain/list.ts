import type { ListRow } from '@fengqiao/contract/cases/list-row.ts';
import type { PlaceKind } from '@fengqiao/contract/cases/words.ts';

export type { ListRow };

/** A version of the responsibility list, ready to be asked; made once per version, since a published one never changes. */
export type ResponsibilityList = {
  readonly version: number;
  readonly byType: ReadonlyMap<string, readonly ListRow[]>;
  readonly byKey: ReadonlyMap<string, ListRow>;
};

export function compileList(version: number, rows: readonly ListRow[]): ResponsibilityList {
  const byType = new Map<string, ListRow[]>();
  for (const row of rows) byType.set(row.type, [...(byType.get(row.type) ?? []), row]);
  return { version, byType, byKey: new Map(rows.map((row) => [row.rowKey, row])) };
}

/** The row that says how a type is registered, before it is known which of its rows fits the place. */
export const firstRow = (list: ResponsibilityList, type: string): ListRow | undefined =>
  list.byType.get(type)?.[0];

/** A row written once for all communities names its unit by this word: the community in which the place lies. */
export const COMMUNITY_OF_PLACE = 'community';

/** The unit that a row's word stands for at a place; null where no community is known. */
export const unitAt = (word: string, community: string | null): string | null =>
  word === COMMUNITY_OF_PLACE ? community : word;

/** Where and when something is, as far as it is known; `community` is a unit's key. */
export type Spot = {
  readonly placeKind: PlaceKind | null;
  readonly community: string | null;
  readonly at: Date;
};

/** Whether a row holds at a spot; `unknown` when only the missing kind of place or community stands between. */
export type Fit = 'yes' | 'no' | 'unknown';

export function fitOf(row: ListRow, { placeKind, community, at }: Spot): Fit {
  if (row.hours !== null && !within(row.hours, hourOf(at))) return 'no';
  const place = fitsOne(row.placeKinds, placeKind);
  const area = fitsOne(row.communities, community);
  if (place === 'no' || area === 'no') return 'no';
  return place === 'yes' && area === 'yes' ? 'yes' : 'unknown';
}

function fitsOne<T>(allowed: readonly T[], found: T | null): Fit {
  if (allowed.length === 0) return 'yes';
  if (found === null) return 'unknown';
  return allowed.includes(found) ? 'yes' : 'no';
}

const CHINA_AHEAD_MS = 8 * 3_600_000;

/** The hour of the day in China, 0 to 23; one zone without summer time. */
const hourOf = (at: Date): number => new Date(at.getTime() + CHINA_AHEAD_MS).getUTCHours();

/** True when the hour lies from the first, counted, to the second, not counted; [22, 6] goes over midnight. */
export const within = ([from, to]: readonly [number, number], hour: number): boolean =>
  from < to ? hour >= from && hour < to : hour >= from || hour < to;
