import { useState } from 'react';
import { useNavigate } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { Badge } from '@fengqiao/ui/phone/Badge.tsx';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { remember } from '@fengqiao/ui/phone/memory.ts';
import { useOnline } from '@fengqiao/ui/phone/online.ts';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import { Empty } from '@fengqiao/ui/phone/States.tsx';
import { longTime } from '@fengqiao/ui/time.ts';
import { takeOut, useOutbox, type Waiting as One } from '../../outbox/outbox.ts';
import { forgetFiles, sendWaiting } from '../../outbox/send.ts';
import { draftPlace } from '../report/draft.ts';
import { texts } from './texts.ts';

/** 等待发送: what was written without a network, and that it goes out by itself. */
export function Waiting() {
  const waiting = useOutbox();
  const online = useOnline();
  const [busy, setBusy] = useState(false);
  const send = () => {
    setBusy(true);
    void sendWaiting().finally(() => setBusy(false));
  };
  return (
    <Page title={t(texts.title)} back="/">
      {waiting.length === 0 ? (
        <Empty action={<LinkButton to="/mine">{t(texts.mine)}</LinkButton>}>{t(texts.none)}</Empty>
      ) : (
        <>
          <p>{t(texts.what)}</p>
          <ul className="cards">
            {waiting.map((one) => (
              <li key={one.id} className="card">
                <Card one={one} />
              </li>
            ))}
          </ul>
          <Button kind="main" wide busy={busy} why={online ? undefined : t(texts.offline)} onPress={send}>
            {t(texts.now)}
          </Button>
        </>
      )}
    </Page>
  );
}

function Card({ one }: { one: One }) {
  const go = useNavigate();
  const [asked, setAsked] = useState(false);
  const { draft, at, problem } = one;
  const { photos, voice } = draft;
  const change = () => {
    remember(draftPlace, draft);
    takeOut(one.id);
    void go('/report?step=words');
  };
  const drop = () => {
    void forgetFiles(one);
    takeOut(one.id);
  };
  return (
    <>
      <p className="card-top">
        <Badge tone={problem === null ? 'warn' : 'bad'} icon={problem === null ? 'clock' : 'alert'}>
          {t(problem === null ? texts.waiting : texts.refused)}
        </Badge>
        <span className="hint">{longTime(at)}</span>
      </p>
      <strong className="clamp">{draft.text.trim() || t(texts.spoken)}</strong>
      <p className="hint">
        {[draft.address, photos.length > 0 && t(texts.photos, { n: photos.length }), voice && t(texts.voice)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {problem !== null && <p className="error">{t(problem)}</p>}
      <div className="row">
        <Button onPress={change}>{t(texts.change)}</Button>
        <Button kind="quiet" onPress={() => setAsked(true)}>
          {t(texts.drop)}
        </Button>
      </div>
      {asked && (
        <Sheet title={t(texts.dropSure)} onClose={() => setAsked(false)}>
          <p>{t(texts.dropWhat)}</p>
          <Button kind="danger" wide onPress={drop}>
            {t(texts.drop)}
          </Button>
        </Sheet>
      )}
    </>
  );
}
