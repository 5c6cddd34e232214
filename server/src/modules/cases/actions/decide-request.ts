import type { RequestView } from '@fengqiao/contract/cases/beside.ts';
import type { RequestKind } from '@fengqiao/contract/cases/words.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { touched, type Case } from '../domain/case.ts';
import type { SideRequest } from '../store/beside.ts';
import { saveCase } from '../store/case.ts';
import { stopClocks } from '../store/clock.ts';
import { lockCaseOf } from '../store/of-case.ts';
import { endRequest, lockRequest } from '../store/request.ts';
import { changeType } from './change-type.ts';
import { decideReturn } from './decide-return.ts';
import { escalate } from './escalate.ts';
import { extend } from './extend.ts';
import { hold } from './hold.ts';
import { terminate } from './terminate.ts';
import { mayDecide, viewOfRequest } from './view-beside.ts';
import { voidCase } from './void-case.ts';

type Effect = (work: Work, theCase: Case, request: SideRequest, note: string) => Promise<void>;

/** What approving each kind of request does to the case. */
const effects: Readonly<Record<Exclude<RequestKind, 'return'>, Effect>> = {
  extension: extend,
  hold,
  void: voidCase,
  escalation: escalate,
  type_change: changeType,
  termination: terminate,
};

/** Approves or rejects a side request; never by whoever asked, and only by the posts its kind names. */
export async function decideRequest(
  work: Work,
  id: string,
  { approved, note }: { approved: boolean; note: string },
): Promise<RequestView> {
  const theCase = await lockCaseOf(work, 'side_request', id);
  const request = await lockRequest(work, id);
  if (request.asked_by === work.actor.account) refuse('cases.decider_is_asker');
  if (!mayDecide(work.actor, request)) refuse('cases.may_not_decide', { kind: request.kind });
  const kind = fromJson<RequestKind>(request.kind);
  const ended = await endRequest(work, id, approved ? 'approved' : 'rejected', note);
  await stopClocks(work, theCase.id, ['request_decision', 'return_decision'], id);
  if (kind === 'return') await decideReturn(work, request, approved, note);
  else if (approved) await effects[kind](work, theCase, request, note);
  else
    await saveCase(work, theCase, touched(theCase, work.now), {
      kind: `${kind}_rejected`,
      facts: { note, unit: request.unit },
      event: 'case.request_rejected',
    });
  return viewOfRequest(work.actor, ended);
}

/** Takes one's own request back. */
export async function withdrawRequest(work: Work, id: string): Promise<RequestView> {
  const theCase = await lockCaseOf(work, 'side_request', id);
  const request = await lockRequest(work, id);
  if (request.asked_by !== work.actor.account) refuse('platform.not_found');
  await stopClocks(work, theCase.id, ['request_decision', 'return_decision'], id);
  await saveCase(work, theCase, touched(theCase, work.now), {
    kind: 'withdraw_request',
    facts: { kind: request.kind },
  });
  return viewOfRequest(work.actor, await endRequest(work, id, 'withdrawn', null));
}
