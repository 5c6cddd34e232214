import { demand } from '../demand.ts';
import { at, drawer, send } from '../hands/workbench.ts';
import type { Journey } from '../house.ts';

/** A street's own word on an item: written with its preview, read by residents, taken off, brought back. */
export const serviceItems: Journey = {
  name: 'a street changes what a service item costs and who opens when, sees it as residents will, and they read it; withdrawn it is gone',
  go: async (lane) => {
    const mark = String(Date.now()).slice(-5);
    const fee = `每月 ${mark} 元`;
    const desk = await at(lane, 'admin', '/service-items?q=高龄');
    await desk.getByRole('link', { name: /高龄津贴/ }).click();
    await desk.getByRole('button', { name: '改一版' }).click();
    const money = desk.getByRole('group', { name: '费用和金额' });
    await money.getByLabel('中文').fill(fee);
    await money.getByLabel('英文').fill('So much a month');
    await desk.getByLabel('开门').fill('08:15');
    await desk.getByLabel('关门').fill('16:45');
    const preview = desk.getByRole('region', { name: '预览' });
    await preview.getByText(fee).waitFor();
    await preview.getByText('电话脚本').click();
    await preview.getByText(`费用和金额：${fee}`).waitFor();
    await desk.getByLabel('为什么改').fill(`区里发了新标准 ${mark}`);
    await send(desk.locator('form'), '保存这一版');
    await desk.getByText(`区里发了新标准 ${mark}`).waitFor();
    const code = new URL(desk.url()).pathname.split('/').at(-1) ?? '';
    const page = await lane.enter({ phone: true, login: 'reads items' });
    await page.goto(`${lane.base}/services/${code}`);
    await page.getByText(fee).waitFor();
    await page.getByText('工作日 08:15–16:45').waitFor();
    await page.getByText(/^本街道 \d{4}-\d{2}-\d{2} 起按此办理/).waitFor();
    await desk.getByRole('button', { name: '下架', exact: true }).click();
    await drawer(desk).getByLabel('为什么改').fill('并入一件事');
    await send(drawer(desk), '下架');
    await desk.getByText('现在没有这个事项').waitFor();
    const gone = await page.request.get(`${lane.base}/api/services/${code}`);
    demand(gone.status() === 404, `a withdrawn item was answered with ${gone.status()}`);
    await desk.getByRole('button', { name: '改一版' }).click();
    await desk.getByLabel('为什么改').fill(`恢复单办 ${mark}`);
    await send(desk.locator('form'), '保存这一版');
    await desk.getByText(`恢复单办 ${mark}`).waitFor();
  },
};
