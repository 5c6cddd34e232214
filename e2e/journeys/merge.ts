import { demand } from '../demand.ts';
import { drawer, at, send } from '../hands/workbench.ts';
import { report } from '../hands/phone.ts';
import type { Journey, Lane } from '../house.ts';

/** 并单: neighbours say the same thing; at the merge desk it becomes one case, and can be taken apart again. */
export const merge: Journey = {
  name: "neighbours' reports of one thing are merged at the merge desk, both can be followed, and the merge is undone",
  go: async (lane) => {
    const phone = await lane.enter({ role: 'resident', phone: true });
    const first = await report(phone, lane, '桥头石阶断了一级，老人差点摔倒');
    const second = await report(phone, lane, '桥头石阶断了一级没人修，很危险');
    demand(first.no !== second.no, 'both reports have one number');
    const desk = await at(lane, 'dispatcher', `/merges?case=${first.id}`);
    await desk.getByLabel(`选择 ${second.no}`).check();
    await desk.getByLabel('并单理由').fill('同一处石阶，两位居民先后反映');
    await desk.getByRole('button', { name: '并入本单（1）' }).click();
    await desk.getByText('已并入 1 件').waitFor();
    await togetherSeen(lane, second.report, true);
    await desk.getByRole('button', { name: '撤销并单' }).click();
    await drawer(desk).getByLabel('理由').fill('再看是两处不同的石阶');
    await send(drawer(desk), '撤销并单');
    await desk.getByLabel(`选择 ${second.no}`).waitFor();
    await togetherSeen(lane, second.report, false);
  },
};

/** The resident follows the second report all the while, and is told with whom it is done. */
async function togetherSeen(lane: Lane, report: string, together: boolean): Promise<void> {
  const phone = await lane.enter({ role: 'resident', phone: true });
  await phone.goto(`${lane.base}/progress/${report}`);
  await phone.getByText('与同一问题的其他诉求合并办理').waitFor();
  const neighbours = await phone.getByText('还有 1 位邻居也反映了同一件事').count();
  demand(
    neighbours > 0 === together,
    `the report is ${together ? 'not ' : ''}shown together with a neighbour's`,
  );
  await phone.close();
}
