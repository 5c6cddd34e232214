import type { Page } from 'playwright-core';
import { demand, type House } from '../house.ts';
import type { Journey } from '../run.ts';

type Answer = Record<string, unknown>;

/** Presses what a screen would press, as the person whose window it is. */
async function act(page: Page, path: string, data: unknown): Promise<Answer> {
  const reply = await page.request.post(`${new URL(page.url()).origin}/api${path}`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  const said: Answer = await reply.json();
  if (!reply.ok())
    throw new Error(
      `${path}: ${String(said['code'])} ${String(said['zh'])} ${JSON.stringify(said['details'])}`,
    );
  return said;
}

async function look(page: Page, id: string): Promise<Answer> {
  return (await page.request.get(`${new URL(page.url()).origin}/api/cases/${id}`)).json();
}

async function at(house: House, role: string): Promise<Page> {
  const page = await house.enter({ role });
  await page.goto(`${house.base}/console/`);
  return page;
}

const WORDS = '河边步道垃圾桶满了好几天，垃圾堆在外面没人清';

/** A resident reports on the phone: photo skipped, place by position, words; the receipt has number and code. */
async function report(house: House): Promise<{ page: Page; no: string; id: string; report: string }> {
  const page = await house.enter({ role: 'resident', phone: true });
  await page.goto(`${house.base}/report`);
  await page.getByRole('button', { name: '没有照片，下一步' }).click();
  await page
    .getByRole('button', { name: /定位|我的位置|现在的位置/ })
    .first()
    .click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('出了什么问题？').fill(WORDS);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { name: '已收到，谢谢您' }).waitFor();
  const shown = (await page.locator('body').textContent()) ?? '';
  const no = /TF\d{8}-\d{6}/.exec(shown)?.[0];
  if (no === undefined) throw new Error('the receipt has no number');
  const mine = await (await page.request.get(`${house.base}/api/reports/mine`)).json();
  const found = mine.items.find((item: Answer) => item['no'] === no);
  return { page, no, id: String(found.caseId), report: String(found.report) };
}

async function register(house: House, id: string): Promise<void> {
  const desk = await at(house, 'dispatcher');
  const { grid, community } = await look(desk, id);
  const unit = String(grid ?? community);
  await act(desk, `/cases/${id}/verification-request`, { unit });
  const there = await desk.request.get(`${house.base}/api/cases/${id}`);
  demand((await there.json()).state === 'verifying', 'the case is not being verified');
  await desk.context().close();
}

/** The whole way of one report, each act by whom it belongs to, each result seen on a screen. */
const wholeWay: Journey = {
  name: 'a report made on a phone is seen by the dispatcher under its number and sent to be verified',
  go: async (house) => {
    const { page, no, id } = await report(house);
    await register(house, id);
    const desk = await at(house, 'dispatcher');
    await desk.goto(`${house.base}/console/cases/${id}`);
    await desk.getByText(no).first().waitFor();
    await desk.getByText('核实中').first().waitFor();
    await desk.context().close();
    await page.goto(`${house.base}/mine`);
    await page.getByText(no).first().waitFor();
    await page.context().close();
  },
};

const guestTracks: Journey = {
  name: 'somebody without an account follows a report by its number and code',
  go: async (house) => {
    const page = await house.enter({ phone: true });
    await page.goto(`${house.base}/`);
    const receipt = await act(page, '/reports', {
      text: '小区门口路灯不亮',
      lng: 120.1563,
      lat: 31.2287,
      address: '听枫桥头',
    });
    await page.goto(`${house.base}/track`);
    const fields = page.getByRole('textbox');
    await fields.nth(0).fill(String(receipt['no']));
    await fields.nth(1).fill(String(receipt['code']));
    await page.getByRole('button').filter({ hasText: /查/ }).first().click();
    await page.getByText(String(receipt['no'])).first().waitFor();
    await page.context().close();
  },
};

const reasonShown: Journey = {
  name: 'a forbidden act is a button that cannot be pressed and says why',
  go: async (house) => {
    const page = await at(house, 'supervisor');
    const { items } = await (await page.request.get(`${house.base}/api/cases?state=archived&limit=1`)).json();
    await page.goto(`${house.base}/console/cases/${items[0].id}`);
    const button = page.getByRole('button', { name: /^核查/ }).first();
    await button.waitFor();
    const off = (await button.getAttribute('aria-disabled')) === 'true' || (await button.isDisabled());
    demand(off, 'a filed case offers to be checked');
    await page.context().close();
  },
};

const sealed: Journey = {
  name: 'a filed case gives its sealed package, and the hash is that of its content',
  go: async (house) => {
    const page = await at(house, 'checker');
    const { items } = await (await page.request.get(`${house.base}/api/cases?state=archived&limit=1`)).json();
    const archive = await (await page.request.get(`${house.base}/api/cases/${items[0].id}/archive`)).json();
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(archive.package));
    demand(Buffer.from(bytes).toString('hex') === archive.sha256, 'the hash does not fit the package');
    await page.context().close();
  },
};

const language: Journey = {
  name: 'one press turns the workbench into English and back',
  go: async (house) => {
    const page = await at(house, 'dispatcher');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: "Today's desk" }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '今日工作台' }).waitFor();
    await page.context().close();
  },
};

export const loop: readonly Journey[] = [wholeWay, guestTracks, reasonShown, sealed, language];
