import { exportSecurity } from '@fengqiao/contract/audit/security.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { download } from '../../parts/download.ts';
import { TakeAlong } from '../../parts/export/TakeAlong.tsx';
import { texts } from './texts.ts';

type Filters = Omit<In<typeof exportSecurity>['body'], 'reason'>;

/** Takes the entries of the filter along as a table. */
export function ExportLog({ filters, onDone }: { filters: Filters; onDone: () => void }) {
  const act = useAct(exportSecurity, ({ name, csv }) => {
    download(name, csv, 'text/csv;charset=utf-8');
    onDone();
  });
  return (
    <TakeAlong
      says={texts.exportSays}
      act={act}
      onSend={(reason) => act.mutate({ body: { ...filters, reason } })}
      onCancel={onDone}
    />
  );
}
