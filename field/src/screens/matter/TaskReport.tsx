import type { CaseView, TaskView } from '@fengqiao/contract/cases/views.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextArea } from '@fengqiao/ui/phone/Field.tsx';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import type { Kept } from '../../offline/blobs.ts';
import { useDraft } from '../../offline/drafts.ts';
import { usePhone } from '../../offline/phone.ts';
import { formOf, useHandInOn } from './hand-in.ts';
import { ProofPhotos } from './ProofPhotos.tsx';
import { useProof } from './proof.ts';
import { texts } from './texts.ts';

type Said = { text: string; photos: Kept[] };
const empty = (): Said => ({ text: '', photos: [] });

type Asked = { found: CaseView; task: TaskView; onClose: () => void };

/** Reports my grid's own share of a joint case. */
export function TaskReport({ found, task, onClose }: Asked) {
  const form = formOf('task', task.id);
  const { draft, change, clear } = useDraft(usePhone().phone, form, empty);
  const { spot, evidence, judgement } = useProof(draft.photos, found);
  const { handIn } = useHandInOn(found);
  const send = async () => {
    await handIn('task', { params: { id: task.id }, body: { text: draft.text.trim(), evidence } }, form);
    clear();
    onClose();
  };
  return (
    <Sheet title={t(texts.taskTitle)} onClose={onClose}>
      <p>
        <strong>{task.text}</strong>
      </p>
      <ProofPhotos
        label={t(texts.photoAfter)}
        photos={draft.photos}
        spot={spot}
        judgement={judgement}
        onChange={(next) => change((now) => ({ photos: next(now.photos) }))}
      />
      <TextArea
        label={t(texts.summary)}
        rows={3}
        max={1000}
        value={draft.text}
        onChange={(text) => change({ text })}
      />
      <Button
        kind="main"
        wide
        why={draft.text.trim().length < 2 ? t(texts.writeTwo) : undefined}
        onPress={() => void send()}
      >
        {t(texts.send)}
      </Button>
    </Sheet>
  );
}
