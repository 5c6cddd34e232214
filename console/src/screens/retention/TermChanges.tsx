import {
  decideTermChange,
  keepings,
  listTermChanges,
  type TermChangeView,
} from '@fengqiao/contract/retention.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField, YesNoField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { termOf } from './term-of.ts';
import { texts } from './texts.ts';

/** Changes of terms that wait for a second person; nothing is said while none does. */
export function TermChanges() {
  const { data } = useSay(listTermChanges, {});
  const waiting = data?.items.filter(({ approved }) => approved === null) ?? [];
  if (waiting.length === 0) return null;
  return (
    <ul className="feed" aria-label={t(texts.changes)}>
      {waiting.map((change) => (
        <li key={change.id} className="card">
          <Change change={change} />
        </li>
      ))}
    </ul>
  );
}

function Change({ change }: { change: TermChangeView }) {
  const may = mayCall(useMe(), decideTermChange);
  const { id, kind, enabled, reason, requestedAt, mine } = change;
  return (
    <article className="row between" aria-label={t(keepings[kind].words)}>
      <div className="grow">
        <span className="row wrap">
          <span className="mark warn">{t(texts.changeWaits)}</span>
          <strong>{t(keepings[kind].words)}</strong>
          <span>→ {enabled ? termOf(change) : t(texts.off)}</span>
        </span>
        <p className="said">{reason}</p>
        <span className="small hint">{stamp(requestedAt)}</span>
      </div>
      {mine ? (
        <span className="hint small">{t(texts.own)}</span>
      ) : (
        may && (
          <OpenForm type="primary" label={texts.decide}>
            {(close) => <Decide id={id} onDone={close} />}
          </OpenForm>
        )
      )}
    </article>
  );
}

function Decide({ id, onDone }: { id: string; onDone: () => void }) {
  const act = useAct(decideTermChange, onDone);
  return (
    <ActForm<{ approve: boolean; note: string }>
      send={texts.decide}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <p className="hint">{t(texts.freshSays)}</p>
      <YesNoField name="approve" label={texts.verdict} yes={texts.agree} no={texts.disagree} />
      <WordsField name="note" label={texts.note} of={decideTermChange.body.properties.note} />
    </ActForm>
  );
}
