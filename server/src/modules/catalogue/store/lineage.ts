import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

const acts = ['grant', 'arbitrate', 'confirm_outside', 'deliver', 'terminate', 'expire', 'dispose'] as const;
export type SharedAct = (typeof acts)[number];

export type Shared = { readonly at: Date; readonly act: SharedAct; readonly unit: string };
export type Used = {
  readonly at: Date;
  readonly unit: string;
  readonly times: number;
  readonly rows: number;
};

/**
 * What was granted, delivered and ended of a resource, the newest first; the row policies leave out requests that are
 * between other units. Served by request_resource_idx and request_act_idx.
 */
export const sharedOf = ({ db, street }: Work, resource: string, limit: number): Promise<Shared[]> =>
  db
    .selectFrom('catalogue.request as r')
    .innerJoin('catalogue.request_act as a', (join) =>
      join.onRef('a.street', '=', 'r.street').onRef('a.request', '=', 'r.id'),
    )
    .where('r.street', '=', street)
    .where('r.resource', '=', resource)
    .where('a.act', 'in', [...acts])
    .where('a.after', 'in', ['granted', 'active', 'terminated', 'disposed'])
    .orderBy('a.id', 'desc')
    .limit(limit)
    .select(['a.at', 'a.act', 'r.requester as unit'])
    .$narrowType<{ act: SharedAct }>()
    .execute();

/** How a resource was used, by unit and local day, the newest first; served by request_resource_idx and use_request_idx. */
export const usedOf = ({ db, street, calendar }: Work, resource: string, limit: number): Promise<Used[]> =>
  db
    .selectFrom('catalogue.request as r')
    .innerJoin('catalogue.use as u', (join) =>
      join.onRef('u.street', '=', 'r.street').onRef('u.request', '=', 'r.id'),
    )
    .where('r.street', '=', street)
    .where('r.resource', '=', resource)
    .groupBy(['r.requester', sql`(u.at at time zone ${calendar.zone.id})::date`])
    .orderBy(sql`max(u.at)`, 'desc')
    .limit(limit)
    .select([
      'r.requester as unit',
      sql<Date>`max(u.at)`.as('at'),
      sql<number>`count(*)::int`.as('times'),
      sql<number>`sum(u.rows)::int`.as('rows'),
    ])
    .execute();
