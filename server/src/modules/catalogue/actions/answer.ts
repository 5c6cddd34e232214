import type { RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import { requestActs, type RefusalGround, type RequestAct } from '@fengqiao/contract/catalogue/words.ts';
import { deadline, unitsBetween } from '#platform/calendar/deadline.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { notify } from '#modules/notices';
import * as rules from '../domain/request.ts';
import { lockRequest, saveRequest, type Kept } from '../store/request.ts';
import { addStep } from '../store/request-steps.ts';
import { findResource } from '../store/resource.ts';
import { demandStillShared, findingsAnew } from './findings.ts';
import { unitNames } from './names.ts';
import { viewOfRequest, type Collections } from './view-request.ts';

type Move = {
  readonly act: RequestAct;
  readonly text: string | null;
  /** Whom it is told; `others` are those of the two units who did not do it themselves. */
  readonly tell?: 'requester' | 'provider' | 'both' | 'others';
};
type Rule = (request: Kept, moment: rules.Moment) => Rules | Promise<Rules>;
type Rules = rules.Request & Partial<Pick<Kept, 'asked' | 'findings'>>;

export const momentOf = (work: Work): rules.Moment => ({
  by: { account: work.actor.account, unit: work.actor.unit, role: work.actor.role },
  now: work.now,
  inWorkDays: (days) => deadline(work.calendar, { unit: 'work_day', value: days, start: work.now }),
});

/** Lock, decide by the rule, save, write the step down, tell the other side. */
export async function move(work: Work, id: string, how: Move, rule: Rule): Promise<Kept> {
  const before = await lockRequest(work, id);
  const after: Kept = { ...before, ...(await rule(before, momentOf(work))) };
  await saveRequest(work, after);
  await addStep(work, id, { act: how.act, text: how.text, before: before.state, after: after.state });
  await work.announce('share.moved', id, { act: how.act, state: after.state });
  await tell(work, after, how);
  return after;
}

async function tell(work: Work, request: Kept, { act, text, tell: whom }: Move): Promise<void> {
  if (whom === undefined) return;
  const { no, requester, provider, approvedBy } = request;
  const names = await unitNames(work);
  const who = names.of(work.actor.unit ?? provider);
  const told = {
    requester: [requester],
    provider: [provider],
    both: [requester, provider],
    others: [requester, provider].filter((unit) => unit !== work.actor.unit),
  }[whom];
  // What its own unit never approved, nobody else has seen.
  for (const unit of told.filter((one) => one === requester || approvedBy !== null))
    await notify(work, {
      to: { unit },
      kind: `share.${act}`,
      zh: `共享申请 ${no}：${who.zh}${requestActs[act].zh}${text === null ? '' : `。${text}`}`,
      en: `Request ${no}: ${who.en} ${requestActs[act].en}${text === null ? '' : `. ${text}`}`,
    });
}

/** The acts on a request, each by its rule; what they answer is the request as the actor then sees it. */
export function answersWith(collections: () => Collections) {
  const moved = async (work: Work, id: string, how: Move, rule: Rule): Promise<RequestView> => {
    await move(work, id, how, rule);
    return viewOfRequest(work, id, collections());
  };
  return {
    approve: (work: Work, id: string) =>
      moved(work, id, { act: 'approve', text: null, tell: 'provider' }, async (request, moment) =>
        rules.approve(request, await isUnconditional(work, request), moment),
      ),
    withdraw: (work: Work, id: string, reason: string) =>
      moved(work, id, { act: 'withdraw', text: reason, tell: 'provider' }, rules.withdraw),
    askSupplement: (work: Work, id: string, missing: string) =>
      moved(work, id, { act: 'ask_supplement', text: missing, tell: 'requester' }, (request, moment) =>
        rules.askSupplement(request, missing, daysLeft(work, request), moment),
      ),
    supply: (work: Work, id: string, said: Pick<Kept['asked'], 'basis' | 'scenario' | 'scope'>) =>
      moved(work, id, { act: 'supply', text: said.basis, tell: 'provider' }, async (request, moment) => {
        const after = { ...request, ...rules.supply(request, moment), asked: { ...request.asked, ...said } };
        return { ...after, findings: await findingsAnew(work, after) };
      }),
    extend: (work: Work, id: string, workDays: number, reason: string) =>
      moved(work, id, { act: 'extend', text: reason, tell: 'both' }, (request, moment) =>
        rules.extend(request, longer(work, request, workDays), moment),
      ),
    grant: (work: Work, id: string, fields: readonly string[], answer: string) =>
      moved(work, id, { act: 'grant', text: answer, tell: 'requester' }, async (request, moment) => {
        const after = rules.grant(request, fields, answer, moment);
        await demandStillShared(work, request, fields);
        return after;
      }),
    refuse: (work: Work, id: string, ground: RefusalGround, answer: string) =>
      moved(work, id, { act: 'refuse', text: answer, tell: 'requester' }, (request, moment) =>
        rules.decline(request, ground, answer, moment),
      ),
    deliver: (work: Work, id: string, delivery: string) =>
      moved(work, id, { act: 'deliver', text: delivery, tell: 'requester' }, (request, moment) =>
        rules.deliver(request, delivery, moment),
      ),
    suspend: (work: Work, id: string, reason: string) =>
      moved(work, id, { act: 'suspend', text: reason, tell: 'others' }, rules.suspend),
    resume: (work: Work, id: string, reason: string) =>
      moved(work, id, { act: 'resume', text: reason, tell: 'others' }, rules.resume),
    terminate: (work: Work, id: string, reason: string) =>
      moved(work, id, { act: 'terminate', text: reason, tell: 'others' }, rules.terminate),
    dispose: (work: Work, id: string, how: string) =>
      moved(work, id, { act: 'dispose', text: how, tell: 'provider' }, rules.dispose),
  };
}

async function isUnconditional(work: Work, { resource }: Kept): Promise<boolean> {
  return resource !== null && (await findResource(work, resource)).content.shareType === 'unconditional';
}

/** Whole work days until the answer is due, one at least. */
function daysLeft({ calendar, now }: Work, { dueAt }: Kept): number {
  if (dueAt === null || dueAt <= now) return 1;
  return Math.max(1, Math.floor(unitsBetween(calendar, { unit: 'work_day' }, now, dueAt)));
}

/** More work days counted from when the answer was due. */
function longer({ calendar }: Work, { dueAt, state }: Kept, workDays: number) {
  if (dueAt === null) refuse('catalogue.not_waiting', { state });
  return deadline(calendar, { unit: 'work_day', value: workDays, start: dueAt });
}
