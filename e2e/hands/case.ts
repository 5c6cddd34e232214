import type { Page } from 'playwright-core';
import type { Lane } from '../house.ts';
import { attach } from './evidence.ts';
import { at, choose, form, press, send } from './workbench.ts';

// Each leaves its window: one that stands open asks anew for all it shows whenever something changes.
type Id = { readonly id: string };
/** What somebody does with the screen just before sending, such as looking at it. */
type Look = (page: Page) => Promise<void>;
const nothing: Look = async () => undefined;

/** Somebody phones or an upper level passes it on, and intake writes it down; gives the case. */
export async function takeIn(
  lane: Lane,
  channel: '街道电话' | '上级交办',
  text: string,
): Promise<{ id: string; no: string }> {
  const page = await at(lane, 'intake', '/intake');
  await page.getByText(channel, { exact: true }).click();
  await page.getByLabel('反映的内容').fill(text);
  await choose(page.locator('form'), '或选网格', '听枫第1网格', '听枫第1');
  await page.getByRole('button', { name: '受理并生成编号' }).click();
  const no = await page.locator('.receipt-facts .number').first().innerText();
  await page.getByRole('link', { name: '打开工单' }).click();
  await page.locator('.act-bar').waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.close();
  return { no, id };
}

/** The dispatcher sends the grid to look. */
export async function sendToVerify(lane: Lane, { id }: Id, look = nothing): Promise<void> {
  const page = await at(lane, 'dispatcher', `/register?desk=intake&case=${id}`);
  const open = await press(page, '安排核实');
  await look(page);
  await send(open, '安排核实');
  await page.close();
}

/** Intake registers the case under a type. */
export async function register(lane: Lane, { id }: Id, type: string, look = nothing): Promise<void> {
  const page = await at(lane, 'intake', `/register?desk=to_register&case=${id}`);
  const open = form(page, '立案');
  await choose(open, '类别', type, type);
  await look(page);
  await send(open, '立案');
  await page.close();
}

/** The dispatcher follows the suggestion of the list. */
export async function dispatch(lane: Lane, { id }: Id, look = nothing): Promise<void> {
  const page = await at(lane, 'dispatcher', `/dispatch?case=${id}`);
  const open = form(page, '分拨');
  await open.getByRole('region', { name: '按责任清单的建议' }).waitFor();
  await look(page);
  await send(open, '分拨');
  await page.close();
}

/** The department takes it in hand. */
export async function acknowledge(lane: Lane, { id }: Id, look = nothing): Promise<void> {
  const page = await at(lane, 'department', `/handling?desk=to_acknowledge&case=${id}`);
  await look(page);
  await send(form(page, '签收'), '签收');
  await page.close();
}

/** The department says what it did, with a photo. */
export async function reportHandled(lane: Lane, { id }: Id, summary: string, look = nothing): Promise<void> {
  const page = await at(lane, 'department', `/handling?desk=in_hand&case=${id}`);
  const open = await press(page, '反馈处置结果');
  await open.getByLabel('处置情况').fill(summary);
  await open.getByText('已解决', { exact: true }).click();
  await attach(open, 3);
  await look(page);
  await send(open, '反馈处置结果');
  await page.close();
}

/** Somebody who had no part in it looks on site, with a photo of their own, and closes. */
export async function checkAndClose(lane: Lane, { id }: Id, look = nothing): Promise<void> {
  const page = await at(lane, 'checker', `/verification?case=${id}`);
  const open = form(page, '核查');
  await open.getByText('现场核查', { exact: true }).click();
  await open.getByText('通过', { exact: true }).click();
  await open.getByLabel('说明', { exact: true }).fill('到现场看过，路面干净，没有再摆');
  await attach(open, 4);
  await look(page);
  await send(open, '核查');
  await page.goto(`${lane.base}/console/closing?desk=to_close&case=${id}`);
  const closing = form(page, '结案');
  await closing.getByLabel('结案意见').fill('核查通过，予以结案');
  await closing.getByText('已解决', { exact: true }).click();
  await look(page);
  await send(closing, '结案');
  await page.close();
}
