import { CheckCircleOutlined } from '@ant-design/icons';
import { Alert, Button, Progress, Table } from 'antd';
import type { Static } from 'typebox';
import {
  listHeads,
  problemKinds,
  readSeal,
  verifyPart,
  type HeadView,
} from '@fengqiao/contract/audit/seals.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { amount, stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';
import { useVerification } from './verification.ts';
import '../../parts/work-list/work-list.css';
import '../privacy/privacy.css';

type Head = Static<typeof HeadView>;

/** How the seal over the records of looks stands, and whether it still fits. */
export function Seals() {
  const seal = useSay(readSeal, {}, { everyMs: 30_000 });
  const heads = useSay(listHeads, { query: { limit: 20 } });
  const mayVerify = mayCall(useMe(), verifyPart);
  return (
    <Page title={t(names.seals)} says={t(texts.says)}>
      <Answer of={seal}>{(status) => <Status status={status} />}</Answer>
      {mayVerify && <Verification />}
      <section className="card work-list" aria-label={t(texts.heads)}>
        <h2>{t(texts.heads)}</h2>
        <p className="hint">{t(texts.headsSay)}</p>
        <Answer of={heads}>
          {({ items }) => (
            <Table<Head>
              size="small"
              rowKey="size"
              className="rows-40"
              pagination={false}
              dataSource={items}
              locale={{ emptyText: t(texts.none) }}
              columns={[
                {
                  title: t(texts.at),
                  key: 'at',
                  width: 160,
                  render: (_, one) => <span className="number">{stamp(one.at)}</span>,
                },
                {
                  title: t(texts.size),
                  key: 'size',
                  width: 110,
                  align: 'right',
                  render: (_, one) => <span className="number">{amount(one.size)}</span>,
                },
                {
                  title: t(texts.root),
                  key: 'root',
                  render: (_, one) => <code className="hash">{one.root}</code>,
                },
                { title: t(texts.key), key: 'key', width: 170, render: (_, one) => <code>{one.key}</code> },
              ]}
            />
          )}
        </Answer>
      </section>
    </Page>
  );
}

function Status({ status: { size, waiting, late, head, published } }: { status: Out<typeof readSeal> }) {
  const facts = [
    [texts.sealed, amount(size)],
    [texts.waiting, amount(waiting)],
    [texts.lastHead, head === null ? '—' : stamp(head.at)],
    [texts.published, published === null ? t(texts.notPublished) : amount(published)],
  ] as const;
  return (
    <section className="stack" aria-label={t(names.seals)}>
      {late ? (
        <Alert type="error" showIcon title={t(texts.late)} />
      ) : (
        <p>
          <Fits words={t(texts.fine)} />
        </p>
      )}
      <dl className="card facts-row">
        {facts.map(([name, value]) => (
          <div key={name.en}>
            <dt>{t(name)}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const Fits = ({ words }: { words: string }) => (
  <span className="mark good">
    <CheckCircleOutlined aria-hidden />
    {words}
  </span>
);

/** Derives every record again, part by part, so that a large log shows how far it has come. */
function Verification() {
  const { start, running, size, whole, problems, finished, error } = useVerification();
  const [first] = problems;
  return (
    <section className="card stack" aria-label={t(texts.verify)}>
      <div className="row">
        <Button type="primary" loading={running} onClick={() => void start()}>
          {t(texts.verify)}
        </Button>
        {(running || finished) && (
          <span className="hint">{t(texts.verifying, { n: amount(size), whole: amount(whole) })}</span>
        )}
      </div>
      {running && (
        <Progress percent={whole === 0 ? 0 : Math.floor((size * 100) / whole)} aria-label={t(texts.verify)} />
      )}
      <Refusal error={error} />
      {finished && first === undefined && (
        <p role="status">
          <Fits words={t(texts.allFit, { n: amount(size) })} />
        </p>
      )}
      {finished && first !== undefined && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t(texts.doNotFit, { n: problems.length })}
          description={[
            tOf(problemKinds, first.kind),
            ...(first.position === null ? [] : [t(texts.position, { n: first.position })]),
            ...(first.access === null ? [] : [t(texts.record, { id: first.access })]),
          ].join(' · ')}
        />
      )}
    </section>
  );
}
