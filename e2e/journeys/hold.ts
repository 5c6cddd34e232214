import type { Locator, Page } from 'playwright-core';
import * as hands from '../hands/case.ts';
import { verify } from '../hands/field.ts';
import { report, type Told } from '../hands/phone.ts';
import { at, card, choose, drawer, press, send } from '../hands/workbench.ts';
import type { Journey, Lane } from '../house.ts';

const PLAN = '先在岗值守，两个月内把固定摊位安置到市场二楼';
const MILESTONE = '与市场签订摊位协议';

/** 挂账: what cannot be done at once waits with a plan, everybody told, and is never counted as closed. */
export const hold: Journey = {
  name: 'a hold is asked with plan and milestones, approved by the centre, told to the resident, ticked off and released',
  go: async (lane) => {
    const phone = await lane.enter({ role: 'resident', phone: true });
    const told = await report(phone, lane, '每天早上都有流动早餐车堵在桥头，劝走又来');
    await hands.sendToVerify(lane, told);
    await verify(lane, told);
    await hands.register(lane, told, '02001');
    await hands.dispatch(lane, told);
    await hands.acknowledge(lane, told);
    await ask(lane, told);
    await approve(lane, told);
    await phone.goto(`${lane.base}/progress/${told.report}`);
    await phone.getByRole('heading', { name: '挂账：一时解决不了' }).waitFor();
    await phone.getByText(PLAN).waitFor();
    await phone.getByText(MILESTONE).waitFor();
    await release(lane, told);
    await phone.reload();
    await phone.getByText('处置中').first().waitFor();
  },
};

async function ask(lane: Lane, { id }: Told): Promise<void> {
  const page = await at(lane, 'department', `/handling?case=${id}`);
  const asked = await press(page, '申请挂账');
  await choose(asked, '挂账原因', '需查找或协商权利人');
  await asked.getByLabel('理由').fill('摊主无处经营，需协调安置');
  await asked.getByLabel('解决方案').fill(PLAN);
  await asked.getByLabel('如何告知居民').fill('上午十点电话告知，下一节点是签协议');
  await asked.getByLabel('节点', { exact: true }).fill(MILESTONE);
  await pickDay(asked, 20);
  await send(asked, '申请挂账');
  await page.close();
}

/** Types the day and takes it from the calendar that opens there. */
async function pickDay(within: Locator, days: number): Promise<void> {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await within.getByLabel('完成日期').fill(day);
  await within.page().locator(`.ant-picker-cell[title="${day}"]`).click();
}

async function approve(lane: Lane, { no }: Told): Promise<void> {
  const page: Page = await at(lane, 'supervisor', '/requests?kind=hold');
  await card(page, no).getByRole('button', { name: '审批' }).click();
  await drawer(page).getByText('同意', { exact: true }).click();
  await drawer(page).getByLabel('审批意见').fill('方案可行，按节点推进');
  await send(drawer(page), '审批');
  await page.close();
}

/** The department ticks off its milestone, and the hold ends. */
async function release(lane: Lane, { id, no }: Told): Promise<void> {
  const page = await at(lane, 'department', '/holds');
  await card(page, no).getByRole('button', { name: '节点已完成' }).click();
  await drawer(page).getByLabel('说明', { exact: true }).fill('协议已签，三户搬入二楼');
  await send(drawer(page), '节点已完成');
  await card(page, no).getByText('协议已签，三户搬入二楼').waitFor();
  await page.goto(`${lane.base}/console/cases/${id}`);
  const resumed = await press(page, '解除挂账');
  await resumed.getByLabel('理由').fill('摊主已安置，可以办结');
  await send(resumed, '解除挂账');
  await page.close();
}
