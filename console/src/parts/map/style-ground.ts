import { themes, type } from '@fengqiao/ui/tokens.ts';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { mix } from './mix.ts';
import type { Look } from './style.ts';

const source = 'ground';
/** Local fonts by name: no glyphs are asked of any server. */
export const fonts: string[] = type.family.split(',').map((name) => name.trim().replaceAll("'", ''));

const wide = (near: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.9],
  ['zoom'],
  12,
  ['/', ['get', 'width'], 22],
  16,
  ['/', ['get', 'width'], 22 / near],
  20,
  ['/', ['get', 'width'], 22 / (near * 13)],
];

const levels = (level: string): ExpressionSpecification => ['==', ['get', 'level'], level];

/** White walls and dark tiles by day, ink and water at night; over a base map only borders and names remain. */
export function groundLayers(look: Look, overBase: boolean): LayerSpecification[] {
  return overBase
    ? [...borderLayers(look), ...areaNames(look)]
    : [
        ...surfaceLayers(look),
        ...borderLayers(look),
        ...lineNames(look),
        ...areaNames(look),
        ...placeLayers(look),
      ];
}

function surfaceLayers({ theme }: Look): LayerSpecification[] {
  const ink = themes[theme];
  const water = theme === 'day' ? mix(ink.primarySoft, ink.primary, 0.16) : mix(ink.sunk, ink.primary, 0.12);
  const green = theme === 'day' ? mix(ink.goodSoft, ink.good, 0.08) : mix(ink.card, ink.good, 0.09);
  const house = theme === 'day' ? mix(ink.sunk, ink.line, 0.7) : mix(ink.card, ink.line, 0.6);
  const road = theme === 'day' ? ink.card : mix(ink.card, ink.line, 0.9);
  return [
    {
      id: 'street',
      type: 'fill',
      source,
      'source-layer': 'area',
      filter: levels('street'),
      paint: { 'fill-color': theme === 'day' ? ink.page : ink.card },
    },
    { id: 'green', type: 'fill', source, 'source-layer': 'green', paint: { 'fill-color': green } },
    { id: 'water', type: 'fill', source, 'source-layer': 'water', paint: { 'fill-color': water } },
    {
      id: 'road-edge',
      type: 'line',
      source,
      'source-layer': 'road',
      minzoom: 13,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': theme === 'day' ? ink.line : ink.sunk,
        'line-width': 1,
        'line-gap-width': wide(9),
      },
    },
    {
      id: 'road',
      type: 'line',
      source,
      'source-layer': 'road',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': road, 'line-width': wide(9) },
    },
    {
      id: 'building',
      type: 'fill',
      source,
      'source-layer': 'building',
      minzoom: 14,
      paint: {
        'fill-color': house,
        'fill-outline-color': theme === 'day' ? mix(ink.line, ink.border, 0.35) : ink.line,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0.5, 16, 1],
      },
    },
  ];
}

function borderLayers({ theme }: Look): LayerSpecification[] {
  const ink = themes[theme];
  return [
    {
      id: 'grid-border',
      type: 'line',
      source,
      'source-layer': 'area',
      filter: levels('grid'),
      minzoom: 13,
      paint: {
        'line-color': mix(ink.border, ink.page, theme === 'day' ? 0.25 : 0.4),
        'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.5, 17, 1.4],
        'line-dasharray': [3, 2],
      },
    },
    {
      id: 'community-border',
      type: 'line',
      source,
      'source-layer': 'area',
      filter: levels('community'),
      paint: {
        'line-color': theme === 'day' ? ink.border : mix(ink.hint, ink.card, 0.45),
        'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.8, 17, 2.2],
      },
    },
    {
      id: 'street-border',
      type: 'line',
      source,
      'source-layer': 'area',
      filter: levels('street'),
      paint: { 'line-color': ink.primary, 'line-width': 2, 'line-opacity': 0.85 },
    },
  ];
}

const halo = ({ theme }: Look) => ({
  'text-halo-color': theme === 'day' ? themes.day.page : themes.wall.card,
  'text-halo-width': 1.6,
});

const named = ({ language }: Look): ExpressionSpecification => ['get', language];

function lineNames(look: Look): LayerSpecification[] {
  const ink = themes[look.theme];
  const layout = {
    'symbol-placement': 'line' as const,
    'text-field': named(look),
    'text-font': fonts,
    'text-letter-spacing': look.language === 'zh' ? 0.25 : 0.05,
  };
  return [
    {
      id: 'road-name',
      type: 'symbol',
      source,
      'source-layer': 'road',
      minzoom: 14.5,
      layout: { ...layout, 'text-size': 11 },
      paint: { 'text-color': ink.tile, ...halo(look) },
    },
    {
      id: 'water-name',
      type: 'symbol',
      source,
      'source-layer': 'water',
      minzoom: 14,
      layout: { ...layout, 'text-size': 12, 'symbol-placement': 'point' },
      paint: { 'text-color': look.theme === 'day' ? ink.primary : ink.primaryHover, ...halo(look) },
    },
  ];
}

function areaNames(look: Look): LayerSpecification[] {
  const ink = themes[look.theme];
  const layout = { 'text-field': named(look), 'text-font': fonts, 'text-max-width': 7 };
  return [
    {
      id: 'grid-name',
      type: 'symbol',
      source,
      'source-layer': 'name',
      filter: levels('grid'),
      minzoom: 15,
      layout: { ...layout, 'text-size': 12 },
      paint: { 'text-color': ink.hint, ...halo(look) },
    },
    {
      id: 'community-name',
      type: 'symbol',
      source,
      'source-layer': 'name',
      filter: levels('community'),
      minzoom: 12,
      maxzoom: 16,
      layout: { ...layout, 'text-size': ['interpolate', ['linear'], ['zoom'], 12, 12, 15, 15] },
      paint: { 'text-color': ink.tile, ...halo(look) },
    },
  ];
}

function placeLayers(look: Look): LayerSpecification[] {
  if (!look.layers.includes('places')) return [];
  const ink = themes[look.theme];
  return [
    {
      id: 'place',
      type: 'symbol',
      source,
      'source-layer': 'place',
      minzoom: 15,
      layout: {
        'icon-image': ['concat', 'place:', look.theme],
        'text-field': named(look),
        'text-font': fonts,
        'text-size': 11,
        'text-offset': [0, 0.9],
        'text-anchor': 'top',
        'text-max-width': 8,
        'text-optional': true,
      },
      paint: { 'text-color': ink.tile, ...halo(look) },
    },
  ];
}
