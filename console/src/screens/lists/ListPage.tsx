import { App, Button, Tabs } from 'antd';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { discardList, publishList, readList } from '@fengqiao/contract/cases.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { Analysis } from './Analysis.tsx';
import type { List } from './list.ts';
import { ListMark } from './ListMark.tsx';
import { Publish } from './Publish.tsx';
import { Replay } from './Replay.tsx';
import { Rows } from './Rows.tsx';
import { texts } from './texts.ts';
import '../../parts/case/case.css';
import '../../parts/work-list/work-list.css';
import './lists.css';

/** One version: its rows, what is wrong with it, what it would have changed, and its publication. */
export function ListPage() {
  const { version = '' } = useParams();
  const list = useSay(readList, { params: { version: Number(version) } });
  return <Answer of={list}>{(found) => <Version list={found} />}</Answer>;
}

function Version({ list }: { list: List }) {
  const me = useMe();
  const [asked, setAsked] = useSearchParams();
  const draft = list.state === 'draft';
  const says = [
    list.note,
    list.effectiveFrom === null ? '' : `${t(texts.effectiveFrom)} ${stamp(list.effectiveFrom)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
  const tabs = [
    { key: 'rows', label: `${t(texts.tabRows)} ${list.items.length}`, children: <Rows list={list} /> },
    { key: 'analysis', label: t(texts.tabAnalysis), children: <Analysis list={list} /> },
    { key: 'replay', label: t(texts.tabReplay), children: <Replay version={list.version} /> },
    ...(draft ? [{ key: 'publish', label: t(texts.tabPublish), children: <Publish list={list} /> }] : []),
  ];
  return (
    <Page
      title={`${t(names.lists)} · ${t(texts.versionNo, { n: list.version })}`}
      says={says}
      extra={
        <>
          <ListMark state={list.state} />
          {draft && mayCall(me, discardList) && <Discard version={list.version} />}
          {draft && !mayCall(me, publishList) && <span className="hint small">{t(texts.publishWhy)}</span>}
        </>
      }
    >
      <Tabs
        activeKey={asked.get('tab') ?? 'rows'}
        onChange={(tab) => setAsked({ tab }, { replace: true })}
        items={tabs}
        destroyOnHidden
      />
    </Page>
  );
}

function Discard({ version }: { version: number }) {
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const act = useAct(discardList, () => void navigate('/lists'));
  const sure = () =>
    void modal.confirm({
      title: t(texts.discard),
      content: t(texts.discardSure),
      okText: t(texts.discard),
      okButtonProps: { danger: true },
      onOk: () => act.mutate({ params: { version } }),
    });
  return (
    <Button danger loading={act.isPending} onClick={sure}>
      {t(texts.discard)}
    </Button>
  );
}
