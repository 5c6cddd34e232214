import { useMemo, useRef, useState } from 'react';
import { Button } from 'antd';
import { Link } from 'react-router';
import { mapPairs, type GridCounts, type NearPair } from '@fengqiao/contract/cases/map.ts';
import { readMap } from '@fengqiao/contract/grids/map.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { variablesOf } from '@fengqiao/ui/tokens.ts';
import type { Handle, View } from '../../parts/map/canvas-types.ts';
import { Legend } from '../../parts/map/Legend.tsx';
import { StreetMap } from '../../parts/map/StreetMap.tsx';
import type { MapLayer } from '../../parts/map/style.ts';
import { CaseCard, type Pressed } from './CaseCard.tsx';
import { Counts } from './Counts.tsx';
import { DrawBar } from './DrawBar.tsx';
import { useDrawing } from './drawing.ts';
import { loadOf } from './GridTable.tsx';
import { Layers } from './Layers.tsx';
import { areaText, cornersOf, listAddress, type useMapState } from './state.ts';
import { texts } from './texts.ts';

type StageProps = Pick<ReturnType<typeof useMapState>, 'state' | 'change'> & {
  rows: readonly GridCounts[];
  label: string;
  stamp: number;
};

/** The map with what lies over it: legend, the pressed case, the area that is drawn, and beside it the counts. */
export function MapStage({ state, change, rows, label, stamp }: StageProps) {
  const { filter, by, theme, view } = state;
  const [handle, setHandle] = useState<Handle | null>(null);
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  const drawing = useDrawing(handle, (corners) => change({ area: areaText(corners) }));
  const layers: readonly MapLayer[] = ['cases', ...state.layers.filter((name) => name !== 'pairs')];
  const drawn = drawing.corners;
  const area = useMemo(() => drawn ?? cornersOf(filter.area), [drawn, filter.area]);
  const load = useMemo(() => new Map(rows.map((row) => [row.grid ?? '', loadOf(row)])), [rows]);
  const withPairs = state.layers.includes('pairs');
  const pairs = useSay(mapPairs, { query: filter }, { enabled: withPairs, keepLast: true }).data?.items;
  const base = useSay(readMap, {}).data?.base ?? null;
  const begin = () => {
    setPressed(null);
    drawing.begin();
    stage.current?.focus();
  };
  return (
    <div className="map-stage">
      <div
        ref={stage}
        className={drawn === null ? 'map-frame' : 'map-frame drawing'}
        style={variablesOf(theme)}
        tabIndex={drawn === null ? -1 : 0}
        {...(drawn === null ? {} : { role: 'application', 'aria-label': t(texts.drawHow) })}
        onKeyDownCapture={drawing.onKeyDownCapture}
      >
        <StreetMap
          label={label}
          theme={theme}
          height="100%"
          layers={layers}
          filter={filter}
          by={by}
          load={load}
          pairs={withPairs ? (pairs ?? none) : none}
          area={area}
          view={view}
          stamp={stamp}
          onReady={setHandle}
          hands={{
            onMoved: (to) => change({ at: viewText(to) }),
            onCase: (one) => setPressed({ one }),
            onHeap: (heap) => setPressed({ heap }),
            ...(drawn === null ? {} : { onCorner: drawing.add, onFinish: drawing.finish }),
          }}
        />
        <Legend by={by} theme={theme} layers={layers} pairs={withPairs} />
        {drawn !== null && <span className="map-cross" aria-hidden />}
        {pressed !== null && drawn === null && (
          <CaseCard pressed={pressed} filter={filter} onClose={() => setPressed(null)} />
        )}
      </div>
      <aside className="card map-aside">
        {drawn === null ? (
          <div className="row wrap">
            <Button size="small" onClick={begin}>
              {t(filter.area === undefined ? texts.draw : texts.redraw)}
            </Button>
            {filter.area !== undefined && (
              <Button size="small" onClick={() => change({ area: undefined })}>
                {t(texts.dropArea)}
              </Button>
            )}
            <Layers state={state} change={change} hasBase={base !== null} />
          </div>
        ) : (
          <DrawBar drawing={drawing} />
        )}
        <div className="row between">
          <h2>{t(filter.area === undefined ? texts.everywhere : texts.inArea)}</h2>
          <Link to={listAddress(filter)}>{t(texts.toList)}</Link>
        </div>
        <Counts filter={filter} />
      </aside>
    </div>
  );
}

const none: readonly NearPair[] = [];
const viewText = ({ lng, lat, zoom }: View) => [lng.toFixed(5), lat.toFixed(5), zoom.toFixed(2)].join(',');
