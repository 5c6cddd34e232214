import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIRequestContext, BrowserContext, Page } from 'playwright-core';
import { demand } from '../demand.ts';
import { filmOf } from '../hands/film.ts';
import { ownBrowser, seeing } from '../hands/own-browser.ts';
import { at } from '../hands/workbench.ts';
import type { Journey, Lane } from '../house.ts';

/** A sheet as the community prints it goes before the camera; where there is no camera its code is typed. */
export const patrolScan: Journey = {
  name: 'a point of a patrol is read off its printed sheet by the camera, or typed where there is none, and the place was looked at today',
  go: async (lane) => {
    const desk = await at(lane, 'community', '/rounds?part=points');
    const name = `泵房${String(Date.now()).slice(-6)}`;
    await setUp(desk.request, lane, name);
    await desk.reload();
    const { film, code } = await sheetOf(desk, name);
    const folder = mkdtempSync(join(tmpdir(), 'fengqiao-film-'));
    const path = join(folder, 'sheet.y4m');
    writeFileSync(path, film);
    try {
      const closed = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });
      await walk(lane, { name, film: path, take: closed });
      const typed = (page: Page) => typeCodes(page, code);
      await walk(lane, { name, film: null, take: typed, changed: '有 1 个码认不出' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const patrols = await read<{ items: { points: string[] }[] }>(desk.request, lane, '/patrols');
    const seen = patrols.items.filter(({ points }) => points.includes(name)).length;
    demand(seen === 2, `${seen} patrols of 2 saw ${name}`);
    const points = await read<Points>(desk.request, lane, '/checkpoints');
    const on = points.items.find((one) => one.name === name)?.seenOn ?? '';
    demand(on !== '', 'nobody has looked at the point');
  },
};

type Points = { items: { name: string; seenOn: string | null }[] };
type Grids = { items: { id: string; name: { zh: string } }[] };

async function read<T>(request: APIRequestContext, { base }: Lane, path: string): Promise<T> {
  return (await (await request.get(`${base}/api${path}`)).json()) as T;
}

async function setUp(request: APIRequestContext, lane: Lane, name: string): Promise<void> {
  const { items } = await read<Grids>(request, lane, '/grids');
  const grid = items.find((one) => one.name.zh === '听枫第1网格')?.id ?? '';
  const data = { grid, name, address: '橹声路8号', lng: 120.1563, lat: 31.2287 };
  const made = await request.post(`${lane.base}/api/checkpoints`, { data });
  demand(made.ok(), `the point was answered with ${made.status()}: ${await made.text()}`);
}

async function sheetOf(desk: Page, name: string): Promise<{ film: Buffer; code: string }> {
  await desk.getByRole('button', { name: '打印标签' }).click();
  const sheet = desk.locator('.sheets > li', { hasText: name });
  return { film: await filmOf(sheet.locator('img')), code: await sheet.locator('code').innerText() };
}

type Walk = {
  readonly name: string;
  /** What the camera sees; null where there is none. */
  readonly film: string | null;
  readonly take: (page: Page) => Promise<void>;
  /** What the phone is told was left out. */
  readonly changed?: string;
};

/** One patrol on a phone of its own. */
async function walk(lane: Lane, { name, film, take, changed }: Walk): Promise<void> {
  const { context, close } = await ownBrowser(lane.base, 'grid_worker', seeing(film));
  try {
    const page = await open(context, lane);
    await page.getByRole('button', { name: '扫码' }).click();
    await take(page);
    await page.locator('.points li.seen', { hasText: name }).waitFor();
    await page.getByRole('button', { name: '结束并提交' }).click();
    await page.getByRole('heading', { name: '已上报' }).waitFor();
    if (changed !== undefined) await page.getByText(changed).waitFor();
  } finally {
    await close();
  }
}

async function open(context: BrowserContext, { base }: Lane): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${base}/field/patrol`);
  await page.getByRole('list', { name: '本网格的点' }).waitFor();
  return page;
}

/** A void code is typed too: the rest of the patrol is taken, and the phone says what was left out. */
async function typeCodes(page: Page, code: string): Promise<void> {
  await page.getByText('用不了相机').waitFor();
  await page.getByLabel('或输入标签上的码').fill('aaaa-bbbb-cccc-dddd');
  await page.getByRole('button', { name: '记下这个点' }).click();
  await page.getByText('认不出的码').waitFor();
  await page.getByRole('button', { name: '扫码' }).click();
  await page.getByLabel('或输入标签上的码').fill(code.replaceAll('-', ' ').toUpperCase());
  await page.getByRole('button', { name: '记下这个点' }).click();
}
