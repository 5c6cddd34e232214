import { decideChange, listChanges, type ChangeView } from '@fengqiao/contract/audit/oversight.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField, YesNoField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { PurposeRules } from '../purposes/PurposeRules.tsx';
import { texts } from './texts.ts';
import '../../parts/feed.css';

/** What one person asked to change in purposes and limits, and what a second one decided. */
export function Changes() {
  const list = useSay(listChanges, {});
  return (
    <Answer of={list}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="card wait">{t(texts.noChanges)}</p>
        ) : (
          <ul className="feed" aria-label={t(texts.changes)}>
            {items.map((change) => (
              <li key={change.id} className="card">
                <Change change={change} />
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

function Change({ change }: { change: ChangeView }) {
  const { id, key, purpose, budget, reason, requestedAt, mine, approved, decidedAt, note } = change;
  const may = mayCall(useMe(), decideChange);
  const state = approved === null ? texts.waitsChange : approved ? texts.approved : texts.refused;
  return (
    <article className="row between" aria-label={key}>
      <div className="grow">
        <span className="row wrap">
          <span className={`mark ${approved === null ? 'warn' : approved ? 'good' : ''}`}>{t(state)}</span>
          {budget !== null && (
            <strong>
              {tOf(roles, key)} · {t(texts.askedLimit, budget)}
            </strong>
          )}
        </span>
        {purpose !== null && <PurposeRules rules={purpose} />}
        <p className="said quoted">{reason}</p>
        <span className="small hint">
          {stamp(requestedAt)}
          {decidedAt !== null && ` → ${stamp(decidedAt)}`}
          {note !== null && note !== '' && ` · ${note}`}
        </span>
      </div>
      {approved === null &&
        (mine ? (
          <span className="hint small">{t(texts.ownChange)}</span>
        ) : (
          may && (
            <OpenForm type="primary" label={texts.decideChange}>
              {(close) => <Decide id={id} onDone={close} />}
            </OpenForm>
          )
        ))}
    </article>
  );
}

type Decision = { approve: boolean; note?: string };

function Decide({ id, onDone }: { id: string; onDone: () => void }) {
  const act = useAct(decideChange, onDone);
  return (
    <ActForm<Decision>
      send={texts.decideChange}
      act={act}
      onSend={({ approve, note = '' }) => act.mutate({ params: { id }, body: { approve, note } })}
      onCancel={onDone}
    >
      <YesNoField name="approve" label={texts.verdict} yes={texts.approve} no={texts.refuse} />
      <WordsField name="note" label={texts.reason} of={decideChange.body.properties.note} optional />
    </ActForm>
  );
}
