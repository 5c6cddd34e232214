import type { readList } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';

/** One version of the responsibility list with its rows. */
export type List = Out<typeof readList>;
