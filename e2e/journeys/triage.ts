import { demand, demandAccessible } from '../demand.ts';
import * as hands from '../hands/case.ts';
import { at, drawer } from '../hands/workbench.ts';
import type { Journey } from '../house.ts';

/** A dispatcher's list without a mouse: chosen by x, seen beforehand, done, and taken back before anybody signed for it. */
export const triage: Journey = {
  name: 'a dispatcher chooses by keys, sees what would become of each, dispatches them together and takes them back; the view is lent to the unit',
  go: async (lane) => {
    const texts = ['三轮车占道卖菜', '三轮车又占道卖水果'];
    for (const text of texts) await hands.register(lane, await hands.takeIn(lane, '上级交办', text), '02003');
    const page = await at(lane, 'dispatcher', '/cases?desk=to_dispatch&sort=newest');
    await page.locator('tbody tr.ant-table-row').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor();
    await demandAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor({ state: 'hidden' });
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await page.getByText('已选 2 件').waitFor();
    await page.keyboard.press('d');
    const rehearsed = drawer(page);
    await rehearsed.getByText('这是预演').waitFor();
    demand((await rehearsed.locator('tbody tr').count()) === 2, 'the rehearsal does not tell both');
    await demandAccessible(page);
    await rehearsed.getByRole('button', { name: '办理其中 2 件' }).click();
    await rehearsed.getByText('已办理 2 件，0 件被拒。').waitFor();
    await rehearsed.getByRole('button', { name: '撤销这 2 件' }).click();
    await rehearsed.getByText('已撤销 2 件，0 件不能撤销。').waitFor();
    await rehearsed.getByRole('button', { name: '关闭' }).last().click();
    await page.getByRole('button', { name: '常用筛选' }).click();
    await page.getByRole('textbox', { name: '名称' }).fill('今天的分拨');
    await page.getByText('本单位同事也能用').click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: '今天的分拨', exact: true }).waitFor();
    await page.close();
    const english = await lane.enter({ role: 'supervisor', language: 'en' });
    await english.goto(`${lane.base}/console/cases?desk=all`);
    await english.getByRole('button', { name: 'Saved views' }).click();
    await english.getByRole('button', { name: '今天的分拨', exact: true }).click();
    await english.waitForURL(/desk=to_dispatch/);
    await english.close();
  },
};
