import { useState } from 'react';
import { useParams } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Empty } from '@fengqiao/ui/phone/States.tsx';
import { longTime } from '@fengqiao/ui/time.ts';
import { receiptOf } from '../../receipts.ts';
import { texts } from './texts.ts';

/** What one takes home: the number and the code, to copy, print or share. */
export function Receipt() {
  const { report = '' } = useParams();
  const receipt = receiptOf(report);
  const [copied, setCopied] = useState(false);
  if (receipt === undefined)
    return (
      <Page title={t(texts.received)} back="/">
        <Empty action={<LinkButton to="/track">{t(texts.track)}</LinkButton>}>{t(texts.gone)}</Empty>
      </Page>
    );
  const { no, code } = receipt;
  const copy = async () => {
    await navigator.clipboard.writeText(`${t(texts.no)} ${no}  ${t(texts.code)} ${code}`);
    setCopied(true);
  };
  const share = () =>
    navigator
      .share({
        text: t(texts.shareText, { no }),
        url: `${location.origin}/track?no=${encodeURIComponent(no)}`,
      })
      .catch(() => undefined);
  return (
    <Page title={t(receipt.joined ? texts.joined : texts.received)} back="/">
      <section className="card" aria-label={t(texts.no)}>
        <dl className="facts">
          <dt>{t(texts.no)}</dt>
          <dd className="receipt-no">{no}</dd>
          <dt>{t(texts.code)}</dt>
          <dd className="receipt-no">{code}</dd>
        </dl>
        <p className="hint">{longTime(receipt.at)}</p>
        <p>{t(texts.codeHint)}</p>
        <p className="row no-print">
          {'clipboard' in navigator && (
            <Button icon="copy" onPress={() => void copy()}>
              {t(copied ? texts.copied : texts.copy)}
            </Button>
          )}
          <Button icon="print" onPress={() => window.print()}>
            {t(texts.print)}
          </Button>
          {'share' in navigator && (
            <Button icon="share" onPress={() => void share()}>
              {t(texts.share)}
            </Button>
          )}
        </p>
        <p className="unseen" role="status">
          {copied && t(texts.copied)}
        </p>
      </section>
      <section className="stack">
        <h2>{t(texts.whatNext)}</h2>
        <ol className="stack">
          {[texts.nextA, texts.nextB, texts.nextC].map((step) => (
            <li key={step.zh} className="with-icon">
              <Icon name="check" />
              <span>{t(step)}</span>
            </li>
          ))}
        </ol>
      </section>
      <div className="row no-print">
        <LinkButton kind="main" to={`/progress/${report}`}>
          {t(texts.seeProgress)}
        </LinkButton>
        <LinkButton to="/">{t(texts.home)}</LinkButton>
      </div>
    </Page>
  );
}
