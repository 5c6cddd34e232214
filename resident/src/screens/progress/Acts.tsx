import { addToReport, contestDecline, withdrawReport } from '@fengqiao/contract/cases.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { TextArea } from '@fengqiao/ui/phone/Field.tsx';
import { useDraft } from '@fengqiao/ui/phone/draft.ts';
import { arrived, type Photo } from '@fengqiao/ui/phone/photos.ts';
import { PhotoPicker } from '@fengqiao/ui/phone/PhotoPicker.tsx';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { texts as kit } from '@fengqiao/ui/phone/texts.ts';
import type { Progress } from './follow.ts';
import { texts } from './texts.ts';

const acts = ['add', 'withdraw', 'object'] as const;
type Act = (typeof acts)[number];
type Code = { code?: string };
export const isAct = (asked: string | null): asked is Act => acts.some((act) => act === asked);

/** What I can do with my report now. */
export function Acts({
  progress,
  code,
  doing,
  onDo,
}: {
  progress: Progress;
  code: Code;
  doing: Act | null;
  onDo: (act: Act | null) => void;
}) {
  const { report, mayReopen, mayContest, mayWithdraw, withdrawn } = progress;
  const close = () => onDo(null);
  return (
    <section className="row no-print" aria-label={t(texts.acts)}>
      {!withdrawn && (
        <Button icon="plus" onPress={() => onDo('add')}>
          {t(texts.add)}
        </Button>
      )}
      {mayReopen && (
        <LinkButton icon="redo" to={`/progress/${report}/solved?solved=no`}>
          {t(texts.reopen)}
        </LinkButton>
      )}
      {mayContest && (
        <Button icon="hand" onPress={() => onDo('object')}>
          {t(texts.object)}
        </Button>
      )}
      {mayWithdraw && (
        <Button kind="quiet" onPress={() => onDo('withdraw')}>
          {t(texts.withdraw)}
        </Button>
      )}
      {doing === 'add' && <Add report={report} code={code} onClose={close} />}
      {doing === 'object' && mayContest && (
        <Reasoned what="object" report={report} code={code} onClose={close} />
      )}
      {doing === 'withdraw' && mayWithdraw && (
        <Reasoned what="withdraw" report={report} code={code} onClose={close} />
      )}
    </section>
  );
}

const emptyAddition = (): { text: string; photos: Photo[] } => ({ text: '', photos: [] });

function Add({ report, code, onClose }: { report: string; code: Code; onClose: () => void }) {
  const { draft, change, clear } = useDraft(`fengqiao.addition.${report}`, emptyAddition);
  const act = useAct(addToReport, () => {
    clear();
    onClose();
  });
  const waiting = draft.photos.some(({ file }) => file === null);
  return (
    <Sheet title={t(texts.add)} onClose={onClose}>
      <TextArea
        label={t(texts.addWhat)}
        value={draft.text}
        max={1000}
        onChange={(text) => change({ text })}
      />
      <PhotoPicker
        label={t(kit.addPhoto)}
        photos={draft.photos}
        onChange={(next) => change((now) => ({ photos: next(now.photos) }))}
      />
      {act.error && <Failed error={act.error} />}
      <Button
        kind="main"
        wide
        busy={act.isPending}
        why={draft.text.trim().length < 2 ? t(texts.writeTwo) : waiting ? t(texts.photosWait) : undefined}
        onPress={() =>
          act.mutate({
            params: { id: report },
            body: { ...code, text: draft.text.trim(), files: arrived(draft.photos) },
          })
        }
      >
        {t(texts.send)}
      </Button>
    </Sheet>
  );
}

const emptyReason = () => ({ reason: '' });

function Reasoned({
  what,
  report,
  code,
  onClose,
}: {
  what: 'object' | 'withdraw';
  report: string;
  code: Code;
  onClose: () => void;
}) {
  const { draft, change, clear } = useDraft(`fengqiao.${what}.${report}`, emptyReason);
  const act = useAct(what === 'object' ? contestDecline : withdrawReport, () => {
    clear();
    onClose();
  });
  return (
    <Sheet title={t(texts[what])} onClose={onClose}>
      <TextArea
        label={t(what === 'object' ? texts.objectWhy : texts.withdrawWhy)}
        value={draft.reason}
        max={500}
        onChange={(reason) => change({ reason })}
      />
      {act.error && <Failed error={act.error} />}
      <Button
        kind={what === 'object' ? 'main' : 'danger'}
        wide
        busy={act.isPending}
        why={draft.reason.trim().length < 2 ? t(texts.writeTwo) : undefined}
        onPress={() => act.mutate({ params: { id: report }, body: { ...code, reason: draft.reason.trim() } })}
      >
        {t(what === 'object' ? texts.objectSend : texts.withdrawSend)}
      </Button>
    </Sheet>
  );
}
