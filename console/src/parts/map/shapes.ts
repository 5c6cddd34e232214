import type { MapBy } from '@fengqiao/contract/cases/map-words.ts';
import { mapKinds } from '@fengqiao/contract/cases/map-words.ts';
import { themes, type ThemeName } from '@fengqiao/ui/tokens.ts';
import { mix } from './mix.ts';

/** Shapes in a square of 24: the map and its legend draw the same ones. Filled by the even-odd rule. */
const disc = (r: number) => `M12 ${12 - r}a${r} ${r} 0 1 1 0 ${2 * r}a${r} ${r} 0 1 1 0 ${-2 * r}z`;
const ring = disc(7.5) + disc(4.6);
const shapes = {
  disc: disc(7.5),
  ring,
  diamond: 'M12 3l9 9-9 9-9-9z',
  square: 'M5 5h14v14H5z',
  bars: 'M5 5h14v14H5zM9 8.4v7.2h2V8.4zM13 8.4v7.2h2V8.4z',
  triangle: 'M12 3.6l9 15.6H3z',
  tick: `${disc(7.5)}M8.2 11.8l1.4-1.4 1.8 1.8 3.4-3.6 1.4 1.4-4.8 5z`,
  quarter: `${ring}M12 12V7.4a4.6 4.6 0 0 1 4.6 4.6z`,
  half: `${ring}M12 7.4a4.6 4.6 0 0 1 0 9.2z`,
  threeQuarters: `${ring}M12 12V7.4a4.6 4.6 0 1 1-4.6 4.6z`,
} as const;

/** Where something late wears its mark, and the mark itself. */
export const badge = { x: 18, y: 6, r: 5, sign: 'M17.2 3.2h1.6v3.6h-1.6zM17.2 7.6h1.6v1.5h-1.6z' } as const;

export type Mark = { readonly shape: string; readonly colour: string };

/** How each kind of a way of telling apart is drawn, in the order of the kinds: shape and colour both tell it. */
export function marksOf(by: MapBy, theme: ThemeName): readonly Mark[] {
  const ink = themes[theme];
  const of = (shape: keyof typeof shapes, colour: string): Mark => ({ shape: shapes[shape], colour });
  switch (by) {
    case 'state':
      return [
        of('ring', ink.warn),
        of('disc', ink.primary),
        of('diamond', ink.ink),
        of('bars', ink.border),
        of('tick', ink.good),
      ];
    case 'age':
      return [
        of('quarter', mix(ink.primary, ink.card, 0.5)),
        of('half', mix(ink.primary, ink.card, 0.2)),
        of('threeQuarters', mix(ink.primary, ink.ink, 0.3)),
        of('disc', ink.ink),
      ];
    case 'class':
      return [
        of('triangle', ink.primary),
        of('diamond', ink.warn),
        of('disc', ink.good),
        of('square', ink.tile),
        of('ring', ink.border),
      ];
  }
}

export const kindCount = (by: MapBy): number => Object.keys(mapKinds[by]).length;
