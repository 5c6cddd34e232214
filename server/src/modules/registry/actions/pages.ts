import { personFields } from '@fengqiao/contract/registry/people.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { personSeals } from '#modules/identity';
import type { ListPage, PageAsked } from '#platform/table/list-page.ts';
import type { Work } from '#platform/work.ts';
import { organizationsAfter } from '../store/homes.ts';
import {
  countHomes,
  countOrganizations,
  countWholePeople,
  wholePeople,
  type HomesFilter,
  type OrganizationsFilter,
  type PeopleFilter,
} from '../store/pages.ts';
import { isChild, listedFacts } from '../domain/child.ts';
import { todayOf } from '../domain/day.ts';
import { openContact } from './organization-contact.ts';
import { factsOf } from './people.ts';
import { listHomes } from './places.ts';
import { valueOf } from './sealing.ts';

/** A part of the registry as a list: how many rows a filter finds within the actor's reach, and page after page of them. */
export type RegistryList<F> = {
  count(work: Work, filter: F, most: number): Promise<number>;
  /** Whole values; whoever asks records the access. */
  page(work: Work, filter: F, asked: PageAsked): Promise<ListPage>;
};

const people: RegistryList<PeopleFilter> = {
  count: countWholePeople,
  page: async (work, filter, { fields, after, limit }) => {
    const found = await wholePeople(work, filter, { after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const seals = await personSeals(
      work,
      shown.map(({ id }) => id),
    );
    const wanted = keysOf(personFields).filter((field) => fields.includes(field));
    const today = todayOf(work);
    return {
      rows: shown.flatMap((person) => {
        const facts = factsOf(seals.get(person.id), person);
        if (facts === null) return [];
        const { id, kind, community, grid } = person;
        const told = listedFacts(wanted, (field) => valueOf(facts, field), isChild(facts, today));
        return [{ values: { kind, community, grid, ...told }, subjects: [id] }];
      }),
      next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  },
};

const homes: RegistryList<HomesFilter> = {
  count: countHomes,
  page: async (work, filter, { after, limit }) => {
    const { items, next } = await listHomes(work, { ...filter, limit, ...(after === null ? {} : { after }) });
    return {
      rows: items.map(({ address, door, use, squareMetres, rooms, people: living, community, grid }) => ({
        values: {
          building: address,
          door,
          use,
          squareMetres: textOf(squareMetres),
          rooms: textOf(rooms),
          people: textOf(living),
          community,
          grid,
        },
        subjects: [],
      })),
      next,
    };
  },
};

const textOf = (value: number | null): string | null => (value === null ? null : String(value));

/** The organization stands for its responsible person in the record, as where that person is revealed alone. */
const organizations: RegistryList<OrganizationsFilter> = {
  count: countOrganizations,
  page: async (work, filter, { fields, after, limit }) => {
    const at = (after ?? '').lastIndexOf('~');
    const from = after === null ? null : { name: after.slice(0, at), id: after.slice(at + 1) };
    const found = await organizationsAfter(work, filter, limit + 1, from);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const opened = fields.includes('name') || fields.includes('phone');
    return {
      rows: shown.map(
        ({ id, name, creditCode, kind, trade, staff, address, community, grid, contact_enc }) => {
          const { contact, phone } = openContact(work, id, opened ? contact_enc : null);
          return {
            values: {
              organization: name,
              creditCode,
              kind,
              trade,
              staff: textOf(staff),
              seat: address,
              community,
              grid,
              name: contact,
              phone,
            },
            subjects: contact === null && phone === null ? [] : [id],
          };
        },
      ),
      next: found.length > limit && last !== undefined ? `${last.name}~${last.id}` : null,
    };
  },
};

export const registryLists = { people, homes, organizations } as const;
