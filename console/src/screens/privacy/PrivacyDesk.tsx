import { Tabs } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { listAccesses } from '@fengqiao/contract/audit.ts';
import { listBreakGlass, listBudgets } from '@fengqiao/contract/audit/oversight.ts';
import { listDecoys } from '@fengqiao/contract/registry/decoys.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { BreakGlass } from './BreakGlass.tsx';
import { Changes } from './Changes.tsx';
import { Decoys } from './Decoys.tsx';
import { Limits } from './Limits.tsx';
import { texts } from './texts.ts';
import { Tickets } from './Tickets.tsx';
import './privacy.css';

/** What waits for the privacy officer; the part that is open stands in the address. */
export function PrivacyDesk() {
  const me = useMe();
  const [asked, setAsked] = useSearchParams();
  const items = [
    { key: 'tickets', label: t(texts.tickets), children: <Tickets state="open" /> },
    { key: 'decided', label: t(texts.decided), children: <Tickets state="decided" /> },
    ...(mayCall(me, listBreakGlass)
      ? [{ key: 'glass', label: t(texts.glass), children: <BreakGlass /> }]
      : []),
    ...(mayCall(me, listBudgets) ? [{ key: 'limits', label: t(texts.limits), children: <Limits /> }] : []),
    ...(mayCall(me, listDecoys) ? [{ key: 'decoys', label: t(texts.decoys), children: <Decoys /> }] : []),
    { key: 'changes', label: t(texts.changes), children: <Changes /> },
  ];
  return (
    <Page
      title={t(names.privacy)}
      says={t(texts.says)}
      extra={mayCall(me, listAccesses) && <Link to="/accesses?desk=open">{t(texts.marked)}</Link>}
    >
      <Tabs
        items={items}
        activeKey={asked.get('part') ?? 'tickets'}
        onChange={(part) => setAsked({ part }, { replace: true })}
        destroyOnHidden
      />
    </Page>
  );
}
