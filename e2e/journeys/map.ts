import type { Page } from 'playwright-core';
import { demand, demandAccessible, settled } from '../demand.ts';
import { pressTimes, tabTo } from '../hands/keys.ts';
import { at, choose } from '../hands/workbench.ts';
import type { Journey, Lane } from '../house.ts';
import { read, readInEnglish } from '../words.ts';

/** Somebody without a mouse narrows the map, draws an area on it, reads the same in the table, and goes to one of its cases. */
export const map: Journey = {
  name: 'the map is narrowed, an area is drawn without a mouse, the table tells the same, and a case of it opens',
  go: async (lane) => {
    const page = await at(lane, 'dispatcher', '/map');
    await settled(page);
    await page.getByRole('region', { name: /^工单地图/ }).waitFor();
    await choose(page.getByRole('search'), '按什么区分', '时长');
    await page.getByText('90 天以上').first().waitFor();
    await draw(page);
    const inside = await told(page);
    const whole = await countOf(page, lane, '');
    demand(inside > 0 && inside < whole, `${inside} of ${whole} cases lie in the area`);
    demand(
      inside === (await countOf(page, lane, new URL(page.url()).searchParams.get('area') ?? '')),
      'the screen counts otherwise than the server',
    );
    await demandAccessible(page);
    await read(page, 'map.zh');
    await toTable(page, inside);
    await toCase(page);
    await readInEnglish(lane, { role: 'dispatcher' }, '/console/map?look=table&by=age');
    await readInEnglish(lane, { role: 'leader' }, '/console/map?theme=wall&layers=workload,pairs');
  },
};

/** A square around the middle of the street, corner by corner at the cross. */
async function draw(page: Page): Promise<void> {
  await tabTo(page, '画范围');
  await page.keyboard.press('Enter');
  await page.getByText('已有 0 个角点').waitFor();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    await page.keyboard.press('Enter');
    await pressTimes(page, key, 3);
  }
  await page.keyboard.press('Enter');
  await page.getByText('已有 4 个角点').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '所画范围内' }).waitFor();
  await settled(page);
}

/** How many cases the panel beside the map tells of. */
async function told(page: Page): Promise<number> {
  const text = await page.locator('.counts-total').innerText();
  return Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
}

async function countOf(page: Page, { base }: Lane, area: string): Promise<number> {
  const query = area === '' ? '' : `?area=${encodeURIComponent(area)}`;
  const reply = await page.request.get(`${base}/api/map/counts${query}`);
  return ((await reply.json()) as { total: number }).total;
}

async function toTable(page: Page, inside: number): Promise<void> {
  await page.getByText('表格', { exact: true }).click();
  const table = page.getByRole('region', { name: '各网格工单' });
  await table.getByRole('row').nth(1).waitFor();
  const sums = await table.locator('tbody tr.ant-table-row td:nth-child(3)').allInnerTexts();
  const total = sums.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0);
  demand(total === inside, `the table tells of ${total} cases, the map of ${inside}`);
  await demandAccessible(page);
  await read(page, 'map-table.zh');
}

async function toCase(page: Page): Promise<void> {
  await page.getByRole('region', { name: '各网格工单' }).getByRole('link').first().click();
  await page.getByRole('button', { name: '去掉筛选：地图所画范围' }).waitFor();
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
  await page.getByRole('heading', { level: 1 }).waitFor();
}
