import { reportHandled } from '@fengqiao/contract/cases.ts';
import { outcomes, type Outcome } from '@fengqiao/contract/cases/words.ts';
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

type Said = { summary: string; outcome: Outcome | null; photos: Photo[] };
const empty = (): Said => ({ summary: '', outcome: null, photos: [] });
const options = (['solved', 'explained', 'referred'] as const).map((value) => ({
  value,
  words: outcomes[value],
}));

/** Reports what was done; solved and answered are different words. */
export function Handled({ found, onClose }: { found: CaseView; onClose: () => void }) {
  const { draft, change, clear } = useDraft(`fengqiao.field.handled.${found.id}`, empty);
  const { spot, evidence, why } = useProof(draft.photos);
  const act = useAct(reportHandled, () => {
    clear();
    onClose();
  });
  const { outcome } = draft;
  const missing =
    outcome === null ? t(texts.chooseOutcome) : draft.summary.trim().length < 5 ? t(texts.writeFive) : why;
  return (
    <Sheet title={t(texts.handled)} onClose={onClose}>
      {found.closeCondition && (
        <p>
          {t(texts.doneWhen)}：{found.closeCondition}
        </p>
      )}
      <ProofPhotos
        label={t(texts.photoAfter)}
        photos={draft.photos}
        spot={spot}
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
      {act.error && <Failed error={act.error} />}
      <Button
        kind="main"
        wide
        busy={act.isPending}
        why={missing}
        onPress={() =>
          outcome !== null &&
          act.mutate({
            params: { id: found.id },
            body: { version: found.version, summary: draft.summary.trim(), outcome, evidence },
          })
        }
      >
        {t(texts.send)}
      </Button>
    </Sheet>
  );
}
