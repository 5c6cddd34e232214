import { reportProblem } from '@fengqiao/contract/cases.ts';
import { question } from '@fengqiao/contract/report-form.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { lostConnection, useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextArea, Tick } from '@fengqiao/ui/phone/Field.tsx';
import { useOnline } from '@fengqiao/ui/phone/online.ts';
import { VoiceField } from '@fengqiao/ui/phone/voice/VoiceField.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { putInOutbox } from '../../outbox/outbox.ts';
import { keepAnswer } from '../../receipts.ts';
import { Asked } from './Asked.tsx';
import { Contact } from './Contact.tsx';
import { bodyOf, isSaid, isThere, sentAs } from './draft.ts';
import type { FormOf, Step } from './form.ts';
import { Neighbours } from './Neighbours.tsx';
import { texts } from './texts.ts';
import { TypeChoice } from './TypeChoice.tsx';

const [words, anonymous] = [question('words'), question('anonymous')];

export function WordsStep({ draft, change, clear, onMissing }: FormOf & { onMissing: (step: Step) => void }) {
  const go = useNavigate();
  const me = useWho();
  const online = useOnline();
  const [pressed, setPressed] = useState(false);
  const act = useAct(reportProblem, (said) => {
    keepAnswer(said);
    clear();
    void go(`/receipt/${said.report}`, { replace: true });
  });
  const ready = online && isThere(draft);
  const later = () => {
    putInOutbox(draft);
    clear();
    void go('/waiting', { replace: true });
  };
  const send = () => {
    setPressed(true);
    if (draft.spot === null) return onMissing('place');
    const body = bodyOf(draft);
    if (body === null) return;
    if (!ready) return later();
    const sent = sentAs(body, draft.sent);
    change({ sent });
    act.mutate({ body, key: sent.key });
  };
  return (
    <>
      <Asked id="words">
        <VoiceField
          voice={draft.voice}
          onChange={(voice) => change({ voice })}
          onHeard={(heard) =>
            change(({ text }) => ({ text: [text.trim(), heard].filter(Boolean).join('\n') }))
          }
        />
        <TextArea
          label={t(words.ask)}
          hint={t(words.hint)}
          value={draft.text}
          max={2000}
          rows={5}
          onChange={(text) => change({ text })}
          error={pressed && !isSaid(draft) ? t(texts.wordsMissing) : undefined}
        />
      </Asked>
      <TypeChoice text={draft.text} chosen={draft.type} onChoose={(type) => change({ type })} />
      {draft.spot && (
        <Neighbours
          spot={draft.spot}
          text={draft.text}
          type={draft.type}
          joined={draft.join}
          onJoin={(join) => change({ join })}
        />
      )}
      <Asked id="anonymous">
        <Tick
          label={t(anonymous.ask)}
          hint={t(anonymous.hint)}
          value={draft.anonymous}
          onChange={(value) => change({ anonymous: value })}
        />
      </Asked>
      {me.data?.kind !== 'resident' && <Contact draft={draft} change={change} />}
      {act.error && <Failed error={act.error} onRetry={send} />}
      {act.error && <p role="status">{t(texts.kept)}</p>}
      {lostConnection(act.error) && (
        <Button icon="clock" onPress={later}>
          {t(texts.later)}
        </Button>
      )}
      {!ready && (
        <p className="hint" role="status">
          {t(online ? texts.onTheWay : texts.offline)}
        </p>
      )}
      <div className="foot">
        <Button kind="main" busy={act.isPending} onPress={send}>
          {t(ready ? (draft.join === null ? texts.send : texts.sendJoin) : texts.later)}
        </Button>
      </div>
    </>
  );
}
