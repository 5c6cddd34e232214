import type { Work } from '#platform/work.ts';

/** Which of these cases the actor may see; the row policies decide. */
export async function seenAmong({ db, street }: Work, ids: readonly string[]): Promise<string[]> {
  const known = ids.filter((id) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id));
  if (known.length === 0) return [];
  const rows = await db
    .selectFrom('cases.case')
    .select('id')
    .where('street', '=', street)
    .where('id', 'in', known)
    .execute();
  return rows.map((row) => row.id);
}

/** Whether a file came with a report: for staff any they see, for others one of their own account; served by report_files_idx. */
export async function reportHasFile({ db, street, actor }: Work, file: string): Promise<boolean> {
  const found = await db
    .selectFrom('cases.report as r')
    .innerJoin('cases.case as c', (join) =>
      join.onRef('c.street', '=', 'r.street').onRef('c.id', '=', 'r.case_id'),
    )
    .select('r.id')
    .where('r.street', '=', street)
    .where((eb) => eb('r.files', '@>', eb.val([file])))
    .$if(actor.kind !== 'staff', (query) =>
      query.where('r.account', '=', actor.behalf?.account ?? actor.account),
    )
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The case a file is evidence of, when the row policies let the actor see it; null for others. */
export async function caseOfEvidence({ db, street, actor }: Work, file: string): Promise<string | null> {
  const found = await db
    .selectFrom('cases.evidence as e')
    .innerJoin('cases.case as c', (join) =>
      join.onRef('c.street', '=', 'e.street').onRef('c.id', '=', 'e.case_id'),
    )
    .select('e.case_id')
    .where('e.street', '=', street)
    .where('e.file', '=', file)
    .$if(actor.kind !== 'staff', (query) => query.where('e.stage', '=', 'handle'))
    .limit(1)
    .executeTakeFirst();
  return found?.case_id ?? null;
}
