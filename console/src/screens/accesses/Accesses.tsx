import { Button, DatePicker, Segmented, Select, Table } from 'antd';
import dayjs from 'dayjs';
import { Link, useSearchParams } from 'react-router';
import {
  accessObjects,
  accessFlags,
  listAccesses,
  personalFields,
  type AccessFlag,
  type AccessView,
} from '@fengqiao/contract/audit.ts';
import { exportAccesses, reviewAccess } from '@fengqiao/contract/audit/oversight.ts';
import { purposes } from '@fengqiao/contract/purposes.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import { useAct, useMore } from '@fengqiao/ui/data.ts';
import { listed, t, tOf } from '@fengqiao/ui/language.ts';
import { among, filled, keysOf } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { dayOf, stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import type { Static } from 'typebox';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { useNow } from '../../parts/now.ts';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { names } from '../../shell/texts.ts';
import { Review } from '../privacy/Review.tsx';
import { findings } from '../privacy/texts.ts';
import { ExportAccesses } from './ExportAccesses.tsx';
import { meaningOf, texts } from './texts.ts';
import '../../parts/work-list/work-list.css';
import '../lists/lists.css';
import '../privacy/privacy.css';

type Access = Static<typeof AccessView>;
const MOST_DAYS = 91;
const ALL = 'all';
const desks = ['open'] as const;

/** Looks at personal data, for inspection. */
export function Accesses() {
  const [asked, setAsked] = useSearchParams();
  const now = useNow();
  const until = asked.get('to') ?? dayOf(now);
  const since = asked.get('from') ?? dayjs(until).subtract(30, 'day').format('YYYY-MM-DD');
  const account = asked.get('account');
  const flag = among(keysOf(accessFlags), asked.get('flag'));
  const desk = among(desks, asked.get('desk'));
  const filters = filled({ account: account ?? undefined, flag, desk });
  const me = useMe();
  const filter = (name: string, value: string | undefined) =>
    setAsked(
      (last) => {
        if (value === undefined) last.delete(name);
        else last.set(name, value);
        return last;
      },
      { replace: true },
    );
  const range = { from: `${since}T00:00:00+08:00`, to: `${until}T23:59:59+08:00` };
  const list = useMore(listAccesses, (after) => ({
    query: {
      ...range,
      limit: 50,
      ...filters,
      ...(after === undefined ? {} : { after }),
    },
  }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const picker = (
    <DatePicker.RangePicker
      className="period"
      allowClear={false}
      aria-label={t(texts.period)}
      value={[dayjs(since), dayjs(until)]}
      onChange={(days) => {
        const [from, to] = days ?? [];
        if (!from || !to) return;
        const first = to.diff(from, 'day') > MOST_DAYS ? to.subtract(MOST_DAYS, 'day') : from;
        filter('from', first.format('YYYY-MM-DD'));
        filter('to', to.format('YYYY-MM-DD'));
      }}
    />
  );
  return (
    <Page
      title={t(names.accesses)}
      says={t(texts.says)}
      extra={
        <>
          {account !== null && (
            <Button onClick={() => filter('account', undefined)}>{t(texts.everyone)}</Button>
          )}
          <Segmented
            aria-label={t(texts.desk)}
            value={desk ?? ALL}
            options={[
              { value: ALL, label: t(texts.all) },
              { value: 'open', label: t(texts.toReview) },
            ]}
            onChange={(value) => filter('desk', value === ALL ? undefined : value)}
          />
          <Select
            allowClear
            className="flag-filter"
            aria-label={t(texts.flag)}
            placeholder={t(texts.flag)}
            value={flag}
            options={keysOf(accessFlags).map((value) => ({ value, label: t(accessFlags[value]) }))}
            onChange={(value) => filter('flag', value)}
          />
          {picker}
          {mayCall(me, exportAccesses) && (
            <OpenForm size="medium" label={texts.export}>
              {(close) => <ExportAccesses filters={{ ...range, ...filters }} onDone={close} />}
            </OpenForm>
          )}
        </>
      }
    >
      <section className="card work-list" aria-label={t(names.accesses)}>
        <Refusal error={list.error} onAgain={() => void list.refetch()} />
        <Table<Access>
          size="small"
          rowKey="id"
          className="rows-40"
          tableLayout="fixed"
          pagination={false}
          loading={list.isPending}
          dataSource={items}
          locale={{ emptyText: t(desk === undefined ? texts.empty : texts.nothingOpen) }}
          columns={[
            {
              title: t(texts.at),
              key: 'at',
              width: 150,
              render: (_, one) => <span className="number">{stamp(one.at)}</span>,
            },
            {
              title: t(texts.who),
              key: 'who',
              width: 250,
              render: (_, one) => <WhoLooked access={one} onPick={(account) => filter('account', account)} />,
            },
            {
              title: t(texts.what),
              key: 'what',
              width: 130,
              render: (_, one) => listed(one.fields.map((field) => t(personalFields[field]))),
            },
            { title: t(texts.why), key: 'why', render: (_, one) => <WhyLooked access={one} /> },
            {
              title: t(texts.object),
              key: 'object',
              width: 190,
              render: (_, one) => <ObjectOf access={one} />,
            },
            ...(mayCall(me, reviewAccess)
              ? [
                  {
                    title: t(texts.review),
                    key: 'review',
                    width: 110,
                    render: (_: unknown, one: Access) => <ReviewOf access={one} />,
                  },
                ]
              : []),
          ]}
        />
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t(common.more)}
          </Button>
        )}
      </section>
    </Page>
  );
}

