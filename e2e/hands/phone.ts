import type { Page } from 'playwright-core';
import type { Lane } from '../house.ts';
import { demand } from '../demand.ts';
import { photograph } from './evidence.ts';

export type Told = { readonly no: string; readonly id: string; readonly report: string };

/** A resident reports on the phone: a photo, the place by position, words; the receipt has the number. */
export async function report(page: Page, lane: Lane, words: string): Promise<Told> {
  await page.goto(`${lane.base}/report`);
  await photograph(page, '拍照或选照片', 1);
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await page.getByRole('button', { name: '用我现在的位置' }).click();
  await page.getByText('已定位').waitFor();
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await page.getByLabel('出了什么问题？').fill(words);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { name: '已收到，谢谢您' }).waitFor();
  return told(page, lane);
}

/** What the receipt on the screen is about. */
export async function told(page: Page, lane: Lane): Promise<Told> {
  const no = await page.locator('.receipt-no').first().innerText();
  const report = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const mine = await page.request.get(`${lane.base}/api/reports/mine?limit=20`);
  const { items } = (await mine.json()) as { items: { no: string; caseId: string }[] };
  const id = items.find((one) => one.no === no)?.caseId ?? '';
  demand(id !== '', `the report ${no} is not among one's own`);
  return { no, id, report };
}

/** Answers "was it really solved?" on the phone. */
export async function answer(page: Page, lane: Lane, { report }: Told, solved: boolean): Promise<void> {
  await page.goto(`${lane.base}/progress/${report}`);
  await page.getByRole('link', { name: '去回答' }).click();
  await page.getByText(solved ? '解决了' : '没有解决', { exact: true }).click();
  if (solved) await page.getByText('5', { exact: true }).click();
  else {
    await page.getByText('又出现了', { exact: true }).click();
    await page.getByLabel(/^请重新办理/).check();
  }
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByText(solved ? '您说解决了' : '您说没有解决').waitFor();
}
