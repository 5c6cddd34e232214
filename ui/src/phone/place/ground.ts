import {
  listAreas,
  readBase,
  type AreaCollection,
  type BaseCollection,
  type BaseKind,
} from '@fengqiao/contract/grids.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { useMemo } from 'react';
import { useSay } from '../../data.ts';
import type { Point } from './view.ts';

/** One thing to draw: its lines or rings in degrees, and its name. */
export type Shape = { lines: Point[][]; closed: boolean; name: Both; kind: string; width: number };
export type Ground = {
  communities: Shape[];
  water: Shape[];
  roads: Shape[];
  places: Shape[];
  buildings: Shape[];
};

/** The street as drawn; houses come last, when one looks closely and the network bears it. */
export function useGround(close: boolean): { ground: Ground | null; error: boolean } {
  const areas = useSay(listAreas, { query: { level: 'community' } });
  const water = useBase('water', true);
  const roads = useBase('road', true);
  const places = useBase('place', true);
  const buildings = useBase('building', close && networkBearsHouses());
  const ground = useMemo(() => {
    if (!areas.data || !water.data || !roads.data) return null;
    return {
      communities: shapesOf(areas.data),
      water: shapesOf(water.data),
      roads: shapesOf(roads.data),
      places: places.data ? shapesOf(places.data) : [],
      buildings: buildings.data ? shapesOf(buildings.data) : [],
    };
  }, [areas.data, water.data, roads.data, places.data, buildings.data]);
  return { ground, error: (areas.error ?? water.error ?? roads.error) !== null };
}

const useBase = (kind: BaseKind, enabled: boolean) => useSay(readBase, { query: { kind } }, { enabled });

/** A megabyte of houses is not worth somebody's data plan. */
function networkBearsHouses(): boolean {
  const told: unknown = 'connection' in navigator ? navigator.connection : undefined;
  if (typeof told !== 'object' || told === null) return true;
  if ('saveData' in told && told.saveData === true) return false;
  return !('effectiveType' in told) || told.effectiveType === '4g';
}

const shapesOf = (said: AreaCollection | BaseCollection): Shape[] =>
  said.features.map(({ geometry: { type, coordinates }, properties }) => ({
    lines: linesOf(coordinates),
    closed: type === 'Polygon' || type === 'MultiPolygon',
    name: { zh: properties.zh.replace(/(居民|村民)?(委员会|居委会|村委会)$/, ''), en: properties.en },
    kind: 'subkind' in properties ? properties.subkind : properties.level,
    width: 'width' in properties ? (properties.width ?? 0) : 0,
  }));

/** Every line of a geometry, however deep it lies. */
function linesOf(found: readonly unknown[]): Point[][] {
  if (isPoint(found)) return [[found]];
  if (found.every(isPoint)) return [found.filter(isPoint)];
  return found.flatMap((part) => (Array.isArray(part) ? linesOf(part) : []));
}

const isPoint = (found: unknown): found is Point =>
  Array.isArray(found) && typeof found[0] === 'number' && typeof found[1] === 'number';
