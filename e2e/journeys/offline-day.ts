import type { APIRequestContext, Page, Route } from 'playwright-core';
import { demand } from '../demand.ts';
import { makePhone, type PhoneApp } from '../hands/phone-app.ts';
import { pictureOf } from '../hands/pictures.ts';
import type { Journey, Lane } from '../house.ts';
import { keepOfflineDay } from '../proofs.ts';

/** Of this day alone: the same street may live it again. */
const MARK = `断网${String(Date.now()).slice(-6)}`;
const REPORTS = 24;
const PHOTOS = 40;
const VERIFIED = 6;
const CONFLICTS = 3;
const CLOCK_HOURS = 2;
/** Reports with two photos; the others have one. */
const pairs = PHOTOS - VERIFIED - REPORTS;

const log: string[] = [];
const note = (line: string) => log.push(line);

/** A day of a grid worker without a network, with everything that goes wrong on such a day; at its end the server is counted. */
export const offlineDay: Journey = {
  name: `a grid worker’s day without a network: ${REPORTS + VERIFIED} things done, ${PHOTOS} photos, ${CONFLICTS} conflicts, a killed app, a wrong clock; nothing is lost and nothing doubled`,
  go: async (lane) => {
    const desk = (await lane.enter({ role: 'intake' })).request;
    const cases = await sendToVerify(lane, desk);
    const phone = await makePhone(lane.base, 'grid_worker', CLOCK_HOURS);
    try {
      await readAhead(phone, cases);
      await morning(phone, cases);
      await colleagueIsFaster(lane, cases.slice(0, CONFLICTS));
      const page = await afternoon(phone);
      await comesHome(phone, page);
      await decides(page);
      await counted(lane, desk, cases);
    } finally {
      await phone.throwAway();
    }
    keepOfflineDay(log);
  },
};

/** Matters that wait to be looked at in the worker's grid. */
async function sendToVerify({ base }: Lane, desk: APIRequestContext): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 1; n <= VERIFIED; n += 1) {
    const place = { lng: 120.1563 + n * 1e-5, lat: 31.2287, address: `橹声路${n}号` };
    const data = { channel: 'phone', text: `${MARK}核实 ${n}：楼道灯不亮`, ...place };
    const { caseId } = await said<{ caseId: string }>(await desk.post(`${base}/api/cases`, { data }));
    await said(
      await desk.post(`${base}/api/cases/${caseId}/verification-request`, {
        data: { unit: await gridOf(base, desk) },
      }),
    );
    ids.push(caseId);
  }
  note(`Intake sends ${VERIFIED} matters to the grid to be verified.`);
  return ids;
}

async function gridOf(base: string, desk: APIRequestContext): Promise<string> {
  const { items } = await said<{ items: { id: string; name: { zh: string } }[] }>(
    await desk.get(`${base}/api/grids`),
  );
  return items.find(({ name }) => name.zh === '听枫第1网格')?.id ?? '';
}

/** With a network the app installs itself and reads the day's work ahead. */
async function readAhead(phone: PhoneApp, cases: readonly string[]): Promise<void> {
  const page = await phone.open('/field/', 'on');
  await page.getByText('都已上传').waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  for (const id of cases) await untilRead(page, id);
  note('With a network the phone installs the app and reads the tasks of the day ahead.');
}

async function untilRead(page: Page, id: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await page.evaluate(readsAhead, id)) return;
    await page.waitForTimeout(200);
  }
  throw new Error('a matter of the day was not read ahead within 20 s');
}

/** Whether a matter lies in the tables of the phone, by its key; what it says is sealed. */
async function readsAhead(id: string): Promise<boolean> {
  const all = await indexedDB.databases();
  const name = all.map((one) => one.name ?? '').find((one) => one.startsWith('fengqiao-field-'));
  if (name === undefined) return false;
  const keys = await new Promise<IDBValidKey[]>((done, failed) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const asked = opening.result.transaction('reference').objectStore('reference').getAllKeys();
      asked.onsuccess = () => {
        opening.result.close();
        done(asked.result);
      };
    };
  });
  return keys.some((key) => typeof key === 'string' && key.startsWith('cases.read ') && key.includes(id));
}

