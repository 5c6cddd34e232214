import type { Work } from '#platform/work.ts';

/** The reporter's last word on "was it really solved?"; kept with the report. */
export async function setReportSolved({ db, street }: Work, id: string, solved: boolean): Promise<void> {
  await db
    .updateTable('cases.report')
    .set({ solved })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}
