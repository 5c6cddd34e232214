import { themes } from '@fengqiao/ui/tokens.ts';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { kindCount } from './shapes.ts';
import { fonts } from './style-ground.ts';
import type { Look } from './style.ts';

const source = 'cases';
const layer = 'cases';
const count: ExpressionSpecification = ['get', 'n'];
const late: ExpressionSpecification = ['case', ['>', ['get', 'late'], 0], '1', '0'];
const several: ExpressionSpecification = ['>', count, 1];

/** The layers whose features can be pressed. */
export const pressable = ['case-ring', 'case-mark'] as const;

/** Rings where several cases lie, a mark where one does. */
export function caseLayers(look: Look): LayerSpecification[] {
  const ink = themes[look.theme];
  return [
    {
      id: 'case-mark',
      type: 'symbol',
      source,
      'source-layer': layer,
      filter: ['!', several],
      layout: {
        'icon-image': ['concat', `mark:${look.theme}:${look.by}:`, ['get', 'kind'], ':', late],
        'icon-allow-overlap': true,
      },
    },
    {
      id: 'case-ring',
      type: 'symbol',
      source,
      'source-layer': layer,
      filter: several,
      layout: {
        'icon-image': ring(look),
        'icon-allow-overlap': true,
        'text-allow-overlap': true,
        'symbol-sort-key': count,
        'text-field': shortly(look),
        'text-font': fonts,
        'text-size': ['step', count, 12, 100, 13],
      },
      paint: { 'text-color': ink.ink },
    },
  ];
}

/** Which picture stands for several cases: how large, and how its twelfths divide. */
function ring({ theme, by }: Look): ExpressionSpecification {
  const twelfths = Array.from({ length: kindCount(by) }, (_, kind): ExpressionSpecification => [
    'to-string',
    ['round', ['*', 12, ['/', ['coalesce', ['get', `k${kind}`], 0], count]]],
  ]);
  const shares = twelfths.flatMap((one, i) => (i === 0 ? [one] : [',', one]));
  const size: ExpressionSpecification = ['to-string', ['step', count, 30, 10, 34, 100, 40, 1000, 48]];
  return ['concat', `ring:${theme}:${by}:`, size, ':', ...shares, ':', late];
}

/** 12 345 as 1.2万 or 12k, so that it fits its ring. */
function shortly({ language }: Look): ExpressionSpecification {
  const [unit, word] = language === 'zh' ? [10_000, '万'] : [1_000, 'k'];
  const tenths: ExpressionSpecification = ['/', ['round', ['/', count, unit / 10]], 10];
  return ['case', ['>=', count, unit], ['concat', ['to-string', tenths], word], ['to-string', count]];
}

/** Open cases as lanterns: the more at one place, the larger the light; late ones glow warmer. */
export function lightLayers({ theme }: Look): LayerSpecification[] {
  const ink = themes[theme];
  const colour: ExpressionSpecification = [
    'case',
    ['>', ['*', 2, ['get', 'late']], count],
    ink.urgent,
    ink.warn,
  ];
  const size = (one: number, many: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['sqrt', count],
    1,
    one,
    10,
    many,
  ];
  const base = { type: 'circle' as const, source, 'source-layer': layer };
  return [
    {
      ...base,
      id: 'light-glow',
      paint: {
        'circle-color': colour,
        'circle-opacity': theme === 'day' ? 0.16 : 0.22,
        'circle-blur': 1,
        'circle-radius': size(9, 30),
      },
    },
    { ...base, id: 'light', paint: { 'circle-color': colour, 'circle-radius': size(2, 7) } },
  ];
}
