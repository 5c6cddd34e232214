import { notify } from '#modules/notices';
import type { Work } from '#platform/work.ts';
import * as rules from '../domain/request.ts';
import { dueRequests, saveRequest, saveTold, type Kept } from '../store/request.ts';
import { addStep } from '../store/request-steps.ts';
import { passOn } from './dispute.ts';
import { tellRole } from './names.ts';

const BATCH = 50;

/**
 * What time does to requests: an answer or a delivery that is overdue is told to both units and to the leaders, once for
 * each clock, and stays open; a negotiation or a coordination that ran out goes on; a share ends with its term.
 */
export async function sweepRequests(work: Work): Promise<number> {
  const due = await dueRequests(work, BATCH);
  for (const request of due) await pass(work, request);
  return due.length;
}

async function pass(work: Work, request: Kept): Promise<void> {
  const { now } = work;
  if (request.state === 'active' || request.state === 'suspended') {
    if (request.until < now) return expire(work, request);
  }
  const disputed = request.dispute === 'negotiating' || request.dispute === 'coordination';
  if (disputed && request.disputeDueAt !== null && request.disputeDueAt < now) return passOn(work, request);
  return tellOverdue(work, request);
}

async function expire(work: Work, request: Kept): Promise<void> {
  const after: Kept = { ...request, ...rules.expire(request) };
  await saveRequest(work, after);
  await addStep(work, request.id, { act: 'expire', text: null, before: request.state, after: after.state });
  await work.announce('share.moved', request.id, { act: 'expire', state: after.state });
  await notify(work, {
    to: { unit: request.requester },
    kind: 'share.expire',
    zh: `共享 ${request.no} 已到期，请销毁所取得的数据并在系统中确认。`,
    en: `Share ${request.no} has ended with its term; dispose of the data and confirm it here.`,
  });
}

async function tellOverdue(work: Work, { id, no, state, provider, requester }: Kept): Promise<void> {
  await saveTold(work, id);
  const words =
    state === 'granted'
      ? {
          zh: `共享申请 ${no} 已同意，但超过法定时限尚未提供数据；申请单位可提出争议。`,
          en: `Request ${no} was granted, but its data is past the statutory time of delivery; the asking unit may dispute it.`,
        }
      : {
          zh: `共享申请 ${no} 已超过法定时限，尚未答复；逾期不视为同意，申请单位可提出争议。`,
          en: `Request ${no} is past its statutory time and not answered; silence is not consent, and the asking unit may dispute it.`,
        };
  for (const unit of [provider, requester])
    await notify(work, { to: { unit }, kind: 'share.overdue', ...words });
  await tellRole(work, 'leader', { kind: 'share.overdue', ...words });
}
