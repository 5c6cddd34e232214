import { useSearchParams } from 'react-router';
import type { MapFilter } from '@fengqiao/contract/cases/map.ts';
import { mapBy, type MapBy } from '@fengqiao/contract/cases/map-words.ts';
import { classes, states } from '@fengqiao/contract/cases/words.ts';
import { useTheme } from '@fengqiao/ui/dress.ts';
import { among, filled, keysOf } from '@fengqiao/ui/record.ts';
import { themes, type ThemeName } from '@fengqiao/ui/tokens.ts';
import type { Corner, View } from '../../parts/map/canvas-types.ts';

/** Layers that may be switched on beside the cases. */
export const extraLayers = ['workload', 'places', 'pairs', 'base'] as const;
export type ExtraLayer = (typeof extraLayers)[number];

/** All of the screen that stands in its address; a link shows a colleague the same. */
export type MapState = {
  readonly filter: MapFilter;
  readonly by: MapBy;
  readonly look: 'map' | 'table';
  readonly theme: ThemeName;
  readonly layers: readonly ExtraLayer[];
  readonly view: View | null;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CORNERS = /^[-\d.,;]+$/;

/** Reads an address; what does not fit is left out. The map is dressed as the workbench is worn, unless it was chosen for it alone. */
export function readState(asked: URLSearchParams, worn: ThemeName = 'day'): MapState {
  const text = (name: string) => asked.get(name) ?? undefined;
  const fitting = (name: string, form: RegExp) => (form.test(asked.get(name) ?? '') ? text(name) : undefined);
  return {
    filter: filled({
      desk: among(['open', 'all'], asked.get('desk')),
      state: among(keysOf(states), asked.get('state')),
      class: among(keysOf(classes), asked.get('class')),
      type: fitting('type', /^\d{5}$/),
      community: text('community'),
      grid: text('grid'),
      lead: text('lead'),
      late: asked.get('late') === 'true' ? true : undefined,
      since: text('since'),
      until: text('until'),
      openOn: fitting('openOn', DAY),
      area: fitting('area', CORNERS),
    }),
    by: among(keysOf(mapBy), asked.get('by')) ?? 'state',
    look: asked.get('look') === 'table' ? 'table' : 'map',
    theme: among(keysOf(themes), asked.get('theme')) ?? worn,
    layers: (asked.get('layers') ?? 'places').split(',').flatMap((name) => among(extraLayers, name) ?? []),
    view: readView(asked.get('at')),
  };
}

function readView(at: string | null): View | null {
  const [lng = NaN, lat = NaN, zoom = NaN] = (at ?? '').split(',').map(Number);
  return [lng, lat, zoom].every(Number.isFinite) ? { lng, lat, zoom } : null;
}

export type Change = Partial<MapFilter> & {
  readonly by?: MapBy;
  readonly look?: MapState['look'];
  readonly theme?: ThemeName;
  readonly layers?: string;
  readonly at?: string;
};

/** The state of the screen and how to change it; what is left out of a change stays, what is undefined goes. */
export function useMapState() {
  const [asked, setAsked] = useSearchParams();
  const worn = useTheme();
  const change = (change: { readonly [K in keyof Change]?: Change[K] | undefined }) =>
    setAsked(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) {
          if (value === undefined || value === '' || value === false) next.delete(name);
          else next.set(name, String(value));
        }
        return next;
      },
      { replace: true },
    );
  const clear = () => setAsked(keepOf(asked), { replace: true });
  return { state: readState(asked, worn), change, clear };
}

/** How the map is looked at stays when the filters are cleared. */
const keepOf = (asked: URLSearchParams) =>
  new URLSearchParams([...asked].filter(([name]) => ['by', 'look', 'theme', 'layers', 'at'].includes(name)));

/** Corners as they stand in an address, to a metre. */
export const areaText = (corners: readonly Corner[]): string =>
  corners.map((corner) => corner.map((degrees) => degrees.toFixed(5)).join(',')).join(';');

export const cornersOf = (area: string | undefined): Corner[] =>
  (area ?? '').split(';').flatMap((pair): Corner[] => {
    const [lng = NaN, lat = NaN] = pair.split(',').map(Number);
    return Number.isFinite(lng) && Number.isFinite(lat) ? [[lng, lat]] : [];
  });

/** The address of the work list with the same filters. */
export function listAddress({ desk = 'open', openOn, ...filter }: MapFilter): string {
  const asked = new URLSearchParams({ desk: openOn === undefined ? desk : 'all' });
  if (openOn !== undefined) asked.set('openOn', openOn);
  for (const [name, value] of Object.entries(filter)) asked.set(name, String(value));
  return `/cases?${asked.toString()}`;
}
