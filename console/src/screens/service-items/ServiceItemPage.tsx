import { Button, Popconfirm } from 'antd';
import { useNavigate, useParams } from 'react-router';
import {
  readServiceHistory,
  revokeServiceVersion,
  type ServiceBody,
  type ServiceHistory,
  type ServiceVersion,
} from '@fengqiao/contract/services.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { useDone } from '../../parts/form/ActForm.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { Preview } from './Preview.tsx';
import { texts } from './texts.ts';
import { Withdraw } from './Withdraw.tsx';
import './service-items.css';
import '../../parts/feed.css';

/** The item that holds today: a version's, the shipped one, or none. */
export function bodyNow({ number, shipped, versions }: ServiceHistory): ServiceBody | null {
  if (number === 0) return shipped;
  return versions.find((one) => one.number === number)?.item ?? null;
}

/** One item: what residents read now, and every version with who made it and why. */
export function ServiceItemPage() {
  const { code = '' } = useParams();
  const history = useSay(readServiceHistory, { params: { code } });
  return <Answer of={history}>{(found) => <Item history={found} />}</Answer>;
}

function Item({ history }: { history: ServiceHistory }) {
  const { code, shipped, versions, number } = history;
  const go = useNavigate();
  const now = bodyNow(history);
  const named = now ?? versions.find(({ item }) => item !== null)?.item ?? shipped;
  return (
    <Page
      title={named === null || named === undefined ? code : t(named.name)}
      says={code}
      extra={
        <>
          <Button type="primary" onClick={() => void go(`/service-items/${code}/change`)}>
            {t(texts.change)}
          </Button>
          {now !== null && (
            <OpenForm size="medium" danger label={texts.withdraw}>
              {(close) => <Withdraw history={history} onDone={close} />}
            </OpenForm>
          )}
        </>
      }
    >
      <div className="item-columns">
        <section className="card" aria-labelledby="versions">
          <h2 id="versions">{t(texts.versions)}</h2>
          <ul className="feed">
            {versions.map((version) => (
              <li key={version.number} className="card">
                <Version version={version} history={history} />
              </li>
            ))}
            {shipped !== null && (
              <li className="card row between">
                <strong>{t(texts.shipped)}</strong>
                {number === 0 && <span className="mark good">{t(texts.holds)}</span>}
              </li>
            )}
          </ul>
        </section>
        <section>
          <h2 className="hint">{t(texts.now)}</h2>
          {now === null ? <p>{t(texts.nothing)}</p> : <Preview item={now} />}
        </section>
      </div>
    </Page>
  );
}

function Version({ version, history }: { version: ServiceVersion; history: ServiceHistory }) {
  const { number, from, item, reason, by, at, revoked } = version;
  const done = useDone();
  const revoke = useAct(revokeServiceVersion, () => done(texts.revoke));
  const waits = revoked === null && from > history.today;
  return (
    <>
      <p className="row between">
        <strong>
          {t(texts.versionNo, { n: number })} · {t(texts.from, { on: from })}
          {item === null && ` · ${t(texts.withdraw)}`}
        </strong>
        {history.number === number && <span className="mark good">{t(texts.holds)}</span>}
        {waits && <span className="mark warn">{t(texts.notYet)}</span>}
      </p>
      <p className="prose">
        <span className="hint">{t(texts.made, { by, at: stamp(at) })}</span> {reason}
      </p>
      {revoked !== null && (
        <p className="hint">{t(texts.revoked, { by: revoked.by, at: stamp(revoked.at) })}</p>
      )}
      {waits && (
        <Popconfirm
          title={t(texts.revokeSure)}
          onConfirm={() => revoke.mutate({ params: { code: history.code, number }, body: {} })}
        >
          <Button size="small">{t(texts.revoke)}</Button>
        </Popconfirm>
      )}
    </>
  );
}
