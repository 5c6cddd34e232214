import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { demand, settled } from '../demand.ts';
import { photograph } from '../hands/evidence.ts';
import { told } from '../hands/phone.ts';
import type { Journey, Lane } from '../house.ts';

const WORDS = '河边步道的栏杆断了一截，没有网络时写下的';

/** Without a network a report waits on the phone, also over a reload, and then goes out once. */
const offline: Journey = {
  name: 'a report written without a network waits in sight, and is sent once when the network is back',
  go: async (lane) => {
    const page = await lane.enter({ role: 'resident', login: 'offline', phone: true });
    await page.goto(`${lane.base}/report`);
    await page.evaluate(async () => {
      const { controller, ready } = navigator.serviceWorker;
      await ready;
      if (controller === null)
        await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
    });
    await page.context().setOffline(true);
    await photograph(page, '拍照或选照片', 5, { arrives: false });
    await page.getByRole('button', { name: '下一步', exact: true }).click();
    await page.getByRole('button', { name: '用我现在的位置' }).click();
    await page.getByText('已定位').waitFor();
    await page.getByRole('button', { name: '下一步', exact: true }).click();
    await page.getByLabel('出了什么问题？').fill(WORDS);
    await page.getByRole('button', { name: '存着，自动发送' }).click();
    await page.getByRole('heading', { name: '等待发送' }).waitFor();
    await page.reload();
    await page.getByText(WORDS).waitFor();
    await page.getByText('等网络').waitFor();
    await page.context().setOffline(false);
    await page.getByText('没有等待发送的反映').waitFor();
    const reply = await page.request.get(`${lane.base}/api/reports/mine?limit=20`);
    const { items } = (await reply.json()) as { items: { text: string; report: string }[] };
    const mine = items.filter(({ text }) => text === WORDS);
    demand(mine.length === 1, `the report was received ${mine.length} times`);
    const received = await page.request.get(`${lane.base}/api/reports/${mine[0]?.report}`);
    const { files } = (await received.json()) as { files: string[] };
    demand(files.length === 1, `${files.length} photos came along`);
  },
};

/** Whoever does not write speaks: the desk hears it. */
const spoken: Journey = {
  name: 'a report is spoken instead of written, and the desk hears it',
  go: async (lane) => {
    const page = await lane.enter({ role: 'resident', login: 'spoken', phone: true });
    await page.goto(`${lane.base}/report?step=place`);
    await page.getByRole('button', { name: '用我现在的位置' }).click();
    await page.getByText('已定位').waitFor();
    await page.getByRole('button', { name: '下一步', exact: true }).click();
    await page.getByRole('button', { name: /按住说话/ }).hover();
    await page.mouse.down();
    await page.getByText(/^1 \/ 60/).waitFor();
    await page.mouse.up();
    await page.getByText(/已录 \d+ 秒/).waitFor();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('heading', { name: '已收到，谢谢您' }).waitFor();
    const { id } = await told(page, lane);
    const desk = await lane.enter({ role: 'intake' });
    await desk.goto(`${lane.base}/console/cases/${id}`);
    await desk.getByText('语音反映，请听录音。').first().waitFor();
    const sound = desk.locator('audio').first();
    await sound.waitFor();
    await sound.evaluate(
      (one: HTMLAudioElement) =>
        one.readyState > 0 || new Promise((heard) => one.addEventListener('loadedmetadata', heard)),
    );
  },
};

const asked = (page: Page): Promise<string[]> =>
  page
    .locator('[data-question]')
    .evaluateAll((found) => found.map((one) => one.getAttribute('data-question') ?? ''));

/** The questions on the three steps of the screen, for somebody whom the platform does not know. */
async function onScreen(page: Page, lane: Lane): Promise<string[]> {
  await page.goto(`${lane.base}/report`);
  await settled(page);
  const photos = await asked(page);
  await page.getByRole('button', { name: '没有照片，下一步' }).click();
  await page.getByRole('button', { name: '用我现在的位置' }).click();
  await page.getByText('已定位').waitFor();
  const place = await asked(page);
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await page.getByLabel('出了什么问题？').fill('路灯不亮');
  await page.getByText('看起来是哪一类？').waitFor();
  return [...photos, ...place, ...(await asked(page))];
}

const sameQuestions: Journey = {
  name: 'the screen, the large-print form and the phone script ask the same questions in the same order',
  go: async (lane) => {
    const page = await lane.enter({ login: 'questions', phone: true });
    const screen = await onScreen(page, lane);
    await page.goto(`${lane.base}/paper/report`);
    await settled(page);
    const paper = await asked(page);
    const size = await page
      .locator('.paper')
      .evaluate((sheet) =>
        Math.min(
          ...[sheet, ...sheet.querySelectorAll('*')].map((one) =>
            Number.parseFloat(getComputedStyle(one).fontSize),
          ),
        ),
      );
    // 18 pt are 24 px.
    demand(size >= 24, `the paper form has letters of ${size} px`);
    const desk = await lane.enter({ role: 'intake' });
    await desk.goto(`${lane.base}/console/intake`);
    await settled(desk);
    const script = await asked(desk);
    demand(screen.length === 7, `the screen asks ${screen.join(', ')}`);
    demand(screen.join() === paper.join(), `paper asks ${paper.join(', ')}, the screen ${screen.join(', ')}`);
    demand(screen.join() === script.join(), `the script asks ${script.join(', ')}`);
  },
};

/** What a weak network carries before somebody sees the first page. */
const FIRST_VIEW_KB = 150;

const budget: Journey = {
  name: `the first page needs no more than ${FIRST_VIEW_KB} KB of script`,
  go: async (lane) => {
    const page = await lane.enter({ login: 'budget', phone: true });
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (/\/assets\/.*\.js$/.test(response.url()) && response.request().serviceWorker() === null)
        scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(lane.base);
    await settled(page);
    const bytes = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0);
    demand(bytes > 0, 'no script was seen on its way');
    demand(bytes <= FIRST_VIEW_KB * 1024, `the first page needs ${Math.ceil(bytes / 1024)} KB of script`);
  },
};

/** A shared link tells a stranger where a report stands and nothing else. */
const shared: Journey = {
  name: 'progress can be shown to others by a picture and a link without anybody’s data',
  go: async (lane) => {
    const page = await lane.enter({ role: 'resident', login: 'sharing', phone: true });
    const words = '三号楼张老师家楼下的井盖松了';
    const sent = await page.request.post(`${lane.base}/api/reports`, {
      data: { text: words, lng: 120.1563, lat: 31.2287, address: '三号楼 302 室' },
    });
    const { report, no } = (await sent.json()) as { report: string; no: string };
    await page.goto(`${lane.base}/progress/${report}`);
    await page.getByRole('button', { name: '分享进度' }).click();
    await page.getByRole('img', { name: /办理状态卡片/ }).waitFor();
    const { token } = (await (
      await page.request.post(`${lane.base}/api/reports/${report}/sharing`, { data: {} })
    ).json()) as { token: string };
    const stranger = await lane.enter({ login: 'stranger', phone: true });
    await stranger.goto(`${lane.base}/shared/${token}`);
    await stranger.getByText(no).waitFor();
    const seen = await stranger.locator('main').innerText();
    demand(!/张老师|302/.test(seen), `a stranger reads: ${seen}`);
  },
};

export const reportWays: readonly Journey[] = [offline, spoken, sameQuestions, budget, shared];
