import type { RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import type { arbitrateShare, coordinateDispute } from '@fengqiao/contract/catalogue/request-acts.ts';
import { disputeDesks } from '@fengqiao/contract/catalogue/words.ts';
import type { In } from '@fengqiao/contract/route.ts';
import type { Work } from '#platform/work.ts';
import { notify } from '#modules/notices';
import * as rules from '../domain/dispute.ts';
import { desks, forumOf } from '../domain/judges.ts';
import { saveRequest, type Kept } from '../store/request.ts';
import { addStep } from '../store/request-steps.ts';
import { holdersOf } from '../store/staff.ts';
import { momentOf, move } from './answer.ts';
import { demandStillShared } from './findings.ts';
import { kindOf, tellRole } from './names.ts';
import { viewOfRequest, type Collections } from './view-request.ts';

/** The steps of a dispute 协商—协调—决定, each by its rule (Order 809, art. 28). */
export function disputesWith(collections: () => Collections) {
  const view = (work: Work, id: string): Promise<RequestView> => viewOfRequest(work, id, collections());
  return {
    dispute: async (work: Work, id: string, reason: string) => {
      await move(work, id, { act: 'dispute', text: reason, tell: 'provider' }, async (request, moment) =>
        rules.dispute(request, await forumFor(work, request), moment),
      );
      return view(work, id);
    },
    settle: async (work: Work, id: string, text: string) => {
      await move(work, id, { act: 'settle', text, tell: 'provider' }, rules.settle);
      return view(work, id);
    },
    coordinate: async (work: Work, id: string, said: In<typeof coordinateDispute>['body']) => {
      const { text } = said;
      const after = await move(
        work,
        id,
        { act: 'coordinate', text, tell: 'both' },
        async (request, moment) => {
          const coordinated = rules.coordinate(request, said, moment);
          if (said.agreed) await demandStillShared(work, request, said.fields);
          return coordinated;
        },
      );
      await hand(work, after);
      return view(work, id);
    },
    arbitrate: async (work: Work, id: string, said: In<typeof arbitrateShare>['body']) => {
      const { fields, text, decisionNo = null } = said;
      const words = decisionNo === null ? text : `${text}（${decisionNo}）`;
      await move(work, id, { act: 'arbitrate', text: words, tell: 'both' }, async (request, moment) => {
        const decided = rules.arbitrate(request, { fields, answer: text, decisionNo }, moment);
        await demandStillShared(work, request, fields);
        return decided;
      });
      return view(work, id);
    },
  };
}

async function forumFor(work: Work, { kind, requester, provider }: Kept) {
  return forumOf(kind, {
    requester: await kindOf(work, requester),
    provider: await kindOf(work, provider),
  });
}

/** What time does to a dispute: from negotiation to the sharing authority, from there to whoever decides. */
export async function passOn(work: Work, request: Kept): Promise<void> {
  const after: Kept = {
    ...request,
    ...rules.passOn(request, await hasCoordinator(work, request), momentOf(work)),
  };
  await saveRequest(work, after);
  await hand(work, after);
}

/** A dispute comes before those who judge it now; that it did is a step of its own, and both units are told. */
async function hand(work: Work, request: Kept): Promise<void> {
  const { id, no, state, dispute, forum, requester, provider } = request;
  if (forum === null || (dispute !== 'coordination' && dispute !== 'arbitration')) return;
  const act = dispute === 'coordination' ? 'to_coordination' : 'to_decision';
  await addStep(work, id, { act, text: null, before: state, after: state });
  await work.announce('share.moved', id, { act, state });
  const desk = disputeDesks[forum][dispute];
  const words = {
    kind: 'share.dispute',
    zh: `共享申请 ${no} 的争议：${desk.zh}。`,
    en: `The dispute about request ${no}: ${desk.en.toLowerCase()}.`,
  };
  await tellRole(work, desks[forum][dispute], words, [requester, provider]);
  for (const unit of [requester, provider]) await notify(work, { to: { unit }, ...words });
}

async function hasCoordinator(work: Work, { forum, requester, provider }: Kept): Promise<boolean> {
  if (forum === null) return false;
  const holders = await holdersOf(work, desks[forum].coordination);
  return holders.some(({ unit }) => unit !== requester && unit !== provider);
}
