import type { Page } from 'playwright-core';
import { demand } from '../demand.ts';
import { picture } from '../hands/evidence.ts';
import { at, send } from '../hands/workbench.ts';
import type { Journey, Lane } from '../house.ts';

/** A mark in words, since numbers as long as those of papers are hidden in titles. */
const mark = String(Date.now())
  .slice(-5)
  .replaceAll(/\d/g, (digit) => '零一二三四五六七八九'.charAt(Number(digit)));
const WORDS = `离线核实${mark}：灯不亮`;
const ANSWER = `两人看的一样，照片已留作参考（${mark}）`;

/** What somebody else did first, while a phone was offline, goes with no lost phone: it is on another one, and on the desk. */
export const conflict: Journey = {
  name: 'a conflict of an offline act is seen on another phone of the worker and settled at the community’s desk, and the worker reads how',
  go: async (lane) => {
    const id = await sendToVerify(lane);
    const first = await lane.enter({ role: 'grid_worker', login: 'first phone', phone: true });
    await verifyOffline(first, lane, id);
    await communityIsFaster(lane, id);
    await first.context().setOffline(false);
    await first.goto(`${lane.base}/field/outbox`);
    await first.getByRole('heading', { name: '要您决定 (1)' }).waitFor();
    const other = await lane.enter({ role: 'grid_worker', login: 'other phone', phone: true });
    await other.goto(`${lane.base}/field/outbox`);
    await untilThere(other, WORDS);
    const desk = await at(lane, 'community', '/rounds?part=conflicts');
    const card = desk.locator('.feed > li', { hasText: WORDS });
    await card.getByRole('button', { name: '了结' }).click();
    const form = desk.getByRole('dialog');
    await form.getByLabel('怎么处理的').fill(ANSWER);
    await send(form, '了结');
    await card.waitFor({ state: 'detached' });
    await other.reload();
    await other.getByText(ANSWER).waitFor();
    await first.goto(`${lane.base}/field/outbox`);
    await first.getByText(ANSWER).waitFor();
  },
};

async function sendToVerify(lane: Lane): Promise<string> {
  const desk = (await lane.enter({ role: 'intake' })).request;
  const grids = await desk.get(`${lane.base}/api/grids`);
  const { items } = (await grids.json()) as { items: { id: string; name: { zh: string } }[] };
  const unit = items.find(({ name }) => name.zh === '听枫第1网格')?.id ?? '';
  const place = { lng: 120.1563, lat: 31.2287, address: '橹声路3号' };
  const made = await desk.post(`${lane.base}/api/cases`, {
    data: { channel: 'phone', text: WORDS, ...place },
  });
  const { caseId } = (await made.json()) as { caseId: string };
  const sent = await desk.post(`${lane.base}/api/cases/${caseId}/verification-request`, { data: { unit } });
  demand(sent.ok(), `the matter was not sent to the grid: ${sent.status()}`);
  return caseId;
}

async function verifyOffline(page: Page, { base }: Lane, id: string): Promise<void> {
  await page.goto(`${base}/field/case/${id}`);
  await page.getByRole('button', { name: '反馈核实结果' }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '反馈核实结果' }).click();
  await page.locator('label.camera input').setInputFiles(picture(12));
  await page.locator('.photos li img').waitFor();
  await page.getByText('属实', { exact: true }).click();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function communityIsFaster(lane: Lane, id: string): Promise<void> {
  const community = (await lane.enter({ role: 'community' })).request;
  const data = { found: true, note: '社区已看过，属实' };
  const said = await community.post(`${lane.base}/api/cases/${id}/verification`, { data });
  demand(said.ok(), `the community was answered with ${said.status()}: ${await said.text()}`);
}

/** The first phone tells of it within a moment; the other reads what there is when it is opened. */
async function untilThere(page: Page, words: string): Promise<void> {
  const card = page.getByRole('article', { name: words }).first();
  for (let tries = 0; tries < 20; tries += 1) {
    await page.getByText('没有待上传的内容').waitFor();
    if (await card.isVisible()) return;
    await page.waitForTimeout(250);
    await page.reload();
  }
  throw new Error('the conflict is not on the other phone');
}
