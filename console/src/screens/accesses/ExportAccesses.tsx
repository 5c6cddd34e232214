import { exportAccesses } from '@fengqiao/contract/audit/oversight.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { download } from '../../parts/download.ts';
import { TakeAlong } from '../../parts/export/TakeAlong.tsx';
import { texts } from './texts.ts';

type Filters = Omit<In<typeof exportAccesses>['body'], 'reason'>;

/** Takes the records of the filter along as a table. */
export function ExportAccesses({ filters, onDone }: { filters: Filters; onDone: () => void }) {
  const act = useAct(exportAccesses, ({ name, csv }) => {
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
