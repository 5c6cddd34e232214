import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { securityActs, securityKinds } from '@fengqiao/contract/audit/security-acts.ts';
import { securityResults, type listSecurity, type SecurityEvent } from '@fengqiao/contract/audit/security.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import type { useMore } from '@fengqiao/ui/data.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { texts } from './texts.ts';
import '../lists/lists.css';

export type Pick = (changed: Readonly<Record<string, string | undefined>>) => void;
type Log = ReturnType<typeof useMore<typeof listSecurity>>;

/** Entries of the log, newest first; a person or a machine is pressed to see only theirs. */
export function LogTable({ list, onPick }: { list: Log; onPick: Pick }) {
  return (
    <>
      <Refusal error={list.error} onAgain={() => void list.refetch()} />
      <Table<SecurityEvent>
        size="small"
        rowKey="id"
        className="rows-40"
        tableLayout="fixed"
        pagination={false}
        loading={list.isPending}
        dataSource={list.data?.pages.flatMap((page) => page.items) ?? []}
        locale={{ emptyText: t(texts.empty) }}
        columns={[
          {
            title: t(texts.at),
            key: 'at',
            width: 140,
            render: (_, one) => <span className="number">{stamp(one.at)}</span>,
          },
          { title: t(texts.act), key: 'act', width: 165, render: (_, one) => <ActOf event={one} /> },
          { title: t(texts.result), key: 'result', width: 190, render: (_, one) => <ResultOf event={one} /> },
          {
            title: t(texts.who),
            key: 'who',
            width: 190,
            render: (_, one) => <WhoOf event={one} onPick={onPick} />,
          },
          {
            title: t(texts.about),
            key: 'about',
            render: (_, one) => <AboutOf event={one} onPick={onPick} />,
          },
          {
            title: t(texts.from),
            key: 'from',
            width: 130,
            render: (_, one) => <FromOf event={one} onPick={onPick} />,
          },
        ]}
      />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t(common.more)}
        </Button>
      )}
    </>
  );
}

type Of = { readonly event: SecurityEvent };
type Picked = Of & { readonly onPick: Pick };

function ActOf({ event: { act } }: Of) {
  const { kind, ...words } = securityActs[act];
  return (
    <span className="two-lines">
      {t(words)}
      <span className="hint small">{t(securityKinds[kind])}</span>
    </span>
  );
}

/** Done, or refused and why: the first sentence of what whoever tried was told. */
function ResultOf({ event: { result, why, code } }: Of) {
  if (result === 'done')
    return (
      <span className="mark good bare">
        <CheckCircleOutlined aria-hidden />
        {t(securityResults.done)}
      </span>
    );
  const reason = why === null ? code : t(why);
  return (
    <span className="two-lines" title={reason ?? ''}>
      <span className="mark urgent">
        <CloseCircleOutlined aria-hidden />
        {t(securityResults.refused)}
      </span>
      <span className="hint small">{reason?.split(/[。；]|[.;] /, 1)[0]}</span>
    </span>
  );
}

function WhoOf({ event: { account, name, role, unit, act }, onPick }: Picked) {
  const { nameOf } = useUnits();
  if (account === null)
    return (
      <span className="hint">
        {act.startsWith('cli.') ? t(texts.operator, { name: name ?? '' }) : t(texts.nobody)}
      </span>
    );
  const words = name ?? t(texts.resident);
  return (
    <span className="two-lines">
      <Button
        type="link"
        size="small"
        className="row-link"
        aria-label={`${words} ${t(texts.onlyPerson)}`}
        onClick={() => onPick({ account })}
      >
        {words}
      </Button>
      {role !== null && (
        <span className="hint small">
          {tOf(roles, role)} · {nameOf(unit)}
        </span>
      )}
    </span>
  );
}

/** To what or whom: parts that are roles or units are said in their words. */
function AboutOf({ event: { act, whom, detail, object }, onPick }: Picked) {
  const { of, nameOf } = useUnits();
  const said = (detail ?? '').split(' · ').map((part) => {
    if (Object.hasOwn(roles, part)) return tOf(roles, part);
    return of(part) === undefined ? part : nameOf(part);
  });
  const mark = /^login:(.*)$/.exec(object ?? '')?.[1];
  const words = mark === undefined ? said.join(' · ') : t(texts.unknownLogin, { mark });
  return (
    <span className="about">
      {whom === null ? (
        <span title={object ?? undefined}>
          {words}
          {words === '' && securityActs[act].kind !== 'sign_in' && object !== null && (
            <code className="small hint">{object.slice(0, 13)}</code>
          )}
        </span>
      ) : (
        <Button
          type="link"
          size="small"
          className="row-link wraps"
          title={object ?? undefined}
          aria-label={`${words} ${t(texts.onlyPerson)}`}
          onClick={() => onPick({ account: whom })}
        >
          {words}
        </Button>
      )}
    </span>
  );
}

function FromOf({ event: { network, machine }, onPick }: Picked) {
  if (machine === null) return <span className="hint">{t(texts.server)}</span>;
  return (
    <span className="two-lines">
      <span className="number">{network ?? '—'}</span>
      <Button
        type="link"
        size="small"
        className="row-link small"
        aria-label={`${t(texts.machine, { mark: machine })} ${t(texts.onlyMachine)}`}
        onClick={() => onPick({ machine })}
      >
        {t(texts.machine, { mark: machine })}
      </Button>
    </span>
  );
}
