import { photograph } from '../hands/evidence.ts';
import { at } from '../hands/workbench.ts';
import type { Journey } from '../house.ts';

/** 顺手办: seen, solved and recorded on one screen; somebody else still looks. */
export const onTheSpot: Journey = {
  name: 'a grid worker solves a small thing on the spot with photos before and after, and it waits for an independent check',
  go: async (lane) => {
    const page = await lane.enter({ role: 'grid_worker', phone: true });
    await page.goto(`${lane.base}/field/`);
    await page.getByRole('link', { name: /顺手办/ }).click();
    await photograph(page, '拍处置前', 5);
    await page.getByLabel('搜类别').fill('占道广告牌');
    await page.getByRole('group', { name: '搜类别' }).getByRole('button', { name: '占道广告牌' }).click();
    await page.getByRole('button', { name: '已扶正归位' }).click();
    await photograph(page, '拍处置后', 6);
    await page.getByText('已定位').waitFor();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('heading', { name: '已上报' }).waitFor();
    const no = await page.getByRole('status').getByRole('heading').innerText();
    await page.getByRole('link', { name: '看这件事' }).click();
    await page.getByText('待核查').first().waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const checker = await at(lane, 'checker', `/verification?case=${id}`);
    await checker.getByText(no.trim()).first().waitFor();
    await checker.getByText('已扶正归位').first().waitFor();
  },
};
