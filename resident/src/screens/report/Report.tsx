import { useSearchParams } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { useDraft } from '@fengqiao/ui/phone/draft.ts';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { StepBar } from '@fengqiao/ui/phone/StepBar.tsx';
import { draftPlace, emptyDraft } from './draft.ts';
import { steps, type Step } from './form.ts';
import { PhotosStep } from './PhotosStep.tsx';
import { PlaceStep } from './PlaceStep.tsx';
import { texts } from './texts.ts';
import { WordsStep } from './WordsStep.tsx';

/** 我要反映: photos, place, words. Each step has its address, so the phone's back key works. */
export function Report() {
  const [query, setQuery] = useSearchParams();
  const form = useDraft(draftPlace, emptyDraft);
  const at = Math.max(
    0,
    steps.findIndex((step) => step === query.get('step')),
  );
  const go = (step: Step) => setQuery({ step });
  return (
    <Page title={t(texts.title)} back={at === 0 ? '/' : `/report?step=${steps[at - 1]}`}>
      <StepBar names={steps.map((step) => t(texts[step]))} at={at} />
      {at === 0 && <PhotosStep {...form} onNext={() => go('place')} />}
      {at === 1 && <PlaceStep {...form} onNext={() => go('words')} />}
      {at === 2 && <WordsStep {...form} onMissing={go} />}
    </Page>
  );
}
