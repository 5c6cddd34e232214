import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { decideExport, askExport, listExports, type ExportPart } from '@fengqiao/contract/exports.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { Feed } from '../../parts/Feed.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { ExportCard } from './ExportCard.tsx';
import { texts } from './texts.ts';

const empty = { mine: texts.noneMine, waiting: texts.noneWaiting, all: texts.noneAll } as const;

/** Lists that leave: one's own, those that wait for one's yes, and all of them for whoever watches. */
export function Exports() {
  const me = useMe();
  const [asked, setAsked] = useSearchParams();
  const watches = me.role === 'privacy' || me.role === 'auditor';
  const parts: ExportPart[] = [
    ...(mayCall(me, askExport) ? (['mine'] as const) : []),
    ...(mayCall(me, decideExport) ? (['waiting'] as const) : []),
    ...(watches ? (['all'] as const) : []),
  ];
  const shown = parts.find((part) => part === asked.get('part')) ?? parts[0] ?? 'mine';
  return (
    <Page title={t(names.exports)} says={t(texts.says)}>
      <Tabs
        activeKey={shown}
        items={parts.map((key) => ({ key, label: t(texts[key]), children: <Part part={key} /> }))}
        onChange={(part) => setAsked({ part }, { replace: true })}
        destroyOnHidden
      />
    </Page>
  );
}

function Part({ part }: { part: ExportPart }) {
  const list = useMore(listExports, (after) => ({
    query: { part, limit: 20, ...(after === undefined ? {} : { after }) },
  }));
  return (
    <Feed list={list} label={t(texts[part])} empty={t(empty[part])} keyOf={(one) => one.id}>
      {(one) => <ExportCard of={one} />}
    </Feed>
  );
}
