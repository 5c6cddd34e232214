import { question } from '@fengqiao/contract/report-form.ts';
import { useState } from 'react';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { PlacePicker } from '@fengqiao/ui/phone/place/PlacePicker.tsx';
import { Asked } from './Asked.tsx';
import type { FormOf } from './form.ts';
import { texts } from './texts.ts';

export function PlaceStep({ draft, change, onNext }: FormOf & { onNext: () => void }) {
  const [asked, setAsked] = useState(false);
  const missing = draft.spot === null;
  return (
    <>
      <Asked id="place">
        <h2>{t(question('place').ask)}</h2>
        <PlacePicker spot={draft.spot} address={draft.address} onChange={change} />
      </Asked>
      {asked && missing && (
        <p className="error" role="alert">
          {t(texts.placeMissing)}
        </p>
      )}
      <div className="foot">
        <Button kind="main" onPress={() => (missing ? setAsked(true) : onNext())}>
          {t(texts.next)}
        </Button>
      </div>
    </>
  );
}
