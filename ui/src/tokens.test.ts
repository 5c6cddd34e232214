import { expect, test } from 'vitest';
import { series, themes, type ThemeName, type TokenName } from './tokens.ts';

/** Relative luminance of #RRGGBB (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds: readonly TokenName[] = ['page', 'card', 'sunk'];
/** Inks of text with the grounds that they stand on. */
const text: readonly (readonly [ink: TokenName, on: readonly TokenName[]])[] = [
  ['ink', [...grounds, 'primarySoft', 'urgentSoft', 'goodSoft', 'warnSoft', 'calmSoft']],
  ['tile', [...grounds, 'calmSoft']],
  ['hint', grounds],
  ['primary', [...grounds, 'primarySoft']],
  ['urgent', [...grounds, 'urgentSoft']],
  ['good', [...grounds, 'goodSoft']],
  ['warn', [...grounds, 'warnSoft']],
  ['calm', ['card', 'calmSoft']],
  ['onPrimary', ['primary', 'primaryHover']],
  ['onUrgent', ['urgent']],
  ['onRoof', ['roof', 'roofHover']],
  ['onRoofHint', ['roof', 'roofHover']],
];

const names = Object.keys(themes) as ThemeName[];

test.each(names)('text of the theme %s stands out at 4.5:1 from each ground it is put on', (name) => {
  const theme = themes[name];
  const faint = text.flatMap(([ink, on]) =>
    on
      .map((ground) => ({ ink, ground, is: contrast(theme[ink], theme[ground]) }))
      .filter(({ is }) => is < 4.5),
  );
  expect(faint).toEqual([]);
});

test.each(names)('edges of controls and lines of charts of the theme %s stand out at 3:1', (name) => {
  const { page, card, border } = themes[name];
  const faint = [border, ...series[name]].filter(
    (colour) => contrast(colour, card) < 3 || contrast(colour, page) < 3,
  );
  expect(faint).toEqual([]);
});
