import { demand, demandAccessible, settled } from '../demand.ts';
import { at } from '../hands/workbench.ts';
import type { Journey } from '../house.ts';

/** The callback desk: drawn by the system, asked in the resident's own words, tried again another day when nobody answers. */
export const callbackDesk: Journey = {
  name: 'a caller follows the script, writes down an answer and a call in vain, and anybody can do the draw over',
  go: async (lane) => {
    const page = await at(lane, 'callback', '/callbacks');
    const script = page.getByRole('region', { name: '登记这次通话' });
    await script.waitFor();
    demand(
      /\*{4}/.test(await page.locator('.callback-who').innerText()),
      'the number of the reporter stands there unmasked',
    );
    const vain = await page.locator('.desk-item.chosen .number').innerText();
    await script.getByText('无人接听').click();
    await script.getByRole('button', { name: '登记这次通话' }).click();
    await page.getByText('登记这次通话 · 已完成').first().waitFor();
    await page.locator('.desk-item.chosen .number', { hasText: vain }).waitFor({ state: 'detached' });
    await script.getByText('问到结果').click();
    await script
      .getByRole('radiogroup', { name: '真的解决了吗？' })
      .getByText('解决了', { exact: true })
      .click();
    await demandAccessible(page);
    await script.getByRole('button', { name: '登记这次通话' }).click();
    await page.getByText('登记这次通话 · 已完成').first().waitFor();
    await page.getByRole('tab', { name: '约好再打' }).click();
    await page.getByText(vain).first().waitFor();
    await page.getByText('还没到再打的时间。').waitFor();
    await page.getByRole('tab', { name: '回访结果' }).click();
    await page.getByRole('columnheader', { name: '承办单位' }).waitFor();
    await demandAccessible(page);
    await page.getByRole('tab', { name: '抽取记录' }).click();
    await settled(page);
    await page.close();
    const english = await lane.enter({ role: 'leader', language: 'en' });
    await english.goto(`${lane.base}/console/callbacks`);
    await english.getByRole('tab', { name: 'The draws' }).waitFor();
    demand(
      (await english.getByRole('tab', { name: 'To call now' }).count()) === 0,
      'a leader is offered to call',
    );
    await english.close();
  },
};
