import { useEffect, useRef, type ReactNode } from 'react';
import { Button, Tabs } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { deskNames } from '@fengqiao/contract/cases/desk-names.ts';
import { countDesks, listCases, readCase, type CaseQuery } from '@fengqiao/contract/cases.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { useMore, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { Answer } from '../Answer.tsx';
import { BulkBar, bulkActsOf } from '../bulk/BulkBar.tsx';
import { useSelection } from '../bulk/selection.ts';
import { KeyHelp } from '../KeyHelp.tsx';
import { onDesks } from '../../shell/counts.ts';
import { useKeys } from '../keys.ts';
import { Refusal } from '../Refusal.tsx';
import { Waiting } from '../Waiting.tsx';
import { Items } from './Items.tsx';
import { texts } from './texts.ts';
import '../case/case.css';
import './desk.css';

type DeskName = NonNullable<CaseQuery['desk']>;
type DeskProps = {
  desks: readonly [DeskName, ...DeskName[]];
  sort?: NonNullable<CaseQuery['sort']>;
  /** What is done with the chosen case. */
  children: (theCase: CaseView) => ReactNode;
};

/** A desk: what waits at the left, the chosen case with what is to be done at the right; both stand in the address. */
export function Desk({ desks, sort = 'due', children }: DeskProps) {
  const [asked, setAsked] = useSearchParams();
  const navigate = useNavigate();
  const work = useRef<HTMLDivElement>(null);
  const selection = useSelection();
  const selects = bulkActsOf(useMe()).length > 0;
  const counts = useSay(countDesks, {});
  const countOf = (name: DeskName) => onDesks(counts.data, name);
  const busy = desks.find((name) => countOf(name) > 0) ?? desks[0];
  const desk = desks.find((name) => name === asked.get('desk')) ?? busy;
  const q = asked.get('q') ?? '';
  const list = useMore(
    listCases,
    (after) => ({
      query: { desk, sort, limit: 50, ...(q === '' ? {} : { q }), ...(after === undefined ? {} : { after }) },
    }),
    desks.length === 1 || asked.has('desk') || !counts.isPending,
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const named = asked.get('case');
  const first = items[0]?.id ?? null;
  const chosen = named ?? first;
  const put = (change: Readonly<Record<string, string>>) =>
    setAsked(
      (now) => {
        const next = new URLSearchParams(now);
        if (now.get('case') !== null) next.delete('act');
        for (const [name, value] of Object.entries(change)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  // The choice is pinned: a case that arrives on top must not slip under somebody's pen.
  useEffect(() => {
    if (named === null && first !== null) put({ case: first, desk });
  });
  const at = items.findIndex((line) => line.id === chosen);
  const move = (by: number) => {
    const next = items[Math.min(Math.max(at + by, 0), items.length - 1)];
    if (next !== undefined) put({ case: next.id });
  };
  const start = () =>
    work.current?.querySelector<HTMLElement>('input, textarea, button.ant-btn-primary')?.focus();
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: start,
    o: () => chosen !== null && void navigate(`/cases/${chosen}`),
    ...(selects && chosen !== null ? { x: () => selection.toggle(chosen) } : {}),
  });
  return (
    <div className="desk">
      <section className="card desk-list" aria-label={t(texts.list)}>
        {desks.length > 1 && (
          <Tabs
            size="small"
            tabBarGutter={18}
            activeKey={desk}
            onChange={(key) => put({ desk: key, case: '' })}
            items={desks.map((name) => ({
              key: name,
              label: countOf(name) > 0 ? `${t(deskNames[name])} ${countOf(name)}` : t(deskNames[name]),
            }))}
          />
        )}
        <Refusal error={list.error} onAgain={() => void list.refetch()} />
        {list.isPending ? (
          <Waiting />
        ) : (
          <Items
            items={items}
            chosen={chosen}
            q={q}
            selection={selects ? selection : null}
            onChoose={(id) => put({ case: id })}
            onFind={(words) => put({ q: words, case: '' })}
          />
        )}
        {list.hasNextPage && (
          <Button
            type="link"
            block
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t(texts.more)}
          </Button>
        )}
        <div className="row between keys small hint desk-keys">
          <span className="clip">
            <kbd>j</kbd> <kbd>k</kbd> {t(texts.keyPick)} · <kbd>Enter</kbd> {t(texts.keyAct)} · <kbd>o</kbd>{' '}
            {t(texts.keyWhole)}
          </span>
          <KeyHelp keys={keysOf(selects)} />
        </div>
      </section>
      <div className="desk-work" ref={work}>
        <BulkBar selection={selection} />
        {chosen === null ? (
          !list.isPending && (
            <div className="card wait">
              <span>
                <strong>{t(texts.empty)}</strong>
                <br />
                {t(texts.emptyWhy)}
              </span>
            </div>
          )
        ) : (
          <Chosen
            key={chosen}
            id={chosen}
            gone={!list.isPending && !list.hasNextPage && at === -1}
            onNext={() => put({ case: '' })}
          >
            {children}
          </Chosen>
        )}
      </div>
    </div>
  );
}

const keysOf = (selects: boolean) => [
  ['j k', texts.keyMove] as const,
  ['Enter', texts.keyStart] as const,
  ['o', texts.keyOpen] as const,
  ...(selects
    ? ([
        ['x', texts.keySelect],
        ['d', texts.keyDispatch],
        ['m', texts.keyMerge],
        ['a', texts.keyAcknowledge],
      ] as const)
    : []),
];

type ChosenProps = {
  id: string;
  gone: boolean;
  onNext: () => void;
  children: (theCase: CaseView) => ReactNode;
};

function Chosen({ id, gone, onNext, children }: ChosenProps) {
  const found = useSay(readCase, { params: { id } });
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Browsers may answer with a promise, which must not become the effect's clean-up.
    top.current?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  return (
    <div className="stack" ref={top}>
      {gone && (
        <output className="card row between desk-gone">
          <span>{t(texts.gone)}</span>
          <Button size="small" type="primary" onClick={onNext}>
            {t(texts.next)}
          </Button>
        </output>
      )}
      <Answer of={found}>{children}</Answer>
    </div>
  );
}
