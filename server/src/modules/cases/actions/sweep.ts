import type { Work } from '#platform/work.ts';
import { seenBy } from '../domain/acting.ts';
import { touched, type Case } from '../domain/case.ts';
import { markLate } from '../domain/clock/lateness.ts';
import { dueSteps, ladderOf, ladderTimes, type LadderTime } from '../domain/ladder.ts';
import { clockKinds } from '@fengqiao/contract/cases/words.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { dueClocks, saveClock, type CaseClock } from '../store/clock.ts';
import { cappedHolds, lockHold, markEscalated } from '../store/hold.ts';
import { laddersSet } from '../store/ladder.ts';
import { addSupervision, districtSeat } from '../store/supervision.ts';

const BATCH = 200;

/**
 * Takes the ladder steps that are due 四级监督: 75 % reminder, 100 % community, 150 % centre with an order, 200 % district.
 * Each is an activity and a supervision, never a silent flag. Locks skip what another process has in hand.
 */
export async function sweepClocks(work: Work): Promise<number> {
  let taken = 0;
  for (const found of await dueClocks(work, BATCH)) taken += await step(work, found);
  return taken;
}

async function step(work: Work, found: CaseClock): Promise<number> {
  const clock = markLate(found.clock, work.now);
  const ladder = ladderOf(await laddersSet(work), found.grade, clock.startedAt);
  const times = ladderTimes(clock, work.calendar, ladder);
  const steps = dueSteps(clock, times, work.now, found.step);
  await saveClock(work, { ...found, clock, step: found.step + steps.length });
  if (steps.length === 0) return 0;
  const theCase = await lockCase(work, found.caseId);
  const told: { level: number; unit: string; share: number }[] = [];
  for (const one of steps) told.push(await tellLevel(work, theCase, found, one));
  const overallLate =
    found.clock.kind === 'overall' && clock.lateSince !== null
      ? { lateSince: theCase.lateSince ?? clock.lateSince }
      : {};
  const swept = touched(theCase, work.now, {
    ...overallLate,
    seenBy: seenBy(theCase, [...theCase.seenBy, ...told.map((one) => one.unit)]),
  });
  await saveCase(work, theCase, swept, {
    kind: 'ladder',
    facts: { clock: clock.kind, owner: found.owner, steps: told },
    event: 'case.ladder',
  });
  return steps.length;
}

const levels = { grid: 1, community: 2, centre: 3, district: 4 } as const;

async function tellLevel(work: Work, theCase: Case, { id, clock, owner }: CaseClock, due: LadderTime) {
  const level = levels[due.level];
  const whose = clock.kind === 'overall' ? theCase.lead : owner;
  const unit = due.level === 'district' ? await districtSeat(work) : unitAt(theCase, whose, due);
  const percent = Math.round(due.share * 100);
  const name = clockKinds[clock.kind].zh;
  const text =
    due.share < 1
      ? `${name}时限已用 ${percent}%，请抓紧`
      : `${name}时限已达 ${percent}%，已超期${due.order ? '，请说明原因并答复' : ''}`;
  const kind = due.order ? 'order' : due.share < 1 ? 'reminder' : 'notice';
  await addSupervision(work, theCase, { level, unit, kind, text, clock: id, byLadder: true });
  return { level, unit, share: due.share };
}

/** Whom a step is for: the unit whose time runs; the community of the place, unless the matter is hidden from it; for the centre's order again the unit, which must answer. */
function unitAt(theCase: Case, owner: string | null, due: LadderTime): string {
  const responsible = owner ?? theCase.lead ?? 'centre';
  if (due.level === 'grid')
    return responsible === theCase.lead ? (theCase.holder ?? responsible) : responsible;
  if (due.level === 'community') return theCase.sensitive ? responsible : (theCase.community ?? responsible);
  return responsible;
}

/** Holds past 180 days go to the district; the case stays held and stays counted. */
export async function sweepHolds(work: Work): Promise<number> {
  const capped = await cappedHolds(work, BATCH);
  for (const { id, case_id: caseId } of capped) {
    const theCase = await lockCase(work, caseId);
    const held = await lockHold(work, id);
    if (held.ended_at !== null || held.escalated_at !== null) continue;
    await markEscalated(work, held.id);
    const seat = await districtSeat(work);
    await addSupervision(work, theCase, {
      level: 4,
      unit: seat,
      kind: 'order',
      text: '挂账已满 180 天，提级办理',
      clock: null,
      byLadder: true,
    });
    const raised = touched(theCase, work.now, {
      seenBy: seenBy(theCase, [...theCase.seenBy, seat]),
    });
    await saveCase(work, theCase, raised, {
      kind: 'hold_capped',
      public: true,
      facts: { since: held.since, cap: held.cap_at, to: seat },
      event: 'case.escalated',
    });
  }
  return capped.length;
}
