import { reportVerification } from '@fengqiao/contract/cases.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { useDraft } from '@fengqiao/ui/phone/draft.ts';
import { Choice, TextArea } from '@fengqiao/ui/phone/Field.tsx';
import type { Photo } from '@fengqiao/ui/phone/photos.ts';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { ProofPhotos } from './ProofPhotos.tsx';
import { useProof } from './proof.ts';
import { texts } from './texts.ts';

type Said = { found: 'yes' | 'no' | null; note: string; photos: Photo[] };
const empty = (): Said => ({ found: null, note: '', photos: [] });

/** 核实: whether it is there, with a photo. */
export function Verification({ found, onClose }: { found: CaseView; onClose: () => void }) {
  const { draft, change, clear } = useDraft(`fengqiao.field.verification.${found.id}`, empty);
  const { spot, evidence, why } = useProof(draft.photos);
  const act = useAct(reportVerification, () => {
    clear();
    onClose();
  });
  const note =
    draft.note.trim() ||
    (draft.found === null ? '' : t(draft.found === 'yes' ? texts.there : texts.notThere));
  return (
    <Sheet title={t(texts.verification)} onClose={onClose}>
      <ProofPhotos
        label={t(texts.photoNow)}
        photos={draft.photos}
        spot={spot}
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
      {act.error && <Failed error={act.error} />}
      <Button
        kind="main"
        wide
        busy={act.isPending}
        why={draft.found === null ? t(texts.chooseThere) : why}
        onPress={() =>
          act.mutate({ params: { id: found.id }, body: { found: draft.found === 'yes', note, evidence } })
        }
      >
        {t(texts.send)}
      </Button>
    </Sheet>
  );
}
