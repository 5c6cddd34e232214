import type { Page } from 'playwright-core';
import * as hands from '../hands/case.ts';
import { verify } from '../hands/field.ts';
import { report, type Told } from '../hands/phone.ts';
import { at, drawer } from '../hands/workbench.ts';
import { demand } from '../demand.ts';
import type { Journey, Lane } from '../house.ts';

const DOUBT = '我的事已经说清楚了，为什么还要看我的电话';
const ANSWER = '该次查看没有必要，已提醒当事人，感谢您的监督。';

/** 谁看过我的信息: a look is on record, can be doubted past the unit in question, and the record itself can be verified. */
export const privacy: Journey = {
  name: 'a resident reads who looked, doubts a look, the officer upholds it past the unit, and the auditor verifies the seal',
  go: async (lane) => {
    const phone = await lane.enter({ role: 'resident', phone: true });
    const told = await report(phone, lane, '小区门口路灯不亮，晚上看不清台阶');
    await hands.sendToVerify(lane, told);
    await verify(lane, told);
    await hands.register(lane, told, '02001');
    await look(lane, told);
    await doubt(phone, lane);
    await unitSeesNothing(lane);
    await decide(lane);
    await phone.goto(`${lane.base}/privacy`);
    await phone.getByText(ANSWER).first().waitFor();
    await phone
      .getByText(/查看人：/)
      .first()
      .waitFor();
    await verifySeal(lane);
  },
};

/** Somebody of the intake looks at the reporter's phone for the case. */
async function look(lane: Lane, { id, report }: Told): Promise<void> {
  const page = await at(lane, 'intake', `/cases/${id}`);
  const seen = await page.request.post(`${lane.base}/api/cases/${id}/reporter`, {
    data: { report, purpose: 'contact' },
  });
  demand(seen.ok(), `the look was answered with ${seen.status()}`);
  await page.close();
}

async function doubt(phone: Page, lane: Lane): Promise<void> {
  await phone.goto(`${lane.base}/privacy`);
  const newest = phone
    .getByRole('region', { name: '全部查看' })
    .getByRole('listitem')
    .filter({ hasText: '为办理您的诉求' })
    .first();
  await newest.getByText('受理员').waitFor();
  await newest.getByRole('button', { name: '这不对劲' }).click();
  await newest.getByLabel('哪里不对劲').fill(DOUBT);
  await newest.getByRole('button', { name: '提交疑问' }).click();
  const doubts = phone.getByRole('region', { name: '我的疑问' });
  await doubts.getByRole('listitem').filter({ hasText: DOUBT }).first().getByText('已收到').waitFor();
}

/** Neither the list nor the navigation of the one who looked knows of it. */
async function unitSeesNothing(lane: Lane): Promise<void> {
  const page = await at(lane, 'intake', '/');
  const asked = await page.request.get(`${lane.base}/api/privacy/tickets?state=open`);
  demand(asked.status() === 403, `the unit in question was answered with ${asked.status()}`);
  demand(
    (await page.getByRole('link', { name: '隐私投诉' }).count()) === 0,
    'the desk stands in their navigation',
  );
  await page.close();
}

async function decide(lane: Lane): Promise<void> {
  const page = await at(lane, 'privacy', '/privacy');
  const ticket = page.getByRole('listitem').filter({ hasText: DOUBT }).first();
  await ticket.getByRole('button', { name: '确认收到' }).click();
  await ticket.getByText('正在核查').waitFor();
  await ticket.getByRole('button', { name: '答复' }).click();
  await drawer(page).getByText('属实：查看不当').click();
  await drawer(page).getByLabel('给居民的答复').fill(ANSWER);
  await drawer(page).getByRole('button', { name: '答复', exact: true }).click();
  await drawer(page).waitFor({ state: 'hidden' });
  await page.goto(`${lane.base}/console/privacy?part=decided`);
  await page.getByText(ANSWER).first().waitFor();
  await page.close();
}

async function verifySeal(lane: Lane): Promise<void> {
  const page = await at(lane, 'auditor', '/seals');
  await page.getByText('封印正常').waitFor();
  await page.getByRole('button', { name: '核验全部记录' }).click();
  await page.getByText(/条记录全部相符/).waitFor();
  await page.close();
}
