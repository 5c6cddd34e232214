import { question } from '@fengqiao/contract/report-form.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { PhotoPicker } from '@fengqiao/ui/phone/PhotoPicker.tsx';
import { texts as kit } from '@fengqiao/ui/phone/texts.ts';
import { Asked } from './Asked.tsx';
import { MOST_PHOTOS } from './draft.ts';
import type { FormOf } from './form.ts';
import { texts } from './texts.ts';

const photos = question('photos');

export function PhotosStep({ draft, change, clear, onNext }: FormOf & { onNext: () => void }) {
  const begun = draft.text !== '' || draft.photos.length > 0 || draft.voice !== null;
  return (
    <>
      <p className="notice bad">
        <span>
          <Icon name="alert" /> {t(texts.danger)}
        </span>
      </p>
      <Asked id="photos">
        <h2>{t(photos.ask)}</h2>
        <PhotoPicker
          label={t(kit.addPhoto)}
          photos={draft.photos}
          most={MOST_PHOTOS}
          onChange={(next) => change((now) => ({ photos: next(now.photos) }))}
        />
        <p className="hint">{t(photos.hint)}</p>
      </Asked>
      <div className="foot">
        {begun && (
          <Button kind="quiet" onPress={clear}>
            {t(texts.restart)}
          </Button>
        )}
        <Button kind="main" onPress={onNext}>
          {t(draft.photos.length > 0 ? texts.next : texts.noPhotos)}
        </Button>
      </div>
    </>
  );
}
