import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { t } from '@fengqiao/ui/language.ts';
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

type Said = { found: 'yes' | 'no' | null; note: string; photos: Kept[] };
const empty = (): Said => ({ found: null, note: '', photos: [] });

/** 核实: whether it is there, with a photo. */
export function Verification({ found, onClose }: { found: CaseView; onClose: () => void }) {
  const form = formOf('verification', found.id);
  const { draft, change, clear } = useDraft(usePhone().phone, form, empty);
  const { spot, evidence, judgement } = useProof(draft.photos, found);
  const { handIn } = useHandInOn(found);
  const send = async () => {
    const body = { found: draft.found === 'yes', note, evidence };
    await handIn('verification', { params: { id: found.id }, body }, form);
    clear();
    onClose();
  };
  const note =
    draft.note.trim() ||
    (draft.found === null ? '' : t(draft.found === 'yes' ? texts.there : texts.notThere));
  return (
    <Sheet title={t(texts.verification)} onClose={onClose}>
      <ProofPhotos
        label={t(texts.photoNow)}
        photos={draft.photos}
        spot={spot}
        judgement={judgement}
        onChange={(next) => change((now) => ({ photos: next(now.photos) }))}
      />
      <Choice
        across="row"
        label={t(texts.isThere)}
        options={[
          { value: 'yes', label: t(texts.there) },
          { value: 'no', label: t(texts.notThere) },
        ]}
        value={draft.found}
        onChange={(value) => change({ found: value })}
      />
      <TextArea
        label={t(texts.note)}
        optional
        rows={2}
        max={500}
        value={draft.note}
        onChange={(words) => change({ note: words })}
      />
      <Button
        kind="main"
        wide
        why={draft.found === null ? t(texts.chooseThere) : undefined}
        onPress={() => void send()}
      >
        {t(texts.send)}
      </Button>
    </Sheet>
  );
}
