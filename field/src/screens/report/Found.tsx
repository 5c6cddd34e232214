import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextArea, TextField } from '@fengqiao/ui/phone/Field.tsx';
import { useDraft } from '@fengqiao/ui/phone/draft.ts';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { PhotoPicker } from '@fengqiao/ui/phone/PhotoPicker.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { texts as kit } from '@fengqiao/ui/phone/texts.ts';
import { texts as app } from '../../texts.ts';
import { emptyFound } from './draft.ts';
import { Kind } from './Kind.tsx';
import { Place } from './Place.tsx';
import { useSend } from './send.ts';
import { texts } from './texts.ts';

/** 拍照上报: camera, place, kind; words only when the kind does not say it. */
export function Found() {
  const form = useDraft('fengqiao.field.found', emptyFound);
  const { draft, change } = form;
  const { act, send, emergency, why } = useSend(form, false);
  return (
    <Page title={t(texts.found)} back="/" help={false}>
      <PhotoPicker
        camera
        onTheSpot
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
      <Place spot={draft.spot} address={draft.address} onChange={change} />
      {act.error && <Failed error={act.error} onRetry={send} />}
      {act.error && <p role="status">{t(app.kept)}</p>}
      <div className="foot">
        <Button kind="main" busy={act.isPending} why={why} onPress={send}>
          {t(app.send)}
        </Button>
      </div>
    </Page>
  );
}
