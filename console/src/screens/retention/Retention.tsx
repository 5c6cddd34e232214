import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { Erasures } from './Erasures.tsx';
import { Holds } from './Holds.tsx';
import { texts } from './texts.ts';

/** What must go and what must stay; the part that is open stands in the address. */
export function Retention() {
  const [asked, setAsked] = useSearchParams();
  const items = [
    { key: 'waiting', label: t(texts.waiting), children: <Erasures waiting /> },
    { key: 'all', label: t(texts.all), children: <Erasures waiting={false} /> },
    { key: 'holds', label: t(texts.holds), children: <Holds /> },
  ];
  return (
    <Page title={t(names.retention)} says={t(texts.says)}>
      <Tabs
        items={items}
        activeKey={asked.get('part') ?? 'waiting'}
        onChange={(part) => setAsked({ part }, { replace: true })}
        destroyOnHidden
      />
    </Page>
  );
}
