import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { expectVersion, type Case } from '../domain/case.ts';
import { groundOf, type Ground } from '../domain/designation.ts';
import { decide, type Decision } from '../domain/dispatch.ts';
import { mustBeAbleToLead } from '../domain/duty.ts';
import { mustBeReasoned } from '../domain/return.ts';
import { isMandatory, REVISION_DAYS } from '../domain/revision.ts';
import { lockCase } from '../store/case.ts';
import { openClocks } from '../store/clock.ts';
import { hasFailed } from '../store/consultation.ts';
import { endRequest, returnsOf } from '../store/request.ts';
import { designationsSince, openRevision } from '../store/revision.ts';
import { stateOf } from './answer.ts';
import { whyOf } from './dispatch-case.ts';
import { give } from './give.ts';
import { questionOf } from './matter.ts';
import type { CoTask } from './tasks.ts';

type Given = {
  readonly lead: string;
  readonly reason: string;
  readonly tasks?: readonly CoTask[] | undefined;
  readonly version?: number | undefined;
};
type Cause = { readonly zh: string; readonly en: string };

/**
 * A named leader designates who leads 指定: when no row fits or the row leaves it to a leader, when a consultation failed, or
 * to settle an arbitration. It counts, and turns into a task to revise the list: rule by person becomes rule by text.
 */
export async function designate(
  work: Work,
  id: string,
  { lead, reason, tasks = [], version }: Given,
): Promise<CaseState> {
  if (work.actor.role !== 'leader') refuse('cases.only_leader_designates');
  mustBeReasoned(reason);
  const theCase = await lockCase(work, id);
  expectVersion(theCase, version);
  const arbitrated = (await openClocks(work, id, ['arbitration'])).length > 0;
  const question = await questionOf(work, theCase);
  const decision = decide(question.list, question.units, question.matter);
  const ground = groundOf({
    ...theCase,
    arbitrated,
    failed: await hasFailed(work, theCase),
    basis: decision.basis,
  });
  const cause = causeOf(ground, decision);
  mustBeAbleToLead(
    question.rows,
    question.matter,
    question.units.get(lead) ?? refuse('cases.unknown_unit', { unit: lead }),
  );
  const row = theCase.rowKey === null ? null : (question.list.byKey.get(theCase.rowKey) ?? null);
  const why = {
    ...whyOf(decision),
    rowKey: null,
    whyZh: `${cause.zh}，由领导指定：${reason}`,
    whyEn: `${cause.en}; designated by a leader: ${reason}`,
    reason,
    leader: work.actor.name,
    arbitrated,
  };
  const given = await give(work, theCase, question, {
    lead,
    basis: 'designated',
    why,
    row,
    tasks,
    act: 'designate',
  });
  await settle(work, theCase, lead, reason);
  await askRevision(work, given, cause);
  return stateOf(given);
}

const causeOf = (ground: Ground, { whyZh, whyEn }: Decision): Cause => {
  if (ground === 'no_row') return { zh: whyZh, en: whyEn };
  return ground === 'arbitration'
    ? { zh: '仲裁裁定', en: 'Settled by arbitration' }
    : { zh: '商定不成', en: 'The consultation failed' };
};

/** The returns that waited for the arbitration end with it: granted when the case goes elsewhere. */
async function settle(work: Work, theCase: Case, lead: string, reason: string): Promise<void> {
  for (const request of await returnsOf(work, theCase)) {
    if (request.state === 'pending')
      await endRequest(work, request.id, lead === theCase.lead ? 'rejected' : 'approved', reason);
  }
}

async function askRevision(work: Work, given: Case, cause: Cause): Promise<void> {
  const type = given.type ?? '';
  const since = new Date(work.now.getTime() - REVISION_DAYS * 86_400_000);
  const count = await designationsSince(work, type, since);
  const mandatory = isMandatory(count);
  const reasonZh = mandatory
    ? `${REVISION_DAYS} 天内第 ${count} 次由领导指定（${cause.zh}），须修订清单`
    : `由领导指定承办：${cause.zh}`;
  const reasonEn = mandatory
    ? `Designated ${count} times in ${REVISION_DAYS} days (${cause.en}); the list must be revised`
    : `Designated by a leader: ${cause.en}`;
  const revision = await openRevision(work, { type, caseId: given.id, mandatory, reasonZh, reasonEn });
  await work.announce('list.revision_asked', revision, { type, mandatory, count, caseId: given.id });
}
