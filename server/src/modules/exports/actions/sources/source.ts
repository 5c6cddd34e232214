import type { Both } from '@fengqiao/contract/both.ts';
import type { ExportWhat } from '@fengqiao/contract/exports.ts';
import type { ListPage, PageAsked } from '#platform/table/list-page.ts';
import type { Work } from '#platform/work.ts';
import type { Column } from '../../domain/export.ts';

/** Why and by whose yes a page is read; some sources write the look down themselves. */
export type Why = { readonly reason: string; readonly approvedBy: string | undefined };

/** One kind of list: what may be chosen of it, how long it is, its pages, and how its filters are told. */
export type Source<W extends ExportWhat> = {
  fields(work: Work, what: W): Promise<readonly Column[]>;
  /** Counts no further than `most`, within the reach of whoever asks. */
  count(work: Work, what: W, most: number): Promise<number>;
  page(work: Work, what: W, asked: PageAsked, why: Why): Promise<ListPage & { readonly recorded?: true }>;
  told(work: Work, what: W): Promise<readonly Both[]>;
};

export type Of<S extends ExportWhat['source']> = Extract<ExportWhat, { source: S }>;
