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

/** By case, the keys of those who reported some cases and did not withdraw, under which they can read who looked. */
export async function reporterKeys(
  { db, street }: Work,
  cases: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  if (cases.length === 0) return new Map();
  const rows = await db
    .selectFrom('cases.report')
    .select(['case_id', 'account', 'contact'])
    .where('street', '=', street)
    .where('case_id', 'in', [...cases])
    .where('state', '=', 'open')
    .execute();
  const keys = new Map<string, string[]>();
  for (const { case_id: id, account, contact } of rows) {
    const key = account ?? contact;
    if (key !== null) keys.set(id, [...(keys.get(id) ?? []), key]);
  }
  return keys;
}
