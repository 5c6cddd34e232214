import { exportSecurity } from '@fengqiao/contract/audit/security.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { download } from '../../parts/download.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { texts } from './texts.ts';

type Filters = Omit<In<typeof exportSecurity>['body'], 'reason'>;

/** Takes the entries of the filter along as a table, with a reason. */
export function ExportLog({ filters, onDone }: { filters: Filters; onDone: () => void }) {
  const act = useAct(exportSecurity);
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
      <WordsField name="reason" label={texts.reason} of={exportSecurity.body.properties.reason} />
    </ActForm>
  );
}
