import type { Page } from 'playwright-core';
import { demand } from '../demand.ts';
import { prove } from '../hands/prove.ts';
import { at, drawer } from '../hands/workbench.ts';
import type { Journey, Lane } from '../house.ts';

const WHY = '独居老人两天没有应门，邻居报警，需要联系家属';
const NOTE = '确有警情，查看必要，已回访报警人。';

/** 应急查看: one person beyond one's reach for half an hour, in sight all the while, and looked at afterwards by somebody else. */
export const breakGlass: Journey = {
  name: 'in an emergency the intake opens one person for half an hour, ends it, and the privacy officer reviews it',
  go: async (lane) => {
    const who = await somebody(lane);
    const page = await at(lane, 'intake', '/emergency');
    await open(page, lane, who);
    await look(page, lane);
    await page.getByRole('button', { name: '结束' }).click();
    await page.getByRole('button', { name: '开启应急查看' }).waitFor();
    demand((await page.getByRole('timer').count()) === 0, 'the bar stays after the end');
    await page.close();
    await review(lane);
  },
};

/** The number of somebody of the registry, as the steward may see it; whoever calls for help would tell it. */
async function somebody(lane: Lane): Promise<string> {
  const page = await at(lane, 'steward', '/people');
  const ask = async <T>(path: string, data: object): Promise<T> => {
    const reply = await page.request.post(`${lane.base}/api/registry/people/${path}`, { data });
    demand(reply.ok(), `the steward was answered with ${reply.status()}`);
    return reply.json();
  };
  const { items } = await ask<{ items: { id: string }[] }>('search', {
    purpose: 'register',
    community: 'c01',
    limit: 5,
  });
  // A baby has no number yet.
  for (const { id } of items) {
    const { values } = await ask<{ values: { value: string | null }[] }>(`${id}/reveal`, {
      purpose: 'register',
      reason: '走访核对',
      fields: ['idNumber'],
    });
    const number = values[0]?.value ?? '';
    if (number === '') continue;
    await page.close();
    return number;
  }
  throw new Error('nobody of the community has a number');
}

async function open(page: Page, lane: Lane, idNumber: string): Promise<void> {
  await page.getByLabel('证件号码').fill(idNumber);
  await page.getByText('老人、儿童走失').click();
  await page.getByLabel('发生了什么、为什么要看').fill(WHY);
  await page.getByRole('button', { name: '开启应急查看' }).click();
  await prove(page, lane);
  await page
    .getByRole('timer')
    .getByText(/剩余 (30:00|29:\d\d)/)
    .waitFor();
}

/** A fact is shown for half a minute, and the bar goes along to other screens. */
async function look(page: Page, lane: Lane): Promise<void> {
  await page.getByRole('button', { name: '显示联系电话' }).click();
  await page.getByText(/\d+ 秒后重新遮住/).waitFor();
  await page.goto(`${lane.base}/console/messages`);
  await page.getByRole('timer').waitFor();
  await page.getByRole('link', { name: '查看', exact: true }).click();
  await page.getByRole('region', { name: '正在应急查看的人' }).getByText(WHY).waitFor();
}

async function review(lane: Lane): Promise<void> {
  const page = await at(lane, 'privacy', '/privacy?part=glass');
  const use = page.getByRole('listitem').filter({ hasText: WHY }).first();
  await use.getByText(/最晚 .+ 复核/).waitFor();
  await use.getByRole('button', { name: '复核' }).click();
  await drawer(page).getByText('正当', { exact: true }).click();
  await drawer(page).getByLabel('核查情况').fill(NOTE);
  await drawer(page).getByRole('button', { name: '复核', exact: true }).click();
  await drawer(page).waitFor({ state: 'hidden' });
  await use.getByText(NOTE).waitFor();
  await page.close();
}
