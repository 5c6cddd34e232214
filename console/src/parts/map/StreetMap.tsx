import { lazy, Suspense } from 'react';
import type { MapFilter, NearPair } from '@fengqiao/contract/cases/map.ts';
import type { MapBy } from '@fengqiao/contract/cases/map-words.ts';
import { readMap } from '@fengqiao/contract/grids/map.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import type { ThemeName } from '@fengqiao/ui/tokens.ts';
import { Answer } from '../Answer.tsx';
import { Waiting } from '../Waiting.tsx';
import type { Corner, Handle, Hands, View } from './canvas-types.ts';
import type { MapLayer } from './style.ts';
import { texts } from './texts.ts';
import './map.css';

const Canvas = lazy(async () => ({ default: (await import('./Canvas.tsx')).Canvas }));

export type StreetMapProps = {
  /** What the map shows, for whoever cannot see it. */
  label: string;
  theme?: ThemeName;
  height?: number | string;
  layers?: readonly MapLayer[];
  /** Without hands the map stands still: a picture of the street, passed over by the keyboard. */
  interactive?: boolean;
  /** The filters of the work list; what is open, without any. */
  filter?: MapFilter;
  by?: MapBy;
  /** Open cases for each worker, by grid; shown by the layer `workload`. */
  load?: ReadonlyMap<string, number>;
  /** Cases that may be the same problem, joined by lines. */
  pairs?: readonly NearPair[];
  /** Corners of a drawn area in degrees. */
  area?: readonly Corner[];
  view?: View | null;
  hands?: Hands;
  /** Asks for the tiles of the cases anew whenever it changes. */
  stamp?: number;
  /** Gives whoever draws the map in hand. */
  onReady?: (handle: Handle) => void;
};

/**
 * The street with its cases, drawn from tiles of our own server; the drawing program is read only where a map is shown.
 * For the wall: `<StreetMap label="…" theme="wall" layers={['lights']} interactive={false} height={420} />`.
 */
export function StreetMap({
  theme = 'day',
  height = 400,
  layers = ['cases', 'places'],
  interactive = true,
  filter = {},
  by = 'state',
  ...rest
}: StreetMapProps) {
  const map = useSay(readMap, {});
  return (
    <div className={`street-map ${theme}`} style={{ height }}>
      <Answer of={map}>
        {({ box, edition, base }) =>
          box === null ? (
            <p className="wait">{t(texts.noGround)}</p>
          ) : (
            <Suspense fallback={<Waiting />}>
              <Canvas
                // Over a base map, or without hands, it is another map.
                key={`${interactive}${layers.includes('base')}`}
                {...rest}
                ground={{ box, edition, base }}
                look={{ theme, by, layers }}
                interactive={interactive}
                filter={filter}
              />
            </Suspense>
          )
        }
      </Answer>
    </div>
  );
}
