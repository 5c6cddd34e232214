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

type Said = { passed: 'yes' | 'no' | null; note: string; photos: Kept[] };
const empty = (): Said => ({ passed: null, note: '', photos: [] });

/** 核查 on site, with one's own photo. */
export function Check({ found, onClose }: { found: CaseView; onClose: () => void }) {
  const form = formOf('check', found.id);
  const { draft, change, clear } = useDraft(usePhone().phone, form, empty);
  const { spot, evidence, judgement } = useProof(draft.photos, found);
  const { handIn, seen } = useHandInOn(found);
  const send = async () => {
    const said = {
      method: 'onsite',
      passed: draft.passed === 'yes',
      note: draft.note.trim(),
      evidence,
    } as const;
    await handIn('check', { params: { id: found.id }, body: { ...seen, ...said } }, form);
    clear();
    onClose();
  };
  const missing =
    draft.passed === null
      ? t(texts.choosePassed)
      : draft.photos.length === 0
        ? t(texts.ownPhoto)
        : draft.note.trim().length < 2
          ? t(texts.writeTwo)
          : undefined;
  return (
    <Sheet title={t(texts.check)} onClose={onClose}>
      {found.closeCondition && (
        <p>
          {named(t(texts.doneWhen))}
          {found.closeCondition}
        </p>
      )}
      <ProofPhotos
        label={t(texts.photoNow)}
        photos={draft.photos}
        spot={spot}
        judgement={judgement}
        onChange={(next) => change((now) => ({ photos: next(now.photos) }))}
      />
      <Choice
        across="row"
        label={t(texts.isDone)}
        options={[
          { value: 'yes', label: t(texts.passed) },
          { value: 'no', label: t(texts.notPassed) },
        ]}
        value={draft.passed}
        onChange={(passed) => change({ passed })}
      />
      <TextArea
        label={t(texts.note)}
        rows={2}
        max={500}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
      <Button kind="main" wide why={missing} onPress={() => void send()}>
        {t(texts.send)}
      </Button>
    </Sheet>
  );
}