/** Why, in the words of the purpose, with the reason somebody gave and what marks the look. */
function WhyLooked({ access: { purpose, reason, flags } }: { access: Access }) {
  return (
    <span className="why">
      {t(purposes[purpose].words)}
      {reason !== null && <span className="hint"> · {reason}</span>}
      {flags.map((flag) => (
        <span key={flag} className={serious.has(flag) ? 'mark urgent' : 'mark'}>
          {t(accessFlags[flag])}
        </span>
      ))}
      {flags.map((flag) => {
        const means = meaningOf[flag];
        return (
          means !== undefined && (
            <span key={`${flag} means`} className="hint small means">
              {t(means)}
            </span>
          )
        );
      })}
    </span>
  );
}

const serious: ReadonlySet<AccessFlag> = new Set(['orphan', 'canary', 'over', 'break_glass']);

/** A look that stands out is looked into by the privacy officer, once. */
function ReviewOf({ access: { id, flags, review } }: { access: Access }) {
  const act = useAct(reviewAccess);
  if (review !== null) return <span className="hint">{t(findings[review])}</span>;
  if (!flags.some((flag) => serious.has(flag))) return null;
  return (
    <OpenForm label={texts.review}>
      {(close) => (
        <Review
          act={act}
          onSend={(body) => act.mutate({ params: { id }, body }, { onSuccess: close })}
          onCancel={close}
        />
      )}
    </OpenForm>
  );
}

/** What was looked at, told by its kind; a case is linked. */
function ObjectOf({ access: { object, subjects } }: { access: Access }) {
  const [kind = '', id = ''] = object.split(':', 2);
  return (
    <span className="row wrap">
      {kind === 'case' ? (
        <Link to={`/cases/${id}`}>{t(names.case)}</Link>
      ) : (
        <span title={object}>{tOf(accessObjects, kind)}</span>
      )}
      <span className="hint small">{t(texts.subjects, { n: subjects.length })}</span>
    </span>
  );
}

/** Who looked: role and unit, or the system that delivers messages; a press shows all looks of the same person. */
function WhoLooked({
  access: { role, unit, account, name },
  onPick,
}: {
  access: Access;
  onPick: (account: string) => void;
}) {
  const { nameOf } = useUnits();
  if (role === null) return <span className="hint">{t(texts.bySystem)}</span>;
  const words = `${name === null ? '' : `${name} · `}${tOf(roles, role)} · ${nameOf(unit)}`;
  if (account === null) return words;
  return (
    <Button
      type="link"
      size="small"
      className="row-link wraps"
      aria-label={`${words} ${t(texts.sameOne)}`}
      onClick={() => onPick(account)}
    >
      {words}
    </Button>
  );
}
