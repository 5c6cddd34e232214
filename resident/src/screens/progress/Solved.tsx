import { answerSolved } from '@fengqiao/contract/cases.ts';
import { unsolvedReasons } from '@fengqiao/contract/cases/words.ts';
import { useCallback, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { Choice, TextArea, Tick } from '@fengqiao/ui/phone/Field.tsx';
import { useDraft } from '@fengqiao/ui/phone/draft.ts';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { useFollow } from './follow.ts';
import { Said } from './Said.tsx';
import { texts } from './texts.ts';

type Answer = {
  solved: 'yes' | 'no' | null;
  score: string | null;
  reasons: string[];
  text: string;
  mayCall: boolean;
  reopen: boolean;
};
const scores = ['1', '2', '3', '4', '5'];

/** 真的解决了吗: yes or no, a score, reasons, whether we may call, and asking to do it again. */
export function Solved() {
  const { report = '' } = useParams();
  const [query] = useSearchParams();
  const go = useNavigate();
  const { data, error, code } = useFollow(report);
  const asked = query.get('solved');
  const empty = useCallback(
    (): Answer => ({
      solved: asked === 'no' ? 'no' : null,
      score: null,
      reasons: [],
      text: '',
      mayCall: true,
      reopen: asked === 'no',
    }),
    [asked],
  );
  const { draft, change, clear } = useDraft(`fengqiao.answer.${report}`, empty);
  const [pressed, setPressed] = useState(false);
  const act = useAct(answerSolved, () => {
    clear();
    void go(`/progress/${report}`, { replace: true });
  });
  const back = `/progress/${report}`;
  if (data === undefined)
    return (
      <Page title={t(texts.question)} back={back}>
        {error === null ? <Loading /> : <Failed error={error} />}
      </Page>
    );
  const { solved } = draft;
  const no = solved === 'no';
  const send = () => {
    setPressed(true);
    if (solved === null) return;
    const unhappy = no
      ? { reasons: draft.reasons, mayCall: draft.mayCall, reopen: draft.reopen && data.mayReopen }
      : {};
    act.mutate({
      params: { id: report },
      body: {
        ...code,
        solved: !no,
        ...(draft.score !== null && { score: Number(draft.score) }),
        ...(draft.text.trim() && { text: draft.text.trim() }),
        ...unhappy,
      },
    });
  };
  return (
    <Page title={t(texts.question)} back={back}>
      <Said progress={data} />
      <Choice
        across="row"
        label={t(texts.question)}
        value={solved}
        onChange={(value) => change({ solved: value })}
        error={pressed && solved === null ? t(texts.choose) : undefined}
        options={[
          { value: 'yes', label: t(texts.yes) },
          { value: 'no', label: t(texts.no) },
        ]}
      />
      {no && <Reasons chosen={draft.reasons} onChange={(reasons) => change({ reasons })} />}
      <Choice
        across="scale"
        label={t(texts.score)}
        hint={t(texts.scoreHint)}
        options={scores.map((value) => ({ value, label: value }))}
        value={draft.score}
        onChange={(score) => change({ score })}
      />
      <TextArea
        label={t(texts.more)}
        optional
        value={draft.text}
        max={1000}
        rows={3}
        onChange={(text) => change({ text })}
      />
      {no && data.mayReopen && (
        <Tick
          label={t(texts.askReopen)}
          hint={t(texts.askReopenHint)}
          value={draft.reopen}
          onChange={(reopen) => change({ reopen })}
        />
      )}
      {no && (
        <Tick
          label={t(texts.mayCall)}
          hint={t(texts.mayCallHint)}
          value={draft.mayCall}
          onChange={(mayCall) => change({ mayCall })}
        />
      )}
      {act.error && <Failed error={act.error} onRetry={send} />}
      <div className="foot">
        <Button kind="main" busy={act.isPending} onPress={send}>
          {t(texts.send)}
        </Button>
      </div>
    </Page>
  );
}

function Reasons({ chosen, onChange }: { chosen: string[]; onChange: (reasons: string[]) => void }) {
  return (
    <fieldset className="stack">
      <legend>
        <strong>{t(texts.reasons)}</strong>
      </legend>
      {Object.entries(unsolvedReasons).map(([reason, words]) => (
        <Tick
          key={reason}
          label={t(words)}
          value={chosen.includes(reason)}
          onChange={(on) => onChange(on ? [...chosen, reason] : chosen.filter((one) => one !== reason))}
        />
      ))}
    </fieldset>
  );
}
