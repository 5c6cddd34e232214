import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { listErasures, listRuns } from '@fengqiao/contract/retention.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { Erasures } from './Erasures.tsx';
import { Holds } from './Holds.tsx';
import { Runs } from './Runs.tsx';
import { Terms } from './Terms.tsx';
import { texts } from './texts.ts';

/** What must go and what must stay; the part that is open stands in the address. */
export function Retention() {
  const [asked, setAsked] = useSearchParams();
  const me = useMe();
  const items = [
    ...(mayCall(me, listErasures)
      ? [
          { key: 'waiting', label: t(texts.waiting), children: <Erasures waiting /> },
          { key: 'all', label: t(texts.all), children: <Erasures waiting={false} /> },
          { key: 'holds', label: t(texts.holds), children: <Holds /> },
        ]
      : []),
    ...(mayCall(me, listRuns) ? [{ key: 'runs', label: t(texts.runs), children: <Runs /> }] : []),
    { key: 'terms', label: t(texts.terms), children: <Terms /> },
  ];
  return (
    <Page title={t(names.retention)} says={t(texts.says)}>
      <Tabs
        items={items}
        activeKey={asked.get('part') ?? items[0]?.key ?? 'terms'}
        onChange={(part) => setAsked({ part }, { replace: true })}
        destroyOnHidden
      />
    </Page>
  );
}
