import { demoOutbox, messageStates } from '@fengqiao/contract/notices.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Empty, Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { longTime } from '@fengqiao/ui/time.ts';
import { texts } from './texts.ts';

/** The text messages of the demo street; here they go nowhere else. */
export function Outbox() {
  const { data, error } = useSay(demoOutbox, {}, { everyMs: 3_000 });
  return (
    <Page title={t(texts.outbox)} back="/tour" help={false}>
      <p>{t(texts.outboxWhat)}</p>
      {error !== null && <Failed error={error} />}
      {data === undefined && error === null && <Loading />}
      {data?.items.length === 0 && <Empty>{t(texts.outboxNone)}</Empty>}
      <ul className="cards">
        {data?.items.map(({ id, to, text, state, at }) => (
          <li key={id} className="card">
            <p className="card-top">
              <strong>{to}</strong>
              <span className="hint">
                {longTime(at)} · {t(messageStates[state])}
              </span>
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
