import { demand } from '../demand.ts';
import * as hands from '../hands/case.ts';
import { at, card, choose, drawer, form, press, send } from '../hands/workbench.ts';
import type { Journey, Lane } from '../house.ts';

type Called = { readonly id: string; readonly no: string };

/** 退单、仲裁: a department gives it back, is refused, gives it back again, and the leader decides. */
export const arbitration: Journey = {
  name: 'a department returns a case twice; the second time the leader decides, and after that nobody returns it',
  go: async (lane) => {
    const called = await hands.takeIn(lane, '上级交办', '早餐店把桌椅摆到人行道上，行人过不去');
    await hands.register(lane, called, '02002');
    await hands.dispatch(lane, called);
    await giveBack(lane, called);
    await refuse(lane, called);
    await giveBack(lane, called);
    await decide(lane, called);
    const department = await at(lane, 'department', `/cases/${called.id}`);
    const again = department.locator('.act-bar').getByRole('button', { name: /^申请退单/ });
    await again.waitFor();
    demand((await again.getAttribute('aria-disabled')) === 'true', 'a designated case can be returned again');
  },
};

async function giveBack(lane: Lane, { id }: Called): Promise<void> {
  const page = await at(lane, 'department', `/handling?case=${id}`);
  const asked = await press(page, '申请退单');
  await asked.getByLabel('引用的清单条款或职责依据').fill('责任清单 02002：市政设施带由城管办管护');
  await choose(asked, '应由哪个单位承办', '城管办', '城管办');
  await asked.getByLabel('理由').fill('桌椅摆在设施带以内，不在人行道上');
  await send(asked, '申请退单');
  await page.close();
}

async function refuse(lane: Lane, { no }: Called): Promise<void> {
  const page = await at(lane, 'dispatcher', '/requests?kind=return');
  await card(page, no).getByRole('button', { name: '审批' }).click();
  await drawer(page).getByText('不同意', { exact: true }).click();
  await drawer(page).getByLabel('审批意见').fill('照片显示在市政人行道，仍由贵局承办');
  await send(drawer(page), '审批');
  await page.close();
}

/** The leader sees both sides at the arbitration desk and names who handles it. */
async function decide(lane: Lane, { id }: Called): Promise<void> {
  const page = await at(lane, 'leader', `/arbitration?case=${id}`);
  await page.getByText('照片显示在市政人行道，仍由贵局承办').waitFor();
  const open = form(page, '指定承办');
  await choose(open, '主办单位', '综合执法', 'law_enforcement');
  await open.getByLabel('理由').fill('两次查看现场，人行道属市政范围，由执法局牵头');
  await send(open, '指定承办');
  await page.goto(`${new URL(page.url()).origin}/console/cases/${id}`);
  await page.getByText('领导指定').first().waitFor();
  await page.close();
}
