import type { Work } from '#platform/work.ts';

/** How many patrols and visits somebody handed in since a moment; served by patrol_account_idx and visit_account_idx. */
export async function handedIn(
  { db, street }: Work,
  account: string,
  since: Date,
): Promise<{ patrols: number; visits: number }> {
  const of = async (table: 'rounds.patrol' | 'rounds.visit') => {
    const { n } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('street', '=', street)
      .where('account', '=', account)
      .where('received_at', '>=', since)
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  return { patrols: await of('rounds.patrol'), visits: await of('rounds.visit') };
}
