import { themes } from '@fengqiao/ui/tokens.ts';
import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import type { Corner } from './canvas-types.ts';
import type { Look } from './style.ts';

/** An area that is drawn or being drawn, closed once it has three corners. */
export function areaSource(corners: readonly Corner[]): GeoJSONSourceSpecification {
  const points = corners.map(([lng, lat]) => [lng, lat]);
  const closed = [...points, ...points.slice(0, 1)];
  return {
    type: 'geojson',
    data: {
      type: 'FeatureCollection',
      features: [
        ...(points.length < 3
          ? [{ type: 'LineString' as const, coordinates: points }]
          : [{ type: 'Polygon' as const, coordinates: [closed] }]
        )
          .filter(() => points.length > 1)
          .map((geometry) => ({ type: 'Feature' as const, properties: {}, geometry })),
        ...points.map((coordinates) => ({
          type: 'Feature' as const,
          properties: {},
          geometry: { type: 'Point' as const, coordinates },
        })),
      ],
    },
  };
}

export function areaLayers({ theme }: Pick<Look, 'theme'>): LayerSpecification[] {
  const ink = themes[theme];
  return [
    {
      id: 'drawn-fill',
      type: 'fill',
      source: 'drawn',
      paint: { 'fill-color': ink.primary, 'fill-opacity': 0.1 },
      filter: ['==', ['geometry-type'], 'Polygon'],
    },
    {
      id: 'drawn-line',
      type: 'line',
      source: 'drawn',
      paint: { 'line-color': ink.primary, 'line-width': 2.5, 'line-dasharray': [2, 1.4] },
    },
    {
      id: 'drawn-corner',
      type: 'circle',
      source: 'drawn',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 4.5,
        'circle-color': ink.card,
        'circle-stroke-color': ink.primary,
        'circle-stroke-width': 2,
      },
    },
  ];
}