/** No network: matters are verified and things reported; then the app is killed. */
async function morning(phone: PhoneApp, cases: readonly string[]): Promise<void> {
  const page = await phone.open('/field/', 'off');
  for (const [n, id] of cases.entries()) await verify(page, id, n);
  for (let n = 0; n < REPORTS / 2; n += 1) await report(page, n);
  await page.getByRole('link', { name: '回首页' }).click();
  await page.getByText(`待上传 ${VERIFIED + REPORTS / 2} 件`).waitFor();
  note(
    `The network is gone. ${VERIFIED} matters are verified and ${REPORTS / 2} things reported; the app is killed.`,
  );
}

/** The app opens again without a network, and has everything. */
async function afternoon(phone: PhoneApp): Promise<Page> {
  const page = await phone.open('/field/', 'off');
  await page.getByText(`待上传 ${VERIFIED + REPORTS / 2} 件`).waitFor();
  for (let n = REPORTS / 2; n < REPORTS; n += 1) await report(page, n);
  await page.goto(new URL('/field/outbox', page.url()).href);
  await page.getByRole('heading', { name: `待上传 (${VERIFIED + REPORTS})` }).waitFor();
  note(`The app opens without a network; all is there. ${REPORTS / 2} more things are reported.`);
  return page;
}

async function verify(page: Page, id: string, n: number): Promise<void> {
  await page.getByRole('link', { name: /^今日/ }).click();
  await page.locator(`a[href$="/case/${id}"]`).click();
  await page.getByRole('button', { name: '反馈核实结果' }).click();
  await take(page, '拍现场', REPORTS * 2 + n, 0);
  await page.getByText('属实', { exact: true }).click();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('核实反馈 · 等待上传').waitFor();
  await page.getByRole('link', { name: '返回' }).click();
  await page.getByRole('link', { name: '返回' }).click();
}

async function report(page: Page, n: number): Promise<void> {
  const another = page.getByRole('link', { name: '再报一件' });
  await another
    .or(page.getByRole('link', { name: /^拍照上报/ }))
    .first()
    .click();
  await take(page, '拍照', n * 2, 0);
  if (n < pairs) await take(page, '拍照', n * 2 + 1, 1);
  await page.getByLabel(/^说明/).fill(`${MARK}上报 ${String(n + 1).padStart(2, '0')}：路面有坑`);
  await page.getByText('已定位').waitFor();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { name: '已存在这部手机上' }).waitFor();
}

async function take(page: Page, label: string, picture: number, before: number): Promise<void> {
  await page.locator('label.camera', { hasText: label }).locator('input').setInputFiles(pictureOf(picture));
  await page.locator('.photos li img').nth(before).waitFor();
}

/** Meanwhile somebody else of the community looks at some of the matters and says so. */
async function colleagueIsFaster(lane: Lane, cases: readonly string[]): Promise<void> {
  const colleague = (await lane.enter({ role: 'community' })).request;
  for (const id of cases) {
    const data = { found: true, note: '社区已看过，属实' };
    await said(await colleague.post(`${lane.base}/api/cases/${id}/verification`, { data }));
  }
  note(`Meanwhile the community verifies ${cases.length} of the same matters: ${cases.length} conflicts.`);
}

