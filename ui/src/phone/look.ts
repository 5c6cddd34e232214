import { themes, type TokenName } from '../tokens.ts';

/** Black on white with lines instead of shades, for high contrast and for screens read in the sun. */
const strong = {
  page: '#FFFFFF',
  card: '#FFFFFF',
  sunk: '#FFFFFF',
  line: '#000000',
  border: '#000000',
  ink: '#000000',
  tile: '#000000',
  hint: '#26292B',
  primary: '#0A4347',
  primaryHover: '#062C2F',
  primarySoft: '#FFFFFF',
  onPrimary: '#FFFFFF',
  urgent: '#8A1F0E',
  urgentSoft: '#FFFFFF',
  good: '#14471F',
  goodSoft: '#FFFFFF',
  warn: '#5C3600',
  warnSoft: '#FFFFFF',
  calm: '#000000',
  calmSoft: '#FFFFFF',
  onUrgent: '#FFFFFF',
  roof: '#000000',
  roofHover: '#26292B',
  onRoof: '#FFFFFF',
  onRoofHint: '#FFFFFF',
} as const satisfies Record<TokenName, string>;

/** Hands the tokens to the style sheets as CSS variables such as `--primary-soft`. */
export function applyLook(highContrast: boolean): void {
  const { style } = document.documentElement;
  for (const [name, colour] of Object.entries(highContrast ? strong : themes.day))
    style.setProperty(`--${dashed(name)}`, colour);
}

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
