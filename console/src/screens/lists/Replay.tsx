import { Segmented, Table } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { replayList } from '@fengqiao/contract/cases.ts';
import { bases } from '@fengqiao/contract/cases/words.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { share } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../../parts/Answer.tsx';
import { texts } from './texts.ts';

type Changed = Out<typeof replayList>['changes'][number];
const spans = [30, 90, 180, 366] as const;

/** What this version would have decided about past cases. */
export function Replay({ version }: { version: number }) {
  const [asked, setAsked] = useSearchParams();
  const days = spans.find((one) => String(one) === asked.get('days')) ?? 90;
  const found = useSay(replayList, { params: { version }, query: { days } });
  return (
    <section className="card stack" aria-label={t(texts.tabReplay)}>
      <div className="row wrap">
        <span>{t(texts.days)}</span>
        <Segmented<number>
          value={days}
          options={spans.map((value) => ({ value, label: t(texts.daysUnit, { n: value }) }))}
          onChange={(value) => setAsked({ tab: 'replay', days: String(value) }, { replace: true })}
          aria-label={t(texts.days)}
        />
        <span className="hint small">{t(texts.replaySays)}</span>
      </div>
      <Answer of={found}>
        {({ cases, same, changes }) => <Changes cases={cases} same={same} changes={changes} />}
      </Answer>
    </section>
  );
}

function Changes({ cases, same, changes }: Out<typeof replayList>) {
  const { nameOf } = useUnits();
  // A side is told as basis:unit, such as statutory:urban_ops.
  const said = (side: string) => {
    const [basis = '', unit = ''] = side.split(':', 2);
    return [tOf(bases, basis), unit === '' ? '' : nameOf(unit)].filter((part) => part !== '').join(' · ');
  };
  return (
    <>
      <div className="replay-bar" aria-hidden>
        <span style={{ width: cases === 0 ? '100%' : `${(same / cases) * 100}%` }} />
      </div>
      <p className="row">
        <strong>{t(texts.replayed, { n: cases })}</strong>
        <span>
          {t(texts.same, { n: same })} · {share(same, cases)}
        </span>
        <span className={cases === same ? 'mark' : 'mark warn'}>{t(texts.changed, { n: cases - same })}</span>
      </p>
      {changes.length > 0 && (
        <Table<Changed>
          size="small"
          rowKey={(one) => `${one.type}${one.from}${one.to}`}
          pagination={false}
          className="rows-40"
          dataSource={changes}
          columns={[
            { title: t(texts.type), key: 'type', render: (_, one) => `${one.type} ${t(one.name)}` },
            { title: t(texts.count), key: 'count', width: 80, align: 'right', render: (_, one) => one.count },
            { title: t(texts.from), key: 'from', render: (_, one) => said(one.from) },
            { title: t(texts.to), key: 'to', render: (_, one) => <strong>{said(one.to)}</strong> },
            {
              title: t(texts.sample),
              key: 'sample',
              render: (_, one) => (
                <span className="row wrap">
                  {one.sample.slice(0, 3).map(({ id, no }) => (
                    <Link key={id} to={`/cases/${id}`} className="number">
                      {no}
                    </Link>
                  ))}
                </span>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
