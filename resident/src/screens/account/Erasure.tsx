import { useState } from 'react';
import {
  askErasure,
  erasureStates,
  myErasure,
  withdrawErasure,
  type ErasureView,
} from '@fengqiao/contract/retention.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Badge } from '@fengqiao/ui/phone/Badge.tsx';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextArea, Tick } from '@fengqiao/ui/phone/Field.tsx';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { longDay } from '@fengqiao/ui/time.ts';
import { OwnPage } from '../../OwnPage.tsx';
import { erasureTexts as texts } from './erasure-texts.ts';

const MOST = 500;
const open = ['asked', 'approved'];

/** 注销账户: what happens then is said first, and how far a request is. */
export function Erasure() {
  return (
    <OwnPage words={texts} path="/erasure">
      <Mine />
    </OwnPage>
  );
}

function Mine() {
  const { data, error, refetch } = useSay(myErasure, {});
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { request } = data;
  return (
    <>
      {request !== null && <Request request={request} />}
      {(request === null || !open.includes(request.state)) && <Ask />}
    </>
  );
}

function Request({ request: { state, dueAt, answer } }: { request: ErasureView }) {
  const withdraw = useAct(withdrawErasure);
  return (
    <section className="card" aria-label={t(texts.request)}>
      <Badge tone={open.includes(state) ? 'river' : 'plain'} icon={open.includes(state) ? 'clock' : 'check'}>
        {t(erasureStates[state])}
      </Badge>
      {state === 'asked' && <p>{t(texts.answerBy, { day: longDay(dueAt) })}</p>}
      {answer !== null && <p>{answer}</p>}
      {withdraw.error && <Failed error={withdraw.error} />}
      {state === 'asked' && (
        <Button busy={withdraw.isPending} onPress={() => withdraw.mutate({})}>
          {t(texts.withdraw)}
        </Button>
      )}
    </section>
  );
}

function Ask() {
  const [reason, setReason] = useState('');
  const [understood, setUnderstood] = useState(false);
  const ask = useAct(askErasure);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (understood) ask.mutate({ body: { reason: reason.trim() } });
      }}
    >
      <h2>{t(texts.consequences)}</h2>
      <ul className="uses">
        {[texts.signIn2, texts.facts, texts.cases, texts.answers, texts.kept, texts.final].map((one) => (
          <li key={one.zh}>{t(one)}</li>
        ))}
      </ul>
      <TextArea label={t(texts.reason)} value={reason} onChange={setReason} max={MOST} rows={3} />
      <Tick label={t(texts.understood)} value={understood} onChange={setUnderstood} />
      {ask.error && <Failed error={ask.error} />}
      <Button kind="main" submit busy={ask.isPending} why={understood ? undefined : t(texts.tickFirst)}>
        {t(texts.ask)}
      </Button>
    </form>
  );
}
