import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

/** What waits in the catalogue past its time and was not yet told. */
export type Late = {
  readonly id: string;
  readonly provider: string;
  readonly zh: string;
  readonly en: string;
};

const untold = sql<boolean>`told_due_at is distinct from due_at`;

/** Doubts whose ten work days are over, the oldest first; served by doubt_open_idx. */
export const lateDoubts = ({ db, street, now }: Work, limit: number): Promise<(Late & { by: string })[]> =>
  db
    .selectFrom('catalogue.doubt as d')
    .innerJoin('catalogue.resource as r', (join) =>
      join.onRef('r.street', '=', 'd.street').onRef('r.id', '=', 'd.resource'),
    )
    .where('d.street', '=', street)
    .where('d.state', '=', 'open')
    .where('d.due_at', '<', now)
    .where(untold)
    .orderBy('d.due_at')
    .limit(limit)
    .forUpdate('d')
    .skipLocked()
    .select(['d.id', 'r.provider', 'd.by_unit as by', named('r', 'zh'), named('r', 'en')])
    .execute();

/** Proposals whose two work days are over, the oldest first; served by proposal_due_idx. */
export const lateProposals = ({ db, street, now }: Work, limit: number): Promise<Late[]> =>
  db
    .selectFrom('catalogue.proposal as p')
    .where('p.street', '=', street)
    .where('p.state', '=', 'endorsed')
    .where('p.due_at', '<', now)
    .where(untold)
    .orderBy('p.due_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .select(['p.id', 'p.provider', named('p', 'zh'), named('p', 'en')])
    .execute();

/** Entries that were to be updated and were not; served by update_duty_open_idx. */
export const lateDuties = ({ db, street, now }: Work, limit: number): Promise<Late[]> =>
  db
    .selectFrom('catalogue.update_duty as u')
    .innerJoin('catalogue.resource as r', (join) =>
      join.onRef('r.street', '=', 'u.street').onRef('r.id', '=', 'u.resource'),
    )
    .where('u.street', '=', street)
    .where('u.state', '=', 'open')
    .where('u.due_at', '<', now)
    .where(untold)
    .orderBy('u.due_at')
    .limit(limit)
    .forUpdate('u')
    .skipLocked()
    .select(['u.id', 'r.provider', named('r', 'zh'), named('r', 'en')])
    .execute();

const named = (of: 'r' | 'p', language: 'zh' | 'en') =>
  sql<string>`${sql.ref(`${of}.content`)}->'name'->>${sql.lit(language)}`.as(language);

/** The end that ran out was told; where the clock begins anew, so does this. */
export async function saveToldOf(
  { db, street }: Work,
  table: 'catalogue.doubt' | 'catalogue.proposal' | 'catalogue.update_duty',
  id: string,
): Promise<void> {
  await db
    .updateTable(table)
    .set((eb) => ({ told_due_at: eb.ref('due_at') }))
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}
