import { useNavigate } from 'react-router';
import { draftList } from '@fengqiao/contract/cases.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { texts } from './texts.ts';

/** A draft begins as a copy of the version in force. */
export function DraftForm({ onDone }: { onDone: () => void }) {
  const navigate = useNavigate();
  const act = useAct(draftList, ({ version }) => {
    onDone();
    void navigate(`/lists/${version}`);
  });
  return (
    <ActForm<{ note: string }>
      send={texts.newDraft}
      act={act}
      onSend={(values) => act.mutate({ body: values })}
      onCancel={onDone}
    >
      <WordsField name="note" label={texts.draftNote} of={draftList.body.properties.note} />
    </ActForm>
  );
}
