import { reportProgress, trackReport } from '@fengqiao/contract/cases.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { receiptOf } from '../../receipts.ts';

export type Progress = Out<typeof reportProgress>;

/** Progress by the code kept on this phone, or as the person signed in; `code` goes along with what they then do. */
export function useFollow(report: string) {
  const receipt = receiptOf(report);
  const tracked = useSay(
    trackReport,
    { body: { no: receipt?.no ?? '', code: receipt?.code ?? '' } },
    { enabled: receipt !== undefined, everyMs: 60_000 },
  );
  const own = useSay(
    reportProgress,
    { params: { id: report } },
    { enabled: receipt === undefined, everyMs: 60_000 },
  );
  return {
    ...(receipt === undefined ? own : tracked),
    code: receipt === undefined ? {} : { code: receipt.code },
  };
}
