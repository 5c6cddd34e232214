import type { Work } from '#platform/work.ts';
import type { To } from '#modules/notices';

/** How to reach those who reported a case and did not withdraw: by account or by kept contact; nobody's name is read here. */
export async function reportersOf(
  { db, street }: Work,
  caseId: string,
  only?: readonly string[],
): Promise<To[]> {
  const rows = await db
    .selectFrom('cases.report')
    .select(['account', 'contact', 'channel'])
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .where('channel', 'not in', ['import', 'sensor'])
    .$if(only !== undefined, (query) => query.where('id', 'in', [...(only ?? [])]))
    .execute();
  return rows.flatMap((row): To[] =>
    row.account !== null
      ? [{ account: row.account }]
      : row.contact !== null
        ? [{ contact: row.contact }]
        : [],
  );
}