/** The network comes back badly: calls fail, answers are lost on the way, it goes and comes. */
async function comesHome(phone: PhoneApp, page: Page): Promise<void> {
  const context = phone.context();
  const weather = { calls: 0, failed: 0, lost: 0, cuts: 0 };
  // A call that is under way when the weather clears, or when the page goes, has been answered already.
  const answered = () => undefined;
  const flapping = async (route: Route) => {
    weather.calls += 1;
    if (weather.calls % 7 === 3) {
      weather.failed += 1;
      return route.abort().catch(answered);
    }
    if (weather.calls % 5 === 4 && route.request().method() === 'POST') {
      weather.lost += 1;
      await route.fetch().catch(() => null);
      return route.abort().catch(answered);
    }
    return route.continue().catch(answered);
  };
  await context.route('**/api/{uploads,field,cases}/**', flapping);
  const now = page.getByRole('button', { name: '现在上传' });
  const waits = page.getByRole('heading', { name: /^待上传 \(/ });
  for (let tries = 0; tries < 200 && (tries === 0 || (await waits.count()) > 0); tries += 1) {
    await context.setOffline(tries % 9 === 5);
    weather.cuts += Number(tries % 9 === 5);
    if (await now.isVisible()) await now.click();
    await page.waitForTimeout(150);
  }
  await context.unroute('**/api/{uploads,field,cases}/**', flapping);
  await context.setOffline(false);
  await waits.waitFor({ state: 'detached' });
  demand(weather.failed > 0 && weather.lost > 0 && weather.cuts > 0, 'the network was too good');
  note(
    `The network comes back: of ${weather.calls} calls ${weather.failed} fail, ${weather.lost} answers are lost after the server acted, ${weather.cuts} times it is gone again.`,
  );
}

/** What the server refused stands there with its words; one is kept as a note, one is sent again and refused again. */
async function decides(page: Page): Promise<void> {
  await page.getByRole('heading', { name: `要您决定 (${CONFLICTS})` }).waitFor();
  const refused = page.locator('article', { has: page.getByText('要您决定', { exact: true }) });
  await refused.first().getByRole('button', { name: '留作备注，不再提交' }).click();
  await page.getByRole('heading', { name: `要您决定 (${CONFLICTS - 1})` }).waitFor();
  await page.getByRole('heading', { name: '留作备注 (1)' }).waitFor();
  await refused.first().getByRole('button', { name: '按现在的情况再提交' }).click();
  await page.getByRole('heading', { name: `要您决定 (${CONFLICTS - 1})` }).waitFor();
  await page.getByRole('button', { name: '现在上传' }).waitFor();
  await page
    .getByRole('heading', { name: `已上传（保留 7 天） (${REPORTS + VERIFIED - CONFLICTS})` })
    .waitFor();
  note(
    `${CONFLICTS} conflicts stand on the phone with the server’s words: one kept as a note, one sent again, one left.`,
  );
}

type Evidence = { kind: string; file: string; stage: string; offsetMs: number | null };
type Matter = { text: string; evidence: Evidence[]; history: { kind: string }[] };

/** Everything the phone did is on the server, once. */
async function counted({ base }: Lane, desk: APIRequestContext, cases: readonly string[]): Promise<void> {
  const list = await said<{ items: { id: string }[] }>(
    await desk.get(`${base}/api/cases?limit=100&q=${encodeURIComponent(`${MARK}上报`)}`),
  );
  const read = async (id: string) => said<Matter>(await desk.get(`${base}/api/cases/${id}`));
  const reports = await Promise.all(list.items.map(({ id }) => read(id)));
  const verified = await Promise.all(cases.map(read));
  const texts = new Set(reports.map(({ text }) => text));
  demand(reports.length === REPORTS && texts.size === REPORTS, `${reports.length} reports of ${REPORTS}`);
  const photos = [...reports, ...verified].flatMap(({ evidence }) =>
    evidence.filter(({ kind }) => kind === 'photo'),
  );
  const sent = PHOTOS - CONFLICTS;
  demand(photos.length === sent, `${photos.length} photos of ${sent}`);
  demand(new Set(photos.map(({ file }) => file)).size === sent, 'a photo stands twice');
  const off = photos.map(({ offsetMs }) => offsetMs ?? 0);
  demand(
    off.every((ms) => Math.abs(ms - CLOCK_HOURS * 3_600_000) < 120_000),
    `the clock of the phone is told as off by ${Math.min(...off)} to ${Math.max(...off)} ms`,
  );
  note(
    `On the server: ${reports.length} reports with ${texts.size} different texts, ${photos.length} photos in as many files (the other ${CONFLICTS} belong to the conflicts and lie on the phone), each with a clock ${CLOCK_HOURS} hours ahead noted. Lost: 0. Doubled: 0.`,
  );
}

async function said<T>(reply: {
  ok(): boolean;
  status(): number;
  json(): Promise<T>;
  text(): Promise<string>;
}): Promise<T> {
  demand(reply.ok(), `${reply.status()}: ${reply.ok() ? '' : await reply.text()}`);
  return reply.json();
}
