import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import type { UnitKind } from '@fengqiao/contract/units.ts';
import type { Units } from '../domain/duty.ts';

/** The current units of the street with their kinds: some hundreds of rows by the primary key of identity.unit. */
export async function kindsOfUnits({ db, street }: Pick<Work, 'db' | 'street'>): Promise<Units> {
  const rows = await db
    .selectFrom('identity.v_unit')
    .select(['id', 'kind'])
    .where('street', '=', street)
    .where('current', '=', true)
    .execute();
  return new Map(rows.map((row) => [row.id ?? '', fromJson<UnitKind>(row.kind)]));
}
