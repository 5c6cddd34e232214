import type { NearPair } from '@fengqiao/contract/cases/map.ts';
import { themes } from '@fengqiao/ui/tokens.ts';
import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import type { Look } from './style.ts';

/** A line between the two cases of each pair that may be one problem. */
export const pairSource = (pairs: readonly NearPair[]): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: {
    type: 'FeatureCollection',
    features: pairs.map(({ a, b }) => ({
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'LineString',
        coordinates: [
          [a.lng, a.lat],
          [b.lng, b.lat],
        ],
      },
    })),
  },
});

/** Under the marks, in a dashed line with a light edge, so that it is seen on any ground. */
export function pairLayers({ theme }: Pick<Look, 'theme'>): LayerSpecification[] {
  const ink = themes[theme];
  const line = { type: 'line' as const, source: 'pairs', layout: { 'line-cap': 'round' as const } };
  return [
    { ...line, id: 'pair-edge', paint: { 'line-color': ink.card, 'line-width': 7 } },
    {
      ...line,
      id: 'pair',
      paint: { 'line-color': ink.warn, 'line-width': 3.5, 'line-dasharray': [0.6, 1.8] },
    },
  ];
}
