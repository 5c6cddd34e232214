import type { HoldView } from '@fengqiao/contract/cases/beside.ts';
import type { HoldReason } from '@fengqiao/contract/cases/words.ts';
import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accountOf, mustHold } from '../domain/acting.ts';
import { after, touched, type Case } from '../domain/case.ts';
import { pauseClock } from '../domain/clock/change.ts';
import { pausedSince } from '../domain/clock/clock.ts';
import {
  hasAhead,
  LEADER_DAYS,
  mustBeForDistrict,
  mustBePlan,
  planDays,
  REVIEW_DAYS,
  type Plan,
} from '../domain/hold.ts';
import type { SideRequest } from '../store/beside.ts';
import { saveCase } from '../store/case.ts';
import { addClock, openClocks, saveClock, stopClocks } from '../store/clock.ts';
import {
  addHold,
  addMilestones,
  capOf,
  lockHold,
  lockMilestone,
  milestonesOf,
  passMilestoneRow,
  reviewedHold,
} from '../store/hold.ts';
import { lockCaseOf } from '../store/of-case.ts';
import { takeEvidence } from './evidence.ts';
import { endTheHold } from './resume.ts';
import { viewOfHold } from './view-beside.ts';

type Asked = {
  reasonCode: HoldReason;
  reason: string;
  plan: string;
  toldHow: string;
  toldAt: string;
  milestones: Plan;
};

/** Puts an approved case on hold: its clocks stand still, its milestones and reviews begin; held is never counted as closed. */
export async function hold(work: Work, theCase: Case, request: SideRequest, note: string): Promise<void> {
  const asked = fromJson<Asked>(request.facts);
  mustBePlan(asked.milestones, work.now, await capOf(work, theCase));
  if (planDays(asked.milestones, work.now) > LEADER_DAYS && work.actor.role !== 'leader')
    refuse('cases.may_not_decide', { days: LEADER_DAYS });
  const held = after(theCase, 'hold', work.now);
  for (const open of await openClocks(work, theCase.id, ['overall', 'task', 'contact'])) {
    if (pausedSince(open.clock) === null)
      await saveClock(work, {
        ...open,
        clock: pauseClock(open.clock, {
          at: work.now,
          reason: `挂账：${asked.reason}`,
          approver: accountOf(work.actor),
        }),
      });
  }
  const id = await addHold(work, theCase, { ...asked, toldAt: new Date(asked.toldAt) });
  await addClock(work, theCase, {
    kind: 'review',
    owner: 'centre',
    subject: id,
    unit: 'calendar_day',
    value: REVIEW_DAYS,
  });
  await saveCase(work, theCase, held, {
    kind: 'hold',
    public: true,
    facts: {
      reasonCode: asked.reasonCode,
      reason: asked.reason,
      plan: asked.plan,
      milestones: asked.milestones,
      note,
    },
    event: 'case.held',
  });
}

/** A milestone of a hold is reached. */
export async function passMilestone(
  work: Work,
  id: string,
  given: { note: string; evidence?: readonly EvidenceGiven[] | undefined },
): Promise<HoldView> {
  const theCase = await lockCaseOf(work, 'milestone', id);
  const milestone = await lockMilestone(work, id);
  mustHold(work.actor, theCase);
  const held = await lockHold(work, milestone.hold);
  if (held.ended_at !== null || milestone.done_at !== null) refuse('cases.not_held');
  await takeEvidence(work, theCase, { stage: 'hold' }, given.evidence ?? []);
  await passMilestoneRow(work, id, given.note);
  await saveCase(work, theCase, touched(theCase, work.now), {
    kind: 'milestone',
    public: true,
    facts: { title: milestone.title, note: given.note },
    event: 'case.milestone',
  });
  return viewOfHold(held, await milestonesOf(work, held.id));
}

type Review = { goOn: boolean; note: string; milestones?: Plan | undefined };

/** The centre's 30-day look at a hold: it goes on, with new milestones where the old ones are used up, or it ends. */
export async function reviewHold(
  work: Work,
  id: string,
  { goOn, note, milestones }: Review,
): Promise<HoldView> {
  const theCase = await lockCaseOf(work, 'hold', id);
  const held = await lockHold(work, id);
  if (held.ended_at !== null || theCase.state !== 'held') refuse('cases.not_held');
  if (goOn) mustBeForDistrict(work.actor.role, held.cap_at, work.now);
  await stopClocks(work, theCase.id, ['review'], id);
  if (!goOn) {
    await endTheHold(work, theCase, note);
    return viewOfHold({ ...held, ended_at: work.now, ended_why: note }, await milestonesOf(work, id));
  }
  if (milestones) {
    mustBePlan(milestones, work.now, work.now < held.cap_at ? held.cap_at : undefined);
    await addMilestones(work, held, milestones);
  }
  const { milestones: ahead } = viewOfHold(held, await milestonesOf(work, id));
  if (!hasAhead(ahead, work.now)) refuse('cases.hold_needs_plan');
  await reviewedHold(work, id);
  await addClock(work, theCase, {
    kind: 'review',
    owner: 'centre',
    subject: id,
    unit: 'calendar_day',
    value: REVIEW_DAYS,
  });
  await saveCase(work, theCase, touched(theCase, work.now), {
    kind: 'review_hold',
    public: true,
    facts: { note },
    event: 'case.hold_reviewed',
  });
  return viewOfHold(await lockHold(work, id), await milestonesOf(work, id));
}
