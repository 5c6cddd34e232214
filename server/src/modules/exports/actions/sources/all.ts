import type { Both } from '@fengqiao/contract/both.ts';
import type { ExportWhat } from '@fengqiao/contract/exports.ts';
import type { Collections } from '#modules/catalogue';
import type { ListPage, PageAsked } from '#platform/table/list-page.ts';
import type { Work } from '#platform/work.ts';
import { casesSource } from './cases.ts';
import { homesSource, organizationsSource, peopleSource } from './registry.ts';
import { resourceSource } from './resource.ts';
import type { Column } from '../../domain/export.ts';
import type { Source, Why } from './source.ts';

/** A source with what is asked of it, whichever it is. */
export type Opened = {
  fields(work: Work): Promise<readonly Column[]>;
  count(work: Work, most: number): Promise<number>;
  page(work: Work, asked: PageAsked, why: Why): Promise<ListPage & { readonly recorded?: true }>;
  told(work: Work): Promise<readonly Both[]>;
};
export type Open = (what: ExportWhat) => Opened;

/** Finds the source a list is asked from. */
export const sourcesWith =
  (collections: () => Collections): Open =>
  (what) => {
    switch (what.source) {
      case 'cases':
        return bind(casesSource, what);
      case 'people':
        return bind(peopleSource, what);
      case 'homes':
        return bind(homesSource, what);
      case 'organizations':
        return bind(organizationsSource, what);
      case 'resource':
        return bind(resourceSource(collections), what);
    }
  };

const bind = <W extends ExportWhat>(source: Source<W>, what: W): Opened => ({
  fields: (work) => source.fields(work, what),
  count: (work, most) => source.count(work, what, most),
  page: (work, asked, why) => source.page(work, what, asked, why),
  told: (work) => source.told(work, what),
});
