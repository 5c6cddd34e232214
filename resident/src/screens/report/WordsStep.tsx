import { reportProblem } from '@fengqiao/contract/cases.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextArea, TextField, Tick } from '@fengqiao/ui/phone/Field.tsx';
import { useOnline } from '@fengqiao/ui/phone/online.ts';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { keepReceipt } from '../../receipts.ts';
import { bodyOf, sentAs } from './draft.ts';
import type { FormOf, Step } from './form.ts';
import { Neighbours } from './Neighbours.tsx';
import { texts } from './texts.ts';
import { TypeChoice } from './TypeChoice.tsx';

export function WordsStep({ draft, change, clear, onMissing }: FormOf & { onMissing: (step: Step) => void }) {
  const go = useNavigate();
  const me = useWho();
  const online = useOnline();
  const [pressed, setPressed] = useState(false);
  const act = useAct(reportProblem, (said) => {
    keepReceipt({
      report: said.report,
      no: said.no,
      code: said.code,
      hotline: said.hotline,
      joined: said.joined,
      at: new Date().toISOString(),
    });
    clear();
    void go(`/receipt/${said.report}`, { replace: true });
  });
  const waiting = draft.photos.some(({ file }) => file === null);
  const send = () => {
    setPressed(true);
    if (draft.spot === null) return onMissing('place');
    const body = bodyOf(draft);
    if (body === null) return;
    const sent = sentAs(body, draft.sent);
    change({ sent });
    act.mutate({ body, key: sent.key });
  };
  return (
    <>
      <TextArea
        label={t(texts.wordsAsk)}
        hint={t(texts.wordsHint)}
        value={draft.text}
        max={2000}
        rows={5}
        onChange={(text) => change({ text })}
        error={pressed && draft.text.trim().length < 2 ? t(texts.wordsMissing) : undefined}
      />
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
      <Tick
        label={t(texts.anonymous)}
        hint={t(texts.anonymousHint)}
        value={draft.anonymous}
        onChange={(anonymous) => change({ anonymous })}
      />
      {me.data?.kind !== 'resident' && (
        <details open={draft.name !== '' || draft.phone !== ''}>
          <summary>{t(texts.contact)}</summary>
          <div>
            <p className="hint">{t(texts.contactHint)}</p>
            <TextField
              label={t(texts.phone)}
              optional
              type="tel"
              mode="tel"
              complete="tel"
              max={20}
              value={draft.phone}
              onChange={(phone) => change({ phone })}
            />
            <TextField
              label={t(texts.name)}
              optional
              complete="name"
              max={50}
              value={draft.name}
              onChange={(name) => change({ name })}
            />
          </div>
        </details>
      )}
      {act.error && <Failed error={act.error} onRetry={send} />}
      {act.error && <p role="status">{t(texts.kept)}</p>}
      <div className="foot">
        <Button
          kind="main"
          busy={act.isPending}
          why={online ? (waiting ? t(texts.photosWait) : undefined) : t(texts.offline)}
          onPress={send}
        >
          {t(draft.join === null ? texts.send : texts.sendJoin)}
        </Button>
      </div>
    </>
  );
}
