import { exportAccesses } from '@fengqiao/contract/audit/oversight.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { download } from '../../parts/download.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { texts } from './texts.ts';

type Filters = Omit<In<typeof exportAccesses>['body'], 'reason'>;

/** Takes the records of the filter along as a table, with a reason. */
export function ExportAccesses({ filters, onDone }: { filters: Filters; onDone: () => void }) {
  const act = useAct(exportAccesses);
  return (
    <ActForm<{ reason: string }>
      send={texts.export}
      act={act}
      onSend={({ reason }) =>
        act.mutate(
          { body: { ...filters, reason } },
          {
            onSuccess: ({ name, csv }) => {
              download(name, csv, 'text/csv;charset=utf-8');
              onDone();
            },
          },
        )
      }
      onCancel={onDone}
    >
      <p>{t(texts.exportSays)}</p>
      <WordsField name="reason" label={texts.reason} of={exportAccesses.body.properties.reason} />
    </ActForm>
  );
}
