import {
  answerDoubt,
  doubtStates,
  listDoubts,
  raiseDoubt,
  type DoubtView,
} from '@fengqiao/contract/catalogue/corrections.ts';
import type { ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { dayOf } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { ChoiceField, WordsField, YesNoField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { pageTexts as texts } from './texts.ts';

/** Doubts about the data of a resource, and what was answered. */
export function Doubts({ resource }: { resource: ResourceView }) {
  const { id } = resource.row;
  const list = useSay(listDoubts, { query: { resource: id, limit: 50 } });
  return (
    <section className="card" aria-label={t(texts.doubts)}>
      <div className="card-head">
        <h2>{t(texts.doubts)}</h2>
        {mayCall(useMe(), raiseDoubt) && (
          <OpenForm label={texts.raise}>{(close) => <Raise resource={resource} onDone={close} />}</OpenForm>
        )}
      </div>
      <Answer of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="hint">{t(texts.doubtsNone)}</p>
          ) : (
            <ul className="steps">
              {items.map((doubt) => (
                <Doubt key={doubt.id} doubt={doubt} resource={resource} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function Doubt({ doubt, resource }: { doubt: DoubtView; resource: ResourceView }) {
  const { nameOf } = useUnits();
  const { state, overdue, dueAt, openedAt, by, text, answer, field } = doubt;
  const item = resource.content.items.find(({ name }) => name === field);
  const tone = overdue ? 'urgent' : state === 'open' ? 'warn' : 'good';
  return (
    <li>
      <span className="hint number">{dayOf(openedAt)}</span>
      <span className="row wrap">
        <span className={`mark ${tone}`}>{t(overdue ? texts.overdue : doubtStates[state])}</span>
        <span>{nameOf(by)}</span>
        {item !== undefined && <span className="hint">{t(item)}</span>}
        {state === 'open' && <span className="hint small">{t(texts.dueBy, { at: dayOf(dueAt) })}</span>}
        {doubt.may.answer && (
          <OpenForm type="primary" label={texts.answer}>
            {(close) => <Reply id={doubt.id} onDone={close} />}
          </OpenForm>
        )}
      </span>
      <p className="prose">{text}</p>
      {answer !== null && <p className="prose hint">{answer}</p>}
    </li>
  );
}

function Raise({ resource, onDone }: { resource: ResourceView; onDone: () => void }) {
  const act = useAct(raiseDoubt, onDone);
  const fields = Object.fromEntries(resource.content.items.map(({ name, zh, en }) => [name, { zh, en }]));
  return (
    <ActForm<{ field?: string; text: string }>
      send={texts.raise}
      act={act}
      onSend={({ text, ...more }) =>
        act.mutate({ params: { id: resource.row.id }, body: { text, ...filled(more) } })
      }
      onCancel={onDone}
    >
      <ChoiceField drop optional name="field" label={texts.doubtField} among={fields} />
      <WordsField
        name="text"
        label={texts.doubtText}
        says={texts.raiseSays}
        of={raiseDoubt.body.properties.text}
      />
    </ActForm>
  );
}

function Reply({ id, onDone }: { id: string; onDone: () => void }) {
  const act = useAct(answerDoubt, onDone);
  return (
    <ActForm<{ corrected: boolean; answer: string }>
      send={texts.answer}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <YesNoField name="corrected" label={texts.outcome} yes={texts.corrected} no={texts.right} />
      <WordsField name="answer" label={texts.answerText} of={answerDoubt.body.properties.answer} />
    </ActForm>
  );
}
