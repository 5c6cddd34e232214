import * as hands from '../hands/case.ts';
import { at, choose, press, send } from '../hands/workbench.ts';
import type { Journey } from '../house.ts';

/** 指定: no row of the list decides, so a named leader does, with a reason; and the list is to be mended. */
export const designation: Journey = {
  name: 'a leader designates with a reason where the list leaves it to one, and the lists screen shows what is to be revised',
  go: async (lane) => {
    const called = await hands.takeIn(lane, '街道电话', '村里欠我的土地流转合同款，说了几次没人答复');
    await hands.register(lane, called, '12005');
    const leader = await at(lane, 'leader', `/cases/${called.id}`);
    const open = await press(leader, '指定承办');
    await choose(open, '主办单位', '综治中心', '综治中心');
    await open.getByLabel('理由').fill('涉及合同纠纷，由调处中心牵头，司法所配合');
    await send(open, '指定承办');
    await leader.getByText('涉及合同纠纷，由调处中心牵头，司法所配合').first().waitFor();
    const lists = await at(lane, 'dispatcher', '/lists');
    const ticket = lists.getByRole('region', { name: '修订任务' }).locator('li', { hasText: '12005' });
    await ticket.first().waitFor();
    await ticket.locator(`a[href$="/cases/${called.id}"]`).first().click();
    await lists.getByText(called.no).first().waitFor();
  },
};
