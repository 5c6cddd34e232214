import type { Page } from 'playwright-core';
import type { Lane } from '../house.ts';
import { photograph } from './evidence.ts';
import type { Told } from './phone.ts';

/** The grid worker goes and looks, takes a photo and says that it is there. */
export async function verify(lane: Lane, { id }: Told, look?: (page: Page) => Promise<void>): Promise<void> {
  const page = await lane.enter({ role: 'grid_worker', phone: true });
  await page.goto(`${lane.base}/field/today`);
  await page.locator(`a[href$="/case/${id}"]`).click();
  await page.getByRole('button', { name: '反馈核实结果' }).click();
  await photograph(page, '拍现场', 2);
  await page.getByText('属实', { exact: true }).click();
  await look?.(page);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await allArrived(page, lane);
  await page.close();
}

/** Waits until what was handed in on the phone is on the server. */
export async function allArrived(page: Page, lane: Lane): Promise<void> {
  await page.goto(`${lane.base}/field/outbox`);
  await page.getByRole('heading', { name: /^已上传/ }).waitFor();
  await page.getByRole('heading', { name: /^待上传 \(/ }).waitFor({ state: 'detached' });
}
