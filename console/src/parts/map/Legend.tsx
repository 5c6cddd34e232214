import { mapKinds, type MapBy } from '@fengqiao/contract/cases/map-words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { themes, type ThemeName } from '@fengqiao/ui/tokens.ts';
import { badge, marksOf } from './shapes.ts';
import { loadBands, loadTints } from './style-workload.ts';
import type { MapLayer } from './style.ts';
import { texts } from './texts.ts';

type LegendProps = {
  by: MapBy;
  theme: ThemeName;
  layers: readonly MapLayer[];
  /** Whether pairs of possible duplicates are joined by lines. */
  pairs?: boolean;
};

/** What the marks on the map mean: shape, word and colour together. */
export function Legend({ by, theme, layers, pairs = false }: LegendProps) {
  const names = Object.values(mapKinds[by]);
  return (
    <div className="map-legend">
      <h3 className="spoken">{t(texts.legend)}</h3>
      {layers.includes('cases') && (
        <ul>
          {marksOf(by, theme).map(({ shape, colour }, kind) => (
            <li key={shape}>
              <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden>
                <path d={shape} fill={colour} fillRule="evenodd" />
              </svg>
              {names[kind] === undefined ? '' : t(names[kind])}
            </li>
          ))}
          <li>
            <LateBadge theme={theme} />
            {t(texts.late)}
          </li>
          {pairs && (
            <li>
              <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden>
                <path d="M2 12h20" stroke={themes[theme].warn} strokeWidth="4" strokeDasharray="3 4" />
              </svg>
              {t(texts.pair)}
            </li>
          )}
        </ul>
      )}
      {layers.includes('workload') && <LoadLegend theme={theme} />}
    </div>
  );
}

function LateBadge({ theme }: { theme: ThemeName }) {
  const { x, y, r, sign } = badge;
  const size = 2 * r + 2;
  return (
    <svg viewBox={`${x - r - 1} ${y - r - 1} ${size} ${size}`} width="16" height="16" aria-hidden>
      <circle cx={x} cy={y} r={r} fill={themes[theme].urgent} />
      <path d={sign} fill={themes[theme].card} />
    </svg>
  );
}

function LoadLegend({ theme }: { theme: ThemeName }) {
  const words = [
    t(texts.bandUnder, { to: loadBands[0] }),
    ...loadBands.map((from, i) =>
      loadBands[i + 1] === undefined
        ? t(texts.bandOver, { from })
        : t(texts.band, { from, to: loadBands[i + 1] ?? 0 }),
    ),
  ];
  return (
    <>
      <p className="small">{t(texts.loadOf)}</p>
      <ul>
        {loadTints(theme).map((tint, i) => (
          <li key={tint}>
            <span className="map-tint" style={{ background: tint }} />
            {words[i]}
          </li>
        ))}
      </ul>
    </>
  );
}
