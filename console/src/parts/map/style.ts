import type { BaseMap } from '@fengqiao/contract/grids/map.ts';
import type { NearPair } from '@fengqiao/contract/cases/map.ts';
import type { MapBy } from '@fengqiao/contract/cases/map-words.ts';
import type { Language } from '@fengqiao/ui/language.ts';
import { themes, type ThemeName } from '@fengqiao/ui/tokens.ts';
import type { StyleSpecification } from 'maplibre-gl';
import type { Corner } from './canvas-types.ts';
import { areaLayers, areaSource } from './style-area.ts';
import { caseLayers, lightLayers } from './style-cases.ts';
import { groundLayers } from './style-ground.ts';
import { pairLayers, pairSource } from './style-pairs.ts';
import { workloadLayers } from './style-workload.ts';

/** What a map shows beside the ground: cases to be read, cases as lights, the load of grids, places with a name. */
export type MapLayer = 'cases' | 'lights' | 'workload' | 'places' | 'base';

export type Look = {
  readonly theme: ThemeName;
  readonly language: Language;
  readonly by: MapBy;
  readonly layers: readonly MapLayer[];
};

export type Sources = {
  readonly ground: string;
  readonly cases: string;
  readonly box: readonly [west: number, south: number, east: number, north: number];
  readonly base: BaseMap | null;
  /** Corners of a drawn area. */
  readonly area: readonly Corner[];
  /** Open cases for each worker, by grid. */
  readonly load: ReadonlyMap<string, number>;
  readonly pairs: readonly NearPair[];
};

/** The whole style of the map out of the tokens of a theme. Without glyphs of a server, the browser draws all words itself. */
export function styleOf(
  look: Look,
  { ground, cases, box, base, area, load, pairs }: Sources,
): StyleSpecification {
  const ink = themes[look.theme];
  const has = (layer: MapLayer) => look.layers.includes(layer);
  const under = has('base') && base !== null;
  const bounds: [number, number, number, number] = [...box];
  return {
    version: 8,
    sources: {
      ground: { type: 'vector', tiles: [ground], bounds, minzoom: 9, maxzoom: 16 },
      cases: { type: 'vector', tiles: [cases], bounds, minzoom: 9, maxzoom: 19 },
      drawn: areaSource(area),
      pairs: pairSource(pairs),
      ...(under
        ? { base: { type: 'raster', tiles: [base.tiles], tileSize: 256, attribution: base.attribution } }
        : {}),
    },
    layers: [
      { id: 'page', type: 'background', paint: { 'background-color': ink.sunk } },
      ...(under ? [{ id: 'base', type: 'raster' as const, source: 'base' }] : []),
      ...groundLayers(look, under),
      ...(has('workload') ? workloadLayers(look, load) : []),
      ...areaLayers(look),
      ...pairLayers(look),
      ...(has('lights') ? lightLayers(look) : []),
      ...(has('cases') ? caseLayers(look) : []),
    ],
  };
}
