import { askVerification } from '@fengqiao/contract/cases/intake.ts';
import { takeReport } from '@fengqiao/contract/cases.ts';
import type { Platform } from '#platform/serve.ts';
import { withWork } from '#platform/work.ts';
import { Hands, type Now } from '../life/hand.ts';
import { minutes } from '../life/hours.ts';
import { seatOf } from '../retention/people.ts';
import { housesOf } from './live.ts';

/** Of the tour's worker, so that their day has something in it. */
const GRID = 'c01-g01';

const calls = [
  { ago: 95, text: '三楼楼道灯坏了两天，晚上老人下楼看不清。' },
  { ago: 60, text: '门口路沿石松动，推婴儿车过不去。' },
  { ago: 25, text: '楼下有人把电动车停在消防通道上，充电线从窗户拉下来。' },
] as const;

/** What residents phoned about a short while ago, and intake sent to the grid to be looked at. */
export async function liveToday(platform: Platform, street: string): Promise<void> {
  const now = platform.clock();
  const clock: Now = { at: now };
  const hands = new Hands(platform, clock);
  const asStreet = { service: 'system', street } as const;
  const { intake, houses } = await withWork(platform, asStreet, now, 'write', async (work) => ({
    intake: await seatOf(work, 'intake', 1),
    houses: await housesOf(work, GRID),
  }));
  for (const [n, { ago, text }] of calls.entries()) {
    const house = houses[n * 3];
    if (house === undefined) continue;
    clock.at = new Date(now.getTime() - minutes(ago));
    const { caseId } = await hands.do(intake, takeReport, { body: { channel: 'phone', text, ...house } });
    clock.at = new Date(now.getTime() - minutes(ago - 4));
    await hands.do(intake, askVerification, { params: { id: caseId }, body: { unit: GRID } });
  }
}
