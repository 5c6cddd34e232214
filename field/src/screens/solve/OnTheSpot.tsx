import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextArea } from '@fengqiao/ui/phone/Field.tsx';
import { useDraft } from '../../offline/drafts.ts';
import { usePhone } from '../../offline/phone.ts';
import { Camera } from '../../parts/Camera.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { texts as app } from '../../texts.ts';
import { emptyFound } from '../report/draft.ts';
import { Kind } from '../report/Kind.tsx';
import { Place } from '../report/Place.tsx';
import { useSend } from '../report/send.ts';
import { quickDone, texts } from './texts.ts';

const name = 'on-the-spot';

/** 顺手办: before, what I did, after, in one screen; recorded as done, without points. */
export function OnTheSpot() {
  const { phone } = usePhone();
  const form = useDraft(phone, name, emptyFound);
  const { draft, change } = form;
  const { send, why } = useSend(form, name, true);
  const short = draft.done.trim().length < 2 ? t(texts.doneMissing) : undefined;
  return (
    <Screen title={t(texts.title)} back="/">
      <Camera
        label={t(texts.before)}
        photos={draft.photos}
        most={4}
        onChange={(next) => change((now) => ({ photos: next(now.photos) }))}
      />
      <Kind
        text={draft.text}
        chosen={draft.type}
        fits={({ onTheSpot }) => onTheSpot}
        onChoose={(type) => change({ type })}
      />
      <section className="stack" aria-label={t(texts.done)}>
        <TextArea
          label={t(texts.done)}
          rows={2}
          max={500}
          value={draft.done}
          onChange={(done) => change({ done })}
        />
        <div className="chips" role="group" aria-label={t(texts.quick)}>
          {quickDone.map((words) => (
            <button
              key={words.zh}
              type="button"
              className="button"
              onClick={() => change({ done: t(words) })}
            >
              {t(words)}
            </button>
          ))}
        </div>
      </section>
      <Camera
        label={t(texts.after)}
        photos={draft.after}
        most={4}
        onChange={(next) => change((now) => ({ after: next(now.after) }))}
      />
      <Place spot={draft.spot} address={draft.address} onChange={change} />
      <div className="foot">
        <Button kind="main" why={why ?? short} onPress={send}>
          {t(app.send)}
        </Button>
      </div>
    </Screen>
  );
}
