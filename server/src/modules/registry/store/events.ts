import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

export type EventRow = {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly source: string;
  /** Null where the day it was written is the day it is of. */
  readonly asOf: string | null;
  readonly unit: string | null;
  readonly madeAt: Date;
};

/** The events of a life in the registry, oldest first; served by life_event_person_idx. */
export async function eventsOf({ db, street }: Work, person: string): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select id, kind, at::text as at, source, as_of::text as "asOf", unit, made_at as "madeAt"
      from registry.life_event where street = ${street} and person = ${person} order by at, id limit 100`.execute(
    db,
  );
  return rows;
}
