import { CARE_KEPT_DAYS } from '@fengqiao/contract/care.ts';
import { notify } from '#modules/notices';
import { asCare } from '#platform/care.ts';
import type { Work } from '#platform/work.ts';
import { localDay } from '../domain/day.ts';
import { demandDecidable } from '../domain/record.ts';
import { lockRecord, saveRecord } from '../store/record.ts';
import { closingOf, openPerson, wordsOf } from './sealing.ts';
import { whoActs } from './who-acts.ts';

/** The named colleague approves a proposal, or refuses it; the database holds that they are two. */
export async function decide(
  work: Work,
  id: string,
  { approve, answer }: { approve: boolean; answer: string },
): Promise<{ ok: true }> {
  const { account } = whoActs(work);
  const record = await asCare(work, () => lockRecord(work, id));
  demandDecidable(record, account);
  const words = await wordsOf(work, openPerson(work, id, record.personEnc));
  const closingEnc = words.seal(answer, closingOf(id));
  await asCare(work, () =>
    saveRecord(
      work,
      id,
      approve
        ? { state: 'open', approvedBy: account, closingEnc }
        : { state: 'refused', closedBy: account, closingEnc, deleteOn: localDay(work, CARE_KEPT_DAYS) },
    ),
  );
  await notify(work, {
    to: { account: record.requestedBy },
    kind: 'care.decided',
    zh: '您提出的一份关爱记录已有审批结果，请到“我的关爱记录”查看。',
    en: 'A special-care record you proposed was decided: open "My special-care records".',
  });
  return { ok: true };
}
