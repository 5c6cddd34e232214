import type { MapFilter } from '@fengqiao/contract/cases/map.ts';
import type { MapBy } from '@fengqiao/contract/cases/map-words.ts';
import type { DrawnIn } from '@fengqiao/contract/grids/map.ts';

type Asked = {
  readonly filter: MapFilter;
  readonly by: MapBy;
  readonly as: 'clusters' | 'lights';
  readonly drawnIn: DrawnIn;
};

const tile = '/{z}/{x}/{y}';
const at = (path: string, asked: URLSearchParams) =>
  `${location.origin}/api/map/${path}${tile}?${asked.toString()}`;

/** Where the ground comes from; its edition is part of the address, so that a change is seen at once. */
export const groundAddress = (edition: string, drawnIn: DrawnIn): string =>
  at('ground', new URLSearchParams({ edition, drawnIn }));

/** Where the cases come from, as they are filtered. */
export function caseAddress({ filter, by, as, drawnIn }: Asked): string {
  const asked = new URLSearchParams({ by, as, drawnIn });
  for (const [name, value] of Object.entries(filter)) asked.set(name, String(value));
  return at('cases', asked);
}
