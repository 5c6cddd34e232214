import { Segmented } from 'antd';
import { mapGrids } from '@fengqiao/contract/cases/map.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ExportButton } from '../../parts/export/ExportButton.tsx';
import { Page } from '../../parts/Page.tsx';
import { LinkButton } from '../../parts/work-list/LinkButton.tsx';
import { names } from '../../shell/texts.ts';
import { GridTable } from './GridTable.tsx';
import { MapFilters } from './MapFilters.tsx';
import { MapStage } from './MapStage.tsx';
import { useMapState } from './state.ts';
import { texts } from './texts.ts';
import { TimeBar } from './TimeBar.tsx';
import '../../parts/work-list/work-list.css';
import './map-screen.css';

/** 一张图: the cases within reach on the ground of the street, and the same as a table. */
export function MapScreen() {
  const { state, change, clear } = useMapState();
  const { filter, look } = state;
  const grids = useSay(mapGrids, { query: filter }, { keepLast: true, everyMs: 120_000 });
  const rows = grids.data?.items ?? [];
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const late = rows.reduce((sum, row) => sum + row.late, 0);
  const { openOn, desk = 'open', ...rest } = filter;
  const asList = openOn === undefined ? { desk, ...rest } : { desk: 'all' as const, openOn, ...rest };
  const extra = (
    <>
      <output className="number" aria-live="polite">
        {grids.data !== undefined && t(texts.totalLate, { n: amount(total), late: amount(late) })}
      </output>
      <LinkButton />
      <ExportButton what={{ source: 'cases', filters: asList }} />
      <Segmented
        aria-label={t(texts.shownAs)}
        value={look}
        options={[
          { value: 'map', label: t(texts.map) },
          { value: 'table', label: t(texts.table) },
        ]}
        onChange={(value) => change({ look: value === 'table' ? 'table' : undefined })}
      />
    </>
  );
  return (
    <Page title={t(names.map)} says={t(texts.says)} extra={extra}>
      <div className="card map-tools">
        <MapFilters state={state} change={change} clear={clear} />
        <TimeBar filter={filter} onChange={change} />
      </div>
      {look === 'table' ? (
        <Answer of={grids}>{({ items }) => <GridTable rows={items} filter={filter} />}</Answer>
      ) : (
        <MapStage
          state={state}
          change={change}
          rows={rows}
          label={t(texts.mapOf, { total: amount(total), late: amount(late) })}
          stamp={grids.dataUpdatedAt}
        />
      )}
    </Page>
  );
}
