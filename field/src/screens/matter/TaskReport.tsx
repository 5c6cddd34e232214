import { reportTask } from '@fengqiao/contract/cases.ts';
import type { TaskView } from '@fengqiao/contract/cases/views.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { useDraft } from '@fengqiao/ui/phone/draft.ts';
import { TextArea } from '@fengqiao/ui/phone/Field.tsx';
import type { Photo } from '@fengqiao/ui/phone/photos.ts';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { ProofPhotos } from './ProofPhotos.tsx';
import { useProof } from './proof.ts';
import { texts } from './texts.ts';

type Said = { text: string; photos: Photo[] };
const empty = (): Said => ({ text: '', photos: [] });

/** Reports my grid's own share of a joint case. */
export function TaskReport({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const { draft, change, clear } = useDraft(`fengqiao.field.task.${task.id}`, empty);
  const { spot, evidence, why } = useProof(draft.photos);
  const act = useAct(reportTask, () => {
    clear();
    onClose();
  });
  return (
    <Sheet title={t(texts.taskTitle)} onClose={onClose}>
      <p>
        <strong>{task.text}</strong>
      </p>
      <ProofPhotos
        label={t(texts.photoAfter)}
        photos={draft.photos}
        spot={spot}
        onChange={(next) => change((now) => ({ photos: next(now.photos) }))}
      />
      <TextArea
        label={t(texts.summary)}
        rows={3}
        max={1000}
        value={draft.text}
        onChange={(text) => change({ text })}
      />
      {act.error && <Failed error={act.error} />}
      <Button
        kind="main"
        wide
        busy={act.isPending}
        why={draft.text.trim().length < 2 ? t(texts.writeTwo) : why}
        onPress={() => act.mutate({ params: { id: task.id }, body: { text: draft.text.trim(), evidence } })}
      >
        {t(texts.send)}
      </Button>
    </Sheet>
  );
}
