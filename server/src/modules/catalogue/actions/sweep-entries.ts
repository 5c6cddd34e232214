import { notify } from '#modules/notices';
import type { Work } from '#platform/work.ts';
import { lateDoubts, lateDuties, lateProposals, saveToldOf } from '../store/overdue.ts';
import { tellRole } from './names.ts';

const BATCH = 50;

/** Doubts, proposals and updates that are past their statutory time are told, once for each clock, and stay open. */
export async function sweepEntries(work: Work): Promise<number> {
  return (await sweepDoubts(work)) + (await sweepProposals(work)) + (await sweepDuties(work));
}

/** A doubt is verified, corrected and answered within ten work days (Order 809, art. 26). */
async function sweepDoubts(work: Work): Promise<number> {
  const late = await lateDoubts(work, BATCH);
  for (const { id, provider, by, zh, en } of late) {
    await saveToldOf(work, 'catalogue.doubt', id);
    const words = {
      kind: 'catalogue.doubt_overdue',
      zh: `「${zh}」的数据校核已超过 10 个工作日，尚未答复。`,
      en: `The doubt about “${en}” is past its ten work days and not answered.`,
    };
    for (const unit of new Set([provider, by])) await notify(work, { to: { unit }, ...words });
    await tellRole(work, 'leader', words);
  }
  return late.length;
}

/** An endorsed entry is reviewed and published within two work days (Order 809, art. 17). */
async function sweepProposals(work: Work): Promise<number> {
  const late = await lateProposals(work, BATCH);
  for (const { id, provider, zh, en } of late) {
    await saveToldOf(work, 'catalogue.proposal', id);
    const words = {
      kind: 'catalogue.proposal_overdue',
      zh: `目录提案「${zh}」送审已超过 2 个工作日，尚未发布或退回。`,
      en: `The proposal “${en}” is past its two work days, neither published nor sent back.`,
    };
    await tellRole(work, 'steward', words);
    await notify(work, { to: { unit: provider }, ...words });
    await tellRole(work, 'leader', words);
  }
  return late.length;
}

/** An entry is updated within ten work days of a change of law or duty (Order 809, art. 17). */
async function sweepDuties(work: Work): Promise<number> {
  const late = await lateDuties(work, BATCH);
  for (const { id, provider, zh, en } of late) {
    await saveToldOf(work, 'catalogue.update_duty', id);
    const words = {
      kind: 'catalogue.duty_overdue',
      zh: `「${zh}」的目录更新已超过期限，尚未提交。`,
      en: `The update of the entry “${en}” is past its time and not handed in.`,
    };
    await notify(work, { to: { unit: provider }, ...words });
    await tellRole(work, 'steward', words);
    await tellRole(work, 'leader', words);
  }
  return late.length;
}
