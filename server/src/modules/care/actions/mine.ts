import type { CareListed } from '@fengqiao/contract/care.ts';
import { recordAccess } from '#modules/audit';
import { maskedNames } from '#modules/registry';
import { asCare } from '#platform/care.ts';
import type { Work } from '#platform/work.ts';
import { seatOf } from '../domain/record.ts';
import { waitingHandovers, type HandoverRow } from '../store/handover.ts';
import { ownRecords, type RecordRow } from '../store/record.ts';
import { openPerson } from './sealing.ts';
import { whoActs } from './who-acts.ts';

const PAGE = 20;

/** One's own records and what waits for one's decision, masked, with the record of the look. */
export async function mine(
  work: Work,
  { limit = PAGE, after }: { limit?: number | undefined; after?: string | undefined },
): Promise<{ items: CareListed[]; next: string | null }> {
  const { account } = whoActs(work);
  const [found, waiting] = await asCare(work, async () => {
    const rows = await ownRecords(work, account, { after: after ?? null, limit: limit + 1 });
    return [
      rows,
      await waitingHandovers(
        work,
        rows.map(({ id }) => id),
      ),
    ] as const;
  });
  const shown = found
    .slice(0, limit)
    .map((row) => ({ ...row, person: openPerson(work, row.id, row.personEnc) }));
  await recordLooks(work, shown, account);
  const names = await maskedNames(
    work,
    shown.map(({ person }) => person),
  );
  return {
    items: shown.map((row) => ({
      id: row.id,
      name: names.get(row.person) ?? null,
      state: row.state,
      seat: seatOf(row, account),
      contactOn: row.contactOn,
      until: row.until,
      waits: waitsOf(
        row,
        waiting.find(({ record }) => record === row.id),
        account,
      ),
    })),
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

function waitsOf(row: RecordRow, handover: HandoverRow | undefined, account: string): CareListed['waits'] {
  if (row.state === 'proposed' && row.second === account) return 'decision';
  return row.state === 'open' && handover?.decider === account ? 'handover' : null;
}

type Shown = RecordRow & { readonly person: string };

/** One record for the page of each second person; for what nobody has approved yet, the look is one the law itself asks for. */
async function recordLooks(work: Work, shown: readonly Shown[], account: string): Promise<void> {
  const byVoucher = Map.groupBy(shown, ({ state, requestedBy, approvedBy, closedBy }) =>
    [approvedBy, closedBy, state === 'open' ? null : requestedBy].find(
      (one) => one !== null && one !== account,
    ),
  );
  for (const [voucher, rows] of byVoucher)
    await recordAccess(work, {
      action: 'care.mine',
      object: 'care.list',
      subjects: rows.map(({ person }) => person),
      fields: ['name', 'care'],
      flags: ['masked'],
      ...(typeof voucher === 'string'
        ? { purpose: 'care' as const, approvedBy: voucher }
        : { purpose: 'legal' as const }),
    });
}
