import type { countDesks } from '@fengqiao/contract/cases.ts';
import { desks } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import type { Work } from '#platform/work.ts';
import { countDesk, healthOf, waitingFor } from '../store/counts.ts';

/** How much waits on each desk, and how the street stands: the stock of unsolved problems beside the closing rate. */
export async function deskCounts(work: Work): Promise<Out<typeof countDesks>> {
  const counted: { desk: (typeof desks)[number]; count: number }[] = [];
  for (const desk of desks) if (desk !== 'all') counted.push({ desk, count: await countDesk(work, desk) });
  return { desks: counted, ...(await waitingFor(work)), ...(await healthOf(work)) };
}
