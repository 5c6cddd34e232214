import { withdrawService, type ServiceHistory } from '@fengqiao/contract/services.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { FromField } from './FromField.tsx';
import { texts } from './texts.ts';

/** Takes an item off from a day on. */
export function Withdraw({ history, onDone }: { history: ServiceHistory; onDone: () => void }) {
  const { code, seen, today } = history;
  const done = useDone();
  const act = useAct(withdrawService, () => {
    done(texts.withdraw);
    onDone();
  });
  return (
    <ActForm<{ from: string; reason: string }>
      danger
      send={texts.withdraw}
      act={act}
      start={{ from: today }}
      onSend={(values) => act.mutate({ params: { code }, body: { ...values, seen } })}
      onCancel={onDone}
    >
      <FromField today={today} />
      <WordsField name="reason" label={texts.reason} of={withdrawService.body.properties.reason} />
    </ActForm>
  );
}
