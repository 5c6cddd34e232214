import { askErasureFor } from '@fengqiao/contract/retention/erasures.ts';
import { askCorrectionFor } from '@fengqiao/contract/registry/corrections.ts';
import { personFields, type PersonView } from '@fengqiao/contract/registry/people.ts';
import { relations, sexes } from '@fengqiao/contract/registry/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { useDone } from '../../parts/form/ActForm.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { AskCorrection } from '../places/AskCorrection.tsx';
import { AskErasure } from './AskErasure.tsx';
import { NoteEvent } from './NoteEvent.tsx';
import { texts } from './texts.ts';

/** What may be done about a person: ask for a correction, note what happened. */
export function PersonActs({ person }: { person: PersonView }) {
  const me = useMe();
  if (person.state === 'merged') return null;
  return (
    <>
      {mayCall(me, askErasureFor) && (
        <OpenForm label={texts.askErasure} size="middle">
          {(close) => <AskErasure person={person} onDone={close} />}
        </OpenForm>
      )}
      {mayCall(me, askCorrectionFor) && (
        <>
          <OpenForm label={texts.noteEvent} size="middle">
            {(close) => <NoteEvent person={person} onDone={close} />}
          </OpenForm>
          <OpenForm label={texts.correct} size="middle" type="primary">
            {(close) => <Correct person={person} onDone={close} />}
          </OpenForm>
        </>
      )}
    </>
  );
}

function Correct({ person, onDone }: { person: PersonView; onDone: () => void }) {
  const done = useDone();
  const act = useAct(askCorrectionFor, () => {
    done(texts.correct);
    onDone();
  });
  return (
    <AskCorrection
      names={personFields}
      choices={{ sex: sexes, household: relations }}
      act={act}
      onSend={({ field, value, ...words }) =>
        act.mutate({ params: { id: person.id }, body: { wishes: [{ field, value }], ...words } })
      }
      onCancel={onDone}
    />
  );
}
