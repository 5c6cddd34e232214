import { useEffect, useState } from 'react';
import { Button, Drawer } from 'antd';
import { actOnMany, bulkActs, undoneBy, type BulkAct } from '@fengqiao/contract/cases/bulk.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { Refusal } from '../Refusal.tsx';
import { Waiting } from '../Waiting.tsx';
import { BulkFields, isReady, type Fields } from './BulkFields.tsx';
import { BulkTable } from './BulkTable.tsx';
import { texts } from './texts.ts';

type BulkDrawerProps = {
  act: BulkAct;
  ids: readonly string[];
  /** It was done. */
  onClose: () => void;
  onCancel: () => void;
};
type Told = Out<typeof actOnMany>;

const undoOf = (act: BulkAct): BulkAct | null =>
  act === 'dispatch' || act === 'merge' || act === 'assign_on' ? undoneBy[act] : null;

/** First what would become of each, then the act, then the way back where there is one. */
export function BulkDrawer({ act, ids, onClose, onCancel }: BulkDrawerProps) {
  const [fields, setFields] = useState<Fields>({});
  const [done, setDone] = useState<Told | null>(null);
  const [undone, setUndone] = useState<Told | null>(null);
  const preview = useAct(actOnMany, () => undefined, { reveals: true });
  const go = useAct(actOnMany, setDone);
  const undo = useAct(actOnMany, setUndone);
  const given = { act, ids: [...ids], ...filled(fields) };
  const ready = isReady(act, fields);
  const rehearse = () => preview.mutate({ body: { ...given, preview: true } });
  // What needs nothing more is rehearsed at once.
  const { mutate } = preview;
  useEffect(() => {
    if (isReady(act, {})) mutate({ body: { act, ids: [...ids], preview: true } });
  }, [act, ids, mutate]);
  const way = undoOf(act);
  const back = (done?.items ?? []).filter((one) => one.refused === null).map((one) => one.id);
  return (
    <Drawer
      open
      size={760}
      title={t(bulkActs[act].name)}
      onClose={done === null ? onCancel : onClose}
      footer={
        <div className="row">
          {done === null ? (
            <>
              <Button disabled={!ready} loading={preview.isPending} onClick={rehearse}>
                {t(texts.preview)}
              </Button>
              <Button
                type="primary"
                disabled={!ready || (preview.data?.done ?? 0) === 0}
                loading={go.isPending}
                onClick={() => go.mutate({ body: { ...given, preview: false } })}
              >
                {t(texts.go, { n: preview.data?.done ?? 0 })}
              </Button>
            </>
          ) : (
            <>
              <Button type="primary" onClick={onClose}>
                {t(texts.close)}
              </Button>
              {way !== null && back.length > 0 && undone === null && (
                <Button
                  loading={undo.isPending}
                  onClick={() =>
                    undo.mutate({
                      body: { act: way, ids: back, preview: false, reason: t(texts.undoReason) },
                    })
                  }
                >
                  {t(texts.undo, { n: back.length })}
                </Button>
              )}
            </>
          )}
        </div>
      }
    >
      <div className="stack">
        {done === null && <BulkFields act={act} ids={ids} fields={fields} onChange={setFields} />}
        <Refusal error={preview.error ?? go.error ?? undo.error} />
        {preview.isPending && <Waiting />}
        <Told preview={preview.data ?? null} done={done} undone={undone} />
      </div>
    </Drawer>
  );
}

function Told({ preview, done, undone }: { preview: Told | null; done: Told | null; undone: Told | null }) {
  const seen = undone ?? done ?? preview;
  if (seen === null) return null;
  const counts = { done: seen.done, refused: seen.refused };
  return (
    <>
      <output className={done === null ? 'hint' : ''}>
        {undone !== null
          ? t(texts.undone, counts)
          : done !== null
            ? t(texts.doneSays, counts)
            : t(texts.previewSays)}
      </output>
      <BulkTable lines={seen.items} happened={done !== null} />
    </>
  );
}
