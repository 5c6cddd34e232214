import type { handOverCare } from '@fengqiao/contract/care.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { notify } from '#modules/notices';
import { asCare } from '#platform/care.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { deciderOf, demandOpen, seatOf } from '../domain/record.ts';
import { insertHandover, saveHandover, waitingHandovers } from '../store/handover.ts';
import { lockRecord, saveRecord } from '../store/record.ts';
import { sealHandover } from './sealing.ts';
import { inOffice, whoActs } from './who-acts.ts';

/** Asks that one of the two seats goes to a colleague; the other person on the record decides. */
export async function handOver(
  work: Work,
  id: string,
  { seat, to, reason }: In<typeof handOverCare>['body'],
): Promise<{ ok: true }> {
  const { account, unit } = whoActs(work);
  const record = await asCare(work, () => lockRecord(work, id));
  if (seatOf(record, account) === null) refuse('platform.not_found');
  demandOpen(record);
  const colleagues = await inOffice(work, unit);
  if (seatOf(record, to) !== null || !colleagues.has(to)) refuse('care.colleague_unfit');
  const decider = deciderOf(record, account, to, new Set(colleagues.keys()));
  const handover = work.newId();
  const reasonEnc = sealHandover(work, handover, reason);
  const asked = { id: handover, record: id, seat, to, requestedBy: account, decider, reasonEnc };
  if (!(await asCare(work, () => insertHandover(work, asked)))) refuse('care.handover_waits');
  await notify(work, {
    to: { account: decider },
    kind: 'care.handover',
    zh: '有一份关爱记录的交接等您决定，请到“我的关爱记录”办理。',
    en: 'The hand-over of a special-care record waits for your decision: open "My special-care records".',
  });
  return { ok: true };
}

/** Decides about the hand-over that waits; nobody decides what they asked for. */
export async function decideHandover(work: Work, id: string, approve: boolean): Promise<{ ok: true }> {
  const { account, unit } = whoActs(work);
  const { record, waiting } = await asCare(work, async () => ({
    record: await lockRecord(work, id),
    waiting: (await waitingHandovers(work, [id]))[0],
  }));
  if (waiting === undefined || record.state !== 'open') return refuse('care.handover_gone');
  if (waiting.requestedBy === account) refuse('care.own_handover');
  const { to, seat } = waiting;
  if (approve && (seatOf(record, to) !== null || !(await inOffice(work, unit)).has(to)))
    refuse('care.colleague_unfit');
  await asCare(work, async () => {
    if (approve) await saveRecord(work, id, { seat: { seat, account: to } });
    await saveHandover(work, waiting.id, { by: account, approved: approve });
  });
  for (const one of new Set([waiting.requestedBy, ...(approve ? [to] : [])]))
    if (one !== account)
      await notify(work, {
        to: { account: one },
        kind: 'care.handover_decided',
        zh: '一份关爱记录的交接已有结果，请到“我的关爱记录”查看。',
        en: 'The hand-over of a special-care record was decided: open "My special-care records".',
      });
  return { ok: true };
}
