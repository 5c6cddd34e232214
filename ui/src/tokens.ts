/** The look of the product, told once: day is 粉墙黛瓦, the wall is 枫桥夜泊. Every ink used for text reaches 4.5:1 on its grounds. */
const day = {
  page: '#FAF8F5',
  card: '#FFFFFF',
  sunk: '#F3F0EA',
  line: '#E4DFD6',
  border: '#7F8990',
  ink: '#1D2327',
  tile: '#4A545C',
  hint: '#57626B',
  primary: '#1F6468',
  primaryHover: '#174E51',
  primarySoft: '#E6F0F0',
  onPrimary: '#FFFFFF',
  urgent: '#A93B27',
  urgentSoft: '#F9E9E5',
  good: '#2E6B3E',
  goodSoft: '#E7F1E9',
  warn: '#8A5300',
  warnSoft: '#FBF0DE',
  calm: '#4A545C',
  calmSoft: '#ECEEEF',
  onUrgent: '#FFFFFF',
  /** The roof 黛瓦: the bar over every staff screen. */
  roof: '#1D2327',
  roofHover: '#313A41',
  onRoof: '#FAF8F5',
  onRoofHint: '#C4CBD0',
} as const;

export type TokenName = keyof typeof day;

const wall = {
  page: '#101C26',
  card: '#182834',
  sunk: '#0C161E',
  line: '#2A3D4B',
  border: '#6E8492',
  ink: '#EDE9E0',
  tile: '#C4CBD0',
  hint: '#9FB0BB',
  primary: '#6FC2BF',
  primaryHover: '#8FD3D0',
  primarySoft: '#1D3A42',
  onPrimary: '#101C26',
  urgent: '#F08A70',
  urgentSoft: '#3A2723',
  good: '#8CCB8F',
  goodSoft: '#1F3529',
  warn: '#F0B35A',
  warnSoft: '#3A2F1C',
  calm: '#C4CBD0',
  calmSoft: '#22333F',
  onUrgent: '#101C26',
  roof: '#0C161E',
  roofHover: '#22333F',
  onRoof: '#EDE9E0',
  onRoofHint: '#9FB0BB',
} as const satisfies Record<TokenName, string>;

export const themes = { day, wall } as const;
export type ThemeName = keyof typeof themes;

/** At most five series, labelled directly. */
export const series: Record<ThemeName, readonly string[]> = {
  day: [day.primary, day.warn, day.tile, day.good, day.urgent],
  wall: [wall.primary, wall.warn, wall.tile, wall.good, wall.urgent],
};

export const type = {
  family:
    "-apple-system, 'PingFang SC', 'HarmonyOS Sans SC', MiSans, 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', 'Segoe UI', Roboto, sans-serif",
  /** For English, so that its quotes and apostrophes are not those of a Chinese font. */
  latin:
    "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'HarmonyOS Sans SC', MiSans, 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif",
  sizes: [12, 14, 16, 20, 24, 32, 44, 88],
} as const;

export const shape = {
  radius: 6,
  row: 40,
  rowCompact: 32,
  motionMs: 160,
  overlay: '0 6px 24px rgb(29 35 39 / 16%)',
} as const;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The theme as CSS custom properties: `primarySoft` is `--primary-soft`. */
export function variablesOf(name: ThemeName): Record<string, string> {
  const colours = Object.entries(themes[name]).map(([token, value]) => [`--${kebab(token)}`, value]);
  return {
    ...Object.fromEntries(colours),
    '--radius': `${shape.radius}px`,
    '--row': `${shape.row}px`,
    '--overlay': shape.overlay,
    '--family': type.family,
    '--family-latin': type.latin,
  };
}

/** Dresses the document in a theme. */
export function wear(name: ThemeName, root: HTMLElement = document.documentElement): void {
  for (const [property, value] of Object.entries(variablesOf(name))) root.style.setProperty(property, value);
  root.dataset['theme'] = name;
  root.style.colorScheme = name === 'wall' ? 'dark' : 'light';
}
