import * as hands from '../hands/case.ts';
import { at, card, drawer, send } from '../hands/workbench.ts';
import { overTime } from '../house.ts';

/** 商定: who leads is asked, one unit agrees, the other says nothing. */
export const consultation = overTime(
  'a consultation is opened, one unit agrees, one is silent; its silence is consent, and says so',
  async (lane) => {
    const called = await hands.takeIn(lane, '街道电话', '楼上楼下为漏水吵了半个月，想请人调解');
    await hands.register(lane, called, '12001');
    const dispatcher = await at(lane, 'dispatcher', `/dispatch?case=${called.id}`);
    await dispatcher.getByText('多个单位有职责或条目要求会商：请发起商定。').waitFor();
    await dispatcher.getByRole('button', { name: '发起商定' }).first().click();
    const asked = drawer(dispatcher);
    await asked.getByText('综治中心').waitFor();
    await asked.getByLabel('商定事项').fill('邻里纠纷由社区牵头，调处中心派人参加');
    await send(asked, '发起商定');
    const community = await at(lane, 'community', '/consultations');
    await card(community, called.no).getByRole('button', { name: '表态' }).click();
    await drawer(community).getByText('同意', { exact: true }).click();
    await send(drawer(community), '表态');
    await card(community, called.no).getByText('待表态').first().waitFor();
    return called;
  },
  async (lane, called) => {
    const page = await at(lane, 'dispatcher', `/cases/${called.id}?tab=together`);
    await page.getByText('已商定').first().waitFor();
    await page.getByText('逾期未表态，视为同意').first().waitFor();
    await page.getByText('商定', { exact: true }).first().waitFor();
  },
);
