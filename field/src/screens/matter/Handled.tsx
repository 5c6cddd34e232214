import { outcomes, type Outcome } from '@fengqiao/contract/cases/words.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { named, t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { Choice, TextArea } from '@fengqiao/ui/phone/Field.tsx';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import type { Kept } from '../../offline/blobs.ts';
import { useDraft } from '../../offline/drafts.ts';
import { usePhone } from '../../offline/phone.ts';
import { formOf, useHandInOn } from './hand-in.ts';
import { ProofPhotos } from './ProofPhotos.tsx';
import { useProof } from './proof.ts';
import { texts } from './texts.ts';

type Said = { summary: string; outcome: Outcome | null; photos: Kept[] };
const empty = (): Said => ({ summary: '', outcome: null, photos: [] });
const options = (['solved', 'explained', 'referred'] as const).map((value) => ({
  value,
  words: outcomes[value],
}));

/** Reports what was done; solved and answered are different words. */
export function Handled({ found, onClose }: { found: CaseView; onClose: () => void }) {
  const form = formOf('handled', found.id);
  const { draft, change, clear } = useDraft(usePhone().phone, form, empty);
  const { spot, evidence, judgement } = useProof(draft.photos, found);
  const { handIn, seen } = useHandInOn(found);
  const { outcome } = draft;
  const send = async () => {
    if (outcome === null) return;
    const body = { ...seen, summary: draft.summary.trim(), outcome, evidence };
    await handIn('handled', { params: { id: found.id }, body }, form);
    clear();
    onClose();
  };
  const missing =
    outcome === null
      ? t(texts.chooseOutcome)
      : draft.summary.trim().length < 5
        ? t(texts.writeFive)
        : undefined;
  return (
    <Sheet title={t(texts.handled)} onClose={onClose}>
      {found.closeCondition && (
        <p>
          {named(t(texts.doneWhen))}
          {found.closeCondition}
        </p>
      )}
      <ProofPhotos
        label={t(texts.photoAfter)}
        photos={draft.photos}
        spot={spot}
        judgement={judgement}
        onChange={(next) => change((now) => ({ photos: next(now.photos) }))}
      />
      <Choice
        label={t(texts.outcome)}
        options={options.map(({ value, words }) => ({ value, label: t(words) }))}
        value={outcome}
        onChange={(value) => change({ outcome: value })}
      />
      <TextArea
        label={t(texts.summary)}
        rows={3}
        max={1000}
        value={draft.summary}
        onChange={(summary) => change({ summary })}
      />
      <Button kind="main" wide why={missing} onPress={() => void send()}>
        {t(texts.send)}
      </Button>
    </Sheet>
  );
}
