import type { Work } from '#platform/work.ts';
import { insertCanary } from '../store/canary.ts';

export { canariesMet } from '../store/canary.ts';

/** Plants somebody who does not exist where nobody has to look, such as a row of an export; `told` says where. */
export const plantCanary = (work: Work, subject: string, told: string): Promise<void> =>
  insertCanary(work, subject, told);
