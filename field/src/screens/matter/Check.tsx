import { checkCase } from '@fengqiao/contract/cases.ts';
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

type Said = { passed: 'yes' | 'no' | null; note: string; photos: Photo[] };
const empty = (): Said => ({ passed: null, note: '', photos: [] });

/** 核查 on site, with one's own photo. */
export function Check({ found, onClose }: { found: CaseView; onClose: () => void }) {
  const { draft, change, clear } = useDraft(`fengqiao.field.check.${found.id}`, empty);
  const { spot, evidence, why } = useProof(draft.photos);
  const act = useAct(checkCase, () => {
    clear();
    onClose();
  });
  const missing =
    draft.passed === null
      ? t(texts.choosePassed)
      : evidence.length === 0 && draft.photos.length === 0
        ? t(texts.ownPhoto)
        : draft.note.trim().length < 2
          ? t(texts.writeTwo)
          : why;
  return (
    <Sheet title={t(texts.check)} onClose={onClose}>
      {found.closeCondition && (
        <p>
          {t(texts.doneWhen)}：{found.closeCondition}
        </p>
      )}
      <ProofPhotos
        label={t(texts.photoNow)}
        photos={draft.photos}
        spot={spot}
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
      {act.error && <Failed error={act.error} />}
      <Button
        kind="main"
        wide
        busy={act.isPending}
        why={missing}
        onPress={() =>
          act.mutate({
            params: { id: found.id },
            body: {
              version: found.version,
              method: 'onsite',
              passed: draft.passed === 'yes',
              note: draft.note.trim(),
              evidence,
            },
          })
        }
      >
        {t(texts.send)}
      </Button>
    </Sheet>
  );
}
