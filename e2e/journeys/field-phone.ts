import type { Locator, Page } from 'playwright-core';
import { demand } from '../demand.ts';
import { picture } from '../hands/evidence.ts';
import { keptHere } from '../hands/kept-here.ts';
import { newerPage, standBefore, type Front } from '../hands/newer-build.ts';
import type { Journey, Lane } from '../house.ts';

const said = (what: string) => `${what}${String(Date.now()).slice(-7)}`;

/** What was found, with a photo, kept on the phone; `arrives` says whether the network brings the photo. */
async function find(page: Page, base: string, words: string, n: number): Promise<void> {
  await page.goto(`${base}/field/found`);
  await fillIn(page, words, n);
  await page.getByLabel('搜类别').fill('占道广告牌');
  await page.getByRole('group', { name: '搜类别' }).getByRole('button', { name: '占道广告牌' }).click();
  await page.getByText('已定位').waitFor();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { name: '已存在这部手机上' }).waitFor();
}

async function fillIn(page: Page, words: string, n: number): Promise<void> {
  await page.locator('label.camera input').setInputFiles(picture(n));
  await page.locator('.photos li img').waitFor();
  await page.getByLabel(/^说明/).fill(words);
}

/** The app lies on the phone and opens without a network. */
async function installed(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/field/`);
  await page.getByText('都已上传').waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
  });
}

/** How many cases of the street say these words. */
async function arrivedTimes({ base, enter }: Lane, words: string): Promise<number> {
  const desk = (await enter({ role: 'intake' })).request;
  const reply = await desk.get(`${base}/api/cases?q=${encodeURIComponent(words)}`);
  return ((await reply.json()) as { items: unknown[] }).items.length;
}

/** A newer app waits for a press, and what is in the outbox or half written comes through. */
const newVersion: Journey = {
  name: 'a newer build of the field app waits and is told; let in, nothing of the outbox and of a half-filled form is lost',
  go: async (lane) => {
    const front = await standBefore(lane.base);
    try {
      await comesThrough(lane, front);
    } finally {
      await front.close();
    }
  },
};

async function comesThrough(lane: Lane, front: Front): Promise<void> {
  const page = await lane.enter({ role: 'grid_worker', login: 'newer', phone: true });
  const [handedIn, begun] = [said('更新前已交'), said('更新前写了一半')];
  await installed(page, front.base);
  front.reach(false);
  await find(page, front.base, handedIn, 8);
  await page.goto(`${front.base}/field/found`);
  await fillIn(page, begun, 9);
  front.release();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByText('有新版本。').waitFor();
  demand((await page.locator(newerPage).count()) === 0, 'the newer build came in by itself');
  await page.getByRole('button', { name: '现在更新' }).click();
  await page.locator(newerPage).waitFor({ state: 'attached' });
  await page.getByLabel(/^说明/).waitFor();
  demand((await page.getByLabel(/^说明/).inputValue()) === begun, 'the half-filled form is gone');
  await page.locator('.photos img').waitFor();
  await page.goto(`${front.base}/field/outbox`);
  await page.getByRole('heading', { name: '待上传 (1)' }).waitFor();
  front.reach(true);
  await page.getByRole('button', { name: '现在上传' }).click();
  await page.getByRole('heading', { name: /^已上传/ }).waitFor();
  const times = await arrivedTimes(lane, handedIn);
  demand(times === 1, `what was handed in before the update arrived ${times} times`);
}

/** What may lie on a phone nobody is signed in on: the app itself, how it looks and speaks, and how far the clock is off. */
const harmless =
  /^(cache \/field\/|storage fengqiao\.(language|hotline|reading|field\.leaving|field\.clock):)/;

async function demandWiped(page: Page): Promise<void> {
  await page.waitForURL(/\/field\/sign-in/);
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  const left = (await keptHere(page)).filter((one) => !harmless.test(one));
  demand(left.length === 0, `left on the phone: ${left.map((one) => one.slice(0, 200)).join('\n')}`);
}

/** Signing out leaves nothing behind; with something unsent it asks first. */
const leaving: Journey = {
  name: 'signing out of a phone with things unsent is warned of, then wipes it; with nothing unsent it is wiped without a question, and the server knows',
  go: async (lane) => {
    const page = await lane.enter({ role: 'grid_worker', login: 'leaving', phone: true });
    await installed(page, lane.base);
    await page.context().setOffline(true);
    const words = said('退出前没传');
    await find(page, lane.base, words, 10);
    const kept = (await keptHere(page)).join('\n');
    demand(/outbox: 1 rows/.test(kept) && !kept.includes(words), 'what waits is not kept, or lies open');
    await page.goto(`${lane.base}/field/`);
    await page.getByRole('button', { name: '退出', exact: true }).click();
    await page.getByText('还有 1 件没有上传').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('待上传 1 件').waitFor();
    await page.getByRole('button', { name: '退出', exact: true }).click();
    await page.getByRole('button', { name: '仍要退出并删除' }).click();
    await demandWiped(page);
    await page.context().setOffline(false);
    await untilOut(page, lane);
    demand((await arrivedTimes(lane, words)) === 0, 'what was deleted arrived all the same');
    await page.request.post(`${lane.base}/api/demo/sessions`, { data: { role: 'grid_worker' } });
    await installed(page, lane.base);
    await page.getByRole('button', { name: '退出', exact: true }).click();
    await demandWiped(page);
    await untilOut(page, lane);
  },
};

/** The session is over on the server too. */
async function untilOut(page: Page, { base }: Lane): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const me = (await (await page.request.get(`${base}/api/me`)).json()) as { kind: string };
    if (me.kind === 'guest') return;
    await page.waitForTimeout(100);
  }
  throw new Error('the session goes on at the server');
}

/** What was said where there is no network is heard at the desk, and on the worker's own phone. */
const voiceNote: Journey = {
  name: 'a voice note is spoken without a network, kept, sent when it is back, and heard at the case on the desk and on the phone',
  go: async (lane) => {
    const page = await lane.enter({ role: 'grid_worker', login: 'voice', phone: true });
    await installed(page, lane.base);
    await page.context().setOffline(true);
    const words = said('说的比写的多');
    await page.goto(`${lane.base}/field/found`);
    await fillIn(page, words, 11);
    await page.getByRole('button', { name: '说一段话（最多 60 秒）' }).click();
    await page.getByRole('button', { name: /^正在录 1 \// }).click();
    await heard(page.getByLabel('语音', { exact: true }));
    await page.getByText('已定位').waitFor();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('heading', { name: '已存在这部手机上' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: '已上报' }).waitFor();
    await page.getByRole('link', { name: '看这件事' }).click();
    await heard(page.locator('audio'));
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const desk = await lane.enter({ role: 'intake' });
    await desk.goto(`${lane.base}/console/cases/${id}?tab=evidence`);
    await heard(desk.locator('audio'));
  },
};

/** A sound is not only shown: the browser has read it and knows its length. */
async function heard(sound: Locator): Promise<void> {
  await sound.first().waitFor();
  await sound.first().evaluate(
    (one: HTMLAudioElement) =>
      one.readyState > 0 ||
      new Promise((done, failed) => {
        one.addEventListener('loadedmetadata', done);
        one.addEventListener('error', () => failed(new Error('the sound cannot be played')));
      }),
  );
}

export const fieldPhone: readonly Journey[] = [voiceNote, newVersion, leaving];
