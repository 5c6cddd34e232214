import { Link } from 'react-router';
import { finishRevision, listRevisions } from '@fengqiao/contract/cases.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { NumberField, WordsField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { texts } from './texts.ts';

/** The latest cases say what is missing today. */
const SHOWN = 6;

/** Where the list failed: designated too often, to be written into a version. */
export function Revisions() {
  const me = useMe();
  const revisions = useSay(listRevisions, {});
  return (
    <section className="card" aria-labelledby="revisions">
      <h2 id="revisions">{t(texts.revisions)}</h2>
      <Answer of={revisions}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="hint">{t(texts.noRevisions)}</p>
          ) : (
            <ul className="things">
              {items.map((one) => (
                <li key={one.id}>
                  <div className="row between">
                    <span className="row wrap">
                      <strong>
                        {one.type} {one.name === null ? '' : t(one.name)}
                      </strong>
                      {one.mandatory && <span className="mark urgent">{t(texts.mandatory)}</span>}
                      {one.doneVersion !== null && (
                        <span className="mark good">{t(texts.finishedIn, { n: one.doneVersion })}</span>
                      )}
                      <span className="hint small">{stamp(one.openedAt)}</span>
                    </span>
                    {one.state === 'open' && mayCall(me, finishRevision) && (
                      <OpenForm label={texts.finish}>
                        {(close) => <Finish revision={one.id} onDone={close} />}
                      </OpenForm>
                    )}
                  </div>
                  <p>{t({ zh: one.reasonZh, en: one.reasonEn })}</p>
                  <span className="row wrap small">
                    <span className="hint">{t(texts.casesOf, { n: one.cases.length })}</span>
                    {one.cases.slice(-SHOWN).map((id, index) => (
                      <Link key={id} className="number-link" to={`/cases/${id}`}>
                        #{Math.max(0, one.cases.length - SHOWN) + index + 1}
                      </Link>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function Finish({ revision, onDone }: { revision: string; onDone: () => void }) {
  const done = useDone();
  const act = useAct(finishRevision, () => {
    done(texts.finish);
    onDone();
  });
  return (
    <ActForm<{ version?: number; note: string }>
      send={texts.finish}
      act={act}
      onSend={(values) => act.mutate({ params: { id: revision }, body: filled(values) })}
      onCancel={onDone}
    >
      <NumberField optional name="version" label={texts.finishVersion} min={1} max={100_000} />
      <WordsField name="note" label={texts.note} of={finishRevision.body.properties.note} />
    </ActForm>
  );
}
