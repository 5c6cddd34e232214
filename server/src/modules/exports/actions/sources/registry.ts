import { exportFields } from '@fengqiao/contract/exports.ts';
import { homeUses, organizationKinds, personKinds } from '@fengqiao/contract/registry/words.ts';
import { registryLists } from '#modules/registry';
import { filtersTold, named } from './named.ts';
import type { Of, Source } from './source.ts';

const { people, homes, organizations } = registryLists;

export const peopleSource: Source<Of<'people'>> = {
  fields: async () => named(exportFields.people),
  count: (work, { filters }, most) => people.count(work, filters, most),
  page: (work, { filters }, asked) => people.page(work, filters, asked),
  told: (work, { filters }) => filtersTold(work, filters, { kind: personKinds }),
};

export const homesSource: Source<Of<'homes'>> = {
  fields: async () => named(exportFields.homes),
  count: (work, { filters }, most) => homes.count(work, filters, most),
  page: (work, { filters }, asked) => homes.page(work, filters, asked),
  told: (work, { filters }) => filtersTold(work, filters, { use: homeUses }),
};

export const organizationsSource: Source<Of<'organizations'>> = {
  fields: async () => named(exportFields.organizations),
  count: (work, { filters }, most) => organizations.count(work, filters, most),
  page: (work, { filters }, asked) => organizations.page(work, filters, asked),
  told: (work, { filters }) => filtersTold(work, filters, { kind: organizationKinds }),
};
