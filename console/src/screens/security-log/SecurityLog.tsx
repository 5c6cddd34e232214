import { Button, DatePicker, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import {
  exportSecurity,
  listSecurity,
  securityResults,
  summarizeSecurity,
} from '@fengqiao/contract/audit/security.ts';
import { securityKinds } from '@fengqiao/contract/audit/security-acts.ts';
import { useMore, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { among, filled, keysOf } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { dayOf } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { useNow } from '../../parts/now.ts';
import { Page } from '../../parts/Page.tsx';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { names } from '../../shell/texts.ts';
import { ExportLog } from './ExportLog.tsx';
import { LogTable } from './LogTable.tsx';
import { Summary } from './Summary.tsx';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';
import '../privacy/privacy.css';
import './security-log.css';

const MOST_DAYS = 91;
const ALL = 'all';

/** What was done or tried with accounts, rights, rules and keys, for whoever audits. */
export function SecurityLog() {
  const [asked, setAsked] = useSearchParams();
  const now = useNow();
  const me = useMe();
  const until = asked.get('to') ?? dayOf(now);
  const since = asked.get('from') ?? dayjs(until).subtract(6, 'day').format('YYYY-MM-DD');
  const filters = filled({
    kind: among(keysOf(securityKinds), asked.get('kind')),
    result: among(keysOf(securityResults), asked.get('result')),
    unit: asked.get('unit') ?? undefined,
    account: asked.get('account') ?? undefined,
    machine: asked.get('machine') ?? undefined,
  });
  const filter = (changed: Readonly<Record<string, string | undefined>>) =>
    setAsked(
      (last) => {
        for (const [name, value] of Object.entries(changed))
          if (value === undefined) last.delete(name);
          else last.set(name, value);
        return last;
      },
      { replace: true },
    );
  const range = { from: `${since}T00:00:00+08:00`, to: `${until}T23:59:59+08:00` };
  const summary = useSay(summarizeSecurity, { query: range });
  const list = useMore(listSecurity, (after) => ({
    query: { ...range, limit: 50, ...filters, ...(after === undefined ? {} : { after }) },
  }));
  return (
    <Page
      title={t(names.securityLog)}
      says={t(texts.says)}
      extra={
        <>
          <DatePicker.RangePicker
            className="period"
            allowClear={false}
            aria-label={t(texts.period)}
            value={[dayjs(since), dayjs(until)]}
            onChange={(days) => {
              const [from, to] = days ?? [];
              if (!from || !to) return;
              const first = to.diff(from, 'day') > MOST_DAYS ? to.subtract(MOST_DAYS, 'day') : from;
              filter({ from: first.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') });
            }}
          />
          {mayCall(me, exportSecurity) && (
            <OpenForm size="medium" label={texts.export}>
              {(close) => <ExportLog filters={{ ...range, ...filters }} onDone={close} />}
            </OpenForm>
          )}
        </>
      }
    >
      <Answer of={summary}>{(told) => <Summary summary={told} onPick={filter} />}</Answer>
      <section className="card work-list" aria-label={t(names.securityLog)}>
        <div className="filters">
          <Segmented
            aria-label={t(texts.result)}
            value={filters.result ?? ALL}
            options={[
              { value: ALL, label: t(texts.all) },
              ...(['refused', 'done'] as const).map((value) => ({
                value,
                label: t(securityResults[value]),
              })),
            ]}
            onChange={(value) => filter({ result: value === ALL ? undefined : value })}
          />
          <Select
            allowClear
            className="kind-filter"
            aria-label={t(texts.kind)}
            placeholder={t(texts.kind)}
            value={filters.kind ?? null}
            options={keysOf(securityKinds).map((value) => ({ value, label: t(securityKinds[value]) }))}
            onChange={(value) => filter({ kind: value })}
          />
          <UnitSelect
            className="kind-filter"
            aria-label={t(texts.unit)}
            placeholder={t(texts.unit)}
            value={filters.unit}
            onChange={(value: string | undefined) => filter({ unit: value })}
          />
          {filters.account !== undefined && (
            <Button onClick={() => filter({ account: undefined })}>
              {t(texts.clear, { what: t(texts.onePerson) })}
            </Button>
          )}
          {filters.machine !== undefined && (
            <Button onClick={() => filter({ machine: undefined })}>
              {t(texts.clear, { what: t(texts.oneMachine, { mark: filters.machine }) })}
            </Button>
          )}
        </div>
        <LogTable list={list} onPick={filter} />
      </section>
    </Page>
  );
}
