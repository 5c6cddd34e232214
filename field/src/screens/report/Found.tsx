import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextArea, TextField } from '@fengqiao/ui/phone/Field.tsx';
import { texts as kit } from '@fengqiao/ui/phone/texts.ts';
import { useDraft } from '../../offline/drafts.ts';
import { usePhone } from '../../offline/phone.ts';
import { Camera } from '../../parts/Camera.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { Voice } from '../../parts/Voice.tsx';
import { texts as app } from '../../texts.ts';
import { emptyFound } from './draft.ts';
import { Kind } from './Kind.tsx';
import { Place } from './Place.tsx';
import { useSend } from './send.ts';
import { texts } from './texts.ts';

const name = 'found';

/** 拍照上报: camera, place, kind; words only when the kind does not say it. */
export function Found() {
  const { phone } = usePhone();
  const form = useDraft(phone, name, emptyFound);
  const { draft, change } = form;
  const { send, emergency, why } = useSend(form, name, false);
  return (
    <Screen title={t(texts.found)} back="/">
      <Camera
        label={t(kit.takePhoto)}
        photos={draft.photos}
        onChange={(next) => change((now) => ({ photos: next(now.photos) }))}
      />
      <Kind text={draft.text} chosen={draft.type} onChoose={(type) => change({ type })} />
      {emergency && (
        <div className="notice bad">
          <p>{t(texts.emergency)}</p>
          <TextField
            label={t(texts.calledOut)}
            hint={t(texts.calledOutHint)}
            max={200}
            value={draft.calledOut}
            onChange={(calledOut) => change({ calledOut })}
          />
        </div>
      )}
      <TextArea
        label={t(texts.words)}
        optional
        rows={2}
        max={2000}
        value={draft.text}
        onChange={(text) => change({ text })}
      />
      <Voice voice={draft.voice} onChange={(voice) => change({ voice })} />
      <Place spot={draft.spot} address={draft.address} onChange={change} />
      <div className="foot">
        <Button kind="main" why={why} onPress={send}>
          {t(app.send)}
        </Button>
      </div>
    </Screen>
  );
}
