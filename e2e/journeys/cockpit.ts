import type { Page } from 'playwright-core';
import { demand, demandAccessible, demandFits, settled } from '../demand.ts';
import { at } from '../hands/workbench.ts';
import type { Journey, Lane } from '../house.ts';

/** A leader's morning: the numbers open exactly what they counted, something is decided, and the wall says the same. */
export const cockpit: Journey = {
  name: 'a leader opens a number and finds exactly its cases, goes to what is to be decided, and sees the same on the wall by night',
  go: async (lane) => {
    const page = await at(lane, 'leader', '/cockpit');
    await page.getByRole('article').first().waitFor();
    demand((await page.getByRole('article').count()) === 7, 'there are not seven numbers');
    await opensItsCases(page);
    await chartAsTable(page);
    await page.getByRole('button', { name: '换成夜间外观' }).click();
    await demandAccessible(page);
    await page.getByRole('button', { name: '换成日间外观' }).click();
    await demandAccessible(page);
    await demandFits(page);
    await decides(page);
    await page.close();
    await wall(lane);
    await inEnglish(lane);
  },
};

/** The last count of a share: the list holds so many cases, page by page. */
async function opensItsCases(page: Page): Promise<void> {
  const figure = page.getByRole('article', { name: '回访确认解决率' });
  const link = figure.locator('.figure-counts a').first();
  const count = Number((await link.innerText()).replace(/\D/g, ''));
  await link.click();
  await page.waitForURL(/\/cases\?/);
  await page.locator('tbody tr.ant-table-row').first().waitFor();
  let found = 0;
  for (;;) {
    await settled(page);
    found += await page.locator('tbody tr.ant-table-row').count();
    const next = page.getByRole('button', { name: '下一页' });
    if (await next.isDisabled()) break;
    const first = await page.locator('tbody tr.ant-table-row').first().innerText();
    await next.click();
    await page.waitForFunction(
      (before) => document.querySelector<HTMLElement>('tbody tr.ant-table-row')?.innerText !== before,
      first,
    );
  }
  demand(found === count, `the number says ${count}, its list holds ${found}`);
  await page.goto(page.url().replace(/\/cases.*/, '/cockpit'));
  await page.getByRole('article').first().waitFor();
}

async function chartAsTable(page: Page): Promise<void> {
  const chart = page.getByRole('figure', { name: '未解决存量与时长' });
  await chart.locator('svg').waitFor();
  await chart.getByText('看数字表').click();
  demand((await chart.locator('tbody tr').count()) === 12, 'the table does not tell the twelve weeks');
}

async function decides(page: Page): Promise<void> {
  const three = page.getByRole('region', { name: '三件要您决定的事' });
  const first = three.getByRole('link').first();
  await first.waitFor();
  demand((await three.getByRole('listitem').count()) <= 3, 'there are more than three');
  await first.click();
  await page.waitForURL(/arbitration|holds|reopenings|requests|exports/);
}

async function wall(lane: Lane): Promise<void> {
  const page = await at(lane, 'leader', '/wall');
  await page.locator('.wall-figure').first().waitFor();
  demand((await page.locator('html').getAttribute('data-theme')) === 'wall', 'the wall is not dark');
  demand((await page.locator('.side').count()) === 0, 'the wall has a navigation');
  await demandAccessible(page);
  await demandFits(page);
  await page.close();
}

async function inEnglish(lane: Lane): Promise<void> {
  const page = await lane.enter({ role: 'district', language: 'en' });
  await page.goto(`${lane.base}/console/cockpit?days=90`);
  await page.getByRole('article', { name: 'Truly solved, by callback' }).waitFor();
  await page.getByRole('columnheader', { name: 'First contact (median)' }).waitFor();
  await demandFits(page);
  await page.close();
}
