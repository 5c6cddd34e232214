import { sharedReport } from '@fengqiao/contract/cases.ts';
import { useParams } from 'react-router';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { StateBadge } from '@fengqiao/ui/phone/Badge.tsx';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { longTime } from '@fengqiao/ui/time.ts';
import { linesOf, titleOf } from './lines.ts';
import { texts } from './texts.ts';

/** What a stranger sees who opens a shared link. */
export function SharedPage() {
  const { token = '' } = useParams();
  const { data, error, refetch } = useSay(sharedReport, { params: { token } });
  return (
    <Page title={t(texts.title)} back="/">
      {error !== null && <Failed error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <section className="card" aria-label={titleOf(data)}>
          <p className="card-top">
            <StateBadge state={data.state} />
            <span className="hint">{data.no}</span>
          </p>
          <h2>{titleOf(data)}</h2>
          <dl className="facts">
            {linesOf(data).map(({ label, value }) => (
              <div key={label} className="fact">
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {data.lateSince !== null && <p className="error">{t(texts.late)}</p>}
          <p className="hint">
            {t(data.street)} · {t(texts.at, { at: longTime(data.updatedAt) })}
          </p>
        </section>
      )}
      <p className="hint">{t(texts.publicOnly)}</p>
      <LinkButton icon="camera" to="/report">
        {t(texts.own)}
      </LinkButton>
    </Page>
  );
}
