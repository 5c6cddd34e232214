import { useState } from 'react';
import { appealAbouts, appealStates, myAppeals, type AppealAbout } from '@fengqiao/contract/rounds.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Badge } from '@fengqiao/ui/phone/Badge.tsx';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { Choice, TextArea, TextField } from '@fengqiao/ui/phone/Field.tsx';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import { keysOf } from '@fengqiao/ui/record.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useDraft } from '../../offline/drafts.ts';
import { useHandIn, useOps, usePhone } from '../../offline/phone.ts';
import { texts } from './texts.ts';

/** What I objected to, with the answers; what waits on this phone stands there too. */
export function Appeals() {
  const { data } = useSay(myAppeals, {});
  const [writing, setWriting] = useState(false);
  const waiting = useOps().filter(({ type, state }) => type === 'appeal' && state !== 'done');
  return (
    <section className="stack" aria-labelledby="appeals">
      <h2 id="appeals">{t(texts.appeals)}</h2>
      <p className="hint">{t(texts.appealsHow)}</p>
      {waiting.length > 0 && <p role="status">{t(texts.appealsWaiting, { n: waiting.length })}</p>}
      {data?.items.map(({ id, about, caseNo, text, state, madeAt, answer }) => (
        <article key={id} className="card">
          <p className="card-top">
            <strong>{t(appealAbouts[about])}</strong>
            <Badge tone={state === 'open' ? 'warn' : 'good'} icon={state === 'open' ? 'clock' : 'check'}>
              {t(appealStates[state])}
            </Badge>
          </p>
          <p>{text}</p>
          <p className="hint">
            {stamp(madeAt)} {caseNo}
          </p>
          {answer !== null && <p className="notice good">{answer}</p>}
        </article>
      ))}
      <Button icon="pen" onPress={() => setWriting(true)}>
        {t(texts.object)}
      </Button>
      {writing && <Write onClose={() => setWriting(false)} />}
    </section>
  );
}

type Form = { about: AppealAbout | null; caseNo: string; text: string };
const empty = (): Form => ({ about: null, caseNo: '', text: '' });
const form = 'appeal';

function Write({ onClose }: { onClose: () => void }) {
  const { draft, change, clear } = useDraft(usePhone().phone, form, empty);
  const handIn = useHandIn();
  const { about, caseNo, text } = draft;
  const send = async () => {
    if (about === null) return;
    const body = { about, text: text.trim(), ...(caseNo.trim() && { caseNo: caseNo.trim() }) };
    await handIn('appeal', { body, title: t(appealAbouts[about]) }, { draft: form });
    clear();
    onClose();
  };
  const why =
    about === null ? t(texts.aboutNeeded) : text.trim().length < 5 ? t(texts.textNeeded) : undefined;
  return (
    <Sheet title={t(texts.object)} onClose={onClose}>
      <Choice
        label={t(texts.about)}
        options={keysOf(appealAbouts).map((value) => ({ value, label: t(appealAbouts[value]) }))}
        value={about}
        onChange={(chosen) => change({ about: chosen })}
      />
      <TextField
        label={t(texts.caseNo)}
        optional
        max={40}
        value={caseNo}
        onChange={(no) => change({ caseNo: no })}
      />
      <TextArea
        label={t(texts.text)}
        rows={3}
        max={1000}
        value={text}
        onChange={(words) => change({ text: words })}
      />
      <Button kind="main" wide why={why} onPress={() => void send()}>
        {t(texts.send)}
      </Button>
    </Sheet>
  );
}
