import { demand } from '../demand.ts';
import * as hands from '../hands/case.ts';
import { tabTo } from '../hands/keys.ts';
import { at } from '../hands/workbench.ts';
import type { Journey } from '../house.ts';

export const keyboard: Journey = {
  name: 'a dispatcher finds a case, reads why the list suggests whom, and dispatches it without a mouse',
  go: async (lane) => {
    const called = await hands.takeIn(lane, '上级交办', '有人在路口收废铁，占了半条人行道');
    await hands.register(lane, called, '02003');
    const page = await at(lane, 'dispatcher', '/');
    await page.getByRole('heading', { name: '今日工作台' }).waitFor();
    await tabTo(page, '跳到主要内容');
    await tabTo(page, '分拨台');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '分拨台' }).waitFor();
    await tabTo(page, '在此搜索');
    await page.keyboard.type(called.no);
    await page.keyboard.press('Enter');
    await page.locator('.desk-item.chosen', { hasText: '收废铁' }).waitFor();
    await page.getByRole('region', { name: '按责任清单的建议' }).waitFor();
    await tabTo(page, '说明');
    await page.keyboard.type('请于今日内到场');
    await page.keyboard.press('Control+Enter');
    await page.getByText('分拨 · 已完成').waitFor();
    const { state } = (await (await page.request.get(`${lane.base}/api/cases/${called.id}`)).json()) as {
      state: string;
    };
    demand(state === 'dispatched', `the case is ${state}`);
  },
};
