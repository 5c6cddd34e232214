import { themes } from '@fengqiao/ui/tokens.ts';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { mix } from './mix.ts';
import type { Look } from './style.ts';

/** Where the bands of a grid's load begin: open cases for each of its workers. */
export const loadBands = [1, 3, 6, 10] as const;

/** Five tints from light to dark, the first for a grid with hardly any open case. */
export function loadTints(theme: Look['theme']): readonly string[] {
  const ink = themes[theme];
  return [0.02, 0.16, 0.32, 0.5, 0.72].map((share) => mix(ink.card, ink.warn, share));
}

/** Grids filled by their load. */
export function workloadLayers({ theme }: Look, load: ReadonlyMap<string, number>): LayerSpecification[] {
  if (load.size === 0) return [];
  const [none = '', ...others] = loadTints(theme);
  const steps = others.flatMap((tint, i) => [loadBands[i] ?? 0, tint]);
  const [first = ['', 0], ...rest] = load;
  const ofGrid: ExpressionSpecification = ['match', ['get', 'unit'], ...first, ...rest.flat(), 0];
  return [
    {
      id: 'grid-load',
      type: 'fill',
      source: 'ground',
      'source-layer': 'area',
      filter: ['==', ['get', 'level'], 'grid'],
      paint: { 'fill-color': ['step', ofGrid, none, ...steps], 'fill-opacity': 0.62 },
    },
  ];
}
