import { recordContact, revealReporter } from '@fengqiao/contract/cases.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { useDraft } from '@fengqiao/ui/phone/draft.ts';
import { Choice, TextArea } from '@fengqiao/ui/phone/Field.tsx';
import { CallLink } from '@fengqiao/ui/phone/HelpLine.tsx';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { texts } from './texts.ts';

type Said = { reached: 'yes' | 'no' | null; note: string };
const empty = (): Said => ({ reached: null, note: '' });

/** Calls the person who reported it; their number is shown for this purpose only, and the look is recorded. */
export function Contact({ found, onClose }: { found: CaseView; onClose: () => void }) {
  const { draft, change, clear } = useDraft(`fengqiao.field.contact.${found.id}`, empty);
  const act = useAct(recordContact, () => {
    clear();
    onClose();
  });
  const reachable = found.reportList.filter((report) => report.reachable);
  const why =
    draft.reached === null
      ? t(texts.chooseReached)
      : draft.note.trim().length < 2
        ? t(texts.writeTwo)
        : undefined;
  return (
    <Sheet title={t(texts.contact)} onClose={onClose}>
      {reachable.length === 0 && <p>{t(texts.nobodyReachable)}</p>}
      {reachable.map((report, n) => (
        <Reveal key={report.id} caseId={found.id} report={report.id} name={t(texts.reporter, { n: n + 1 })} />
      ))}
      <Choice
        across="row"
        label={t(texts.reached)}
        options={[
          { value: 'yes', label: t(texts.yes) },
          { value: 'no', label: t(texts.no) },
        ]}
        value={draft.reached}
        onChange={(reached) => change({ reached })}
      />
      <TextArea
        label={t(texts.contactNote)}
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
        why={why}
        onPress={() =>
          act.mutate({
            params: { id: found.id },
            body: { reached: draft.reached === 'yes', note: draft.note.trim() },
          })
        }
      >
        {t(texts.save)}
      </Button>
    </Sheet>
  );
}

function Reveal({ caseId, report, name }: { caseId: string; report: string; name: string }) {
  const act = useAct(revealReporter);
  if (act.data?.phone)
    return (
      <p className="row">
        <span>{act.data.name}</span>
        <CallLink phone={act.data.phone} />
      </p>
    );
  return (
    <>
      {act.data && <p>{t(texts.noPhone)}</p>}
      {act.error && <Failed error={act.error} />}
      {!act.data && (
        <Button
          icon="eye"
          busy={act.isPending}
          onPress={() => act.mutate({ params: { id: caseId }, body: { report, purpose: 'contact' } })}
        >
          {name} · {t(texts.reveal)}
        </Button>
      )}
    </>
  );
}
