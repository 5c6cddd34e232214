import type { Page } from 'playwright-core';
import { demand, demandAccessible, demandFits, settled } from '../demand.ts';
import { turnInto } from '../hands/window.ts';
import type { Journey, Lane, Look } from '../house.ts';
import { demandLarge, demandNorm } from '../measure.ts';
import { measured } from '../proofs.ts';
import { faultsOfSight } from '../screens/look.ts';
import { readInEnglish } from '../words.ts';

/** From what has happened in a life to somebody who calls back, without knowing which department it is. */
const callBack: Journey = {
  name: 'a life event leads to an item, and the item to somebody who calls back, with a number and a clock',
  go: async (lane) => {
    const look = { role: 'resident', login: 'front door', phone: true };
    const page = await lane.enter(look);
    await page.goto(lane.base);
    await page.getByRole('link', { name: '养老' }).click();
    await page.getByRole('link', { name: /城乡居民基本养老保险待遇领取/ }).click();
    await page.getByText('20 个工作日').waitFor();
    await page.getByText('请向窗口确认').first().waitFor();
    await page.getByText('不用手机，一样能办').waitFor();
    await page.getByRole('link', { name: '请回电' }).click();
    await page.getByLabel(/想问什么/).fill('下午两点以后方便');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('heading', { name: '已收到，谢谢您' }).waitFor();
    const no = await page.locator('.receipt-no').first().innerText();
    await page.getByRole('link', { name: '看进度' }).click();
    await page.getByText('请回电：城乡居民基本养老保险待遇领取').first().waitFor();
    demand((await page.getByText(no).count()) > 0, `the progress of ${no} does not show its number`);
    for (const path of ['/', '/life', '/life/elder', '/services/SVC01', '/services/SVC01/ask?way=visit'])
      await readInEnglish(lane, look, path);
  },
};

const pages = [
  '/',
  '/life',
  '/life/elder',
  '/services/SVC01',
  '/services/SVC01/ask?way=visit',
  '/report',
  '/report?step=place',
  '/report?step=words',
  '/mine',
  '/messages',
  '/settings',
  '/helpers',
  '/privacy',
  '/my-data',
  '/help',
  '/track',
];

type Reading = { readonly elder: boolean; readonly largest?: boolean; readonly contrast?: boolean };

/** Opens every page as somebody who reads in this way, and turns it into English. */
async function readAll(
  lane: Lane,
  look: Look,
  reading: Reading,
  check: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await lane.enter(look);
  await page.addInitScript((kept) => localStorage.setItem('fengqiao.reading', kept), JSON.stringify(reading));
  for (const path of pages) {
    await page.goto(lane.base + path);
    await settled(page);
    await check(page);
    if (reading.elder) await demandAccessible(page);
    await turnInto(page, 'en');
    await settled(page);
    await check(page);
  }
}

const elder: Journey = {
  name: 'old people can read and press everything, and the hotline stands on every page, in both languages',
  go: async (lane) => {
    const look = { role: 'resident', login: 'elder', phone: true };
    await readAll(lane, look, { elder: true }, async (page) => {
      measured('elder', await demandNorm(page, 'elder'));
      await demandFits(page);
      const faults = await faultsOfSight(page);
      demand(faults.length === 0, `${page.url()} for old people: ${faults.join('; ')}`);
      const calls = page.locator('a[href^="tel:"]');
      demand(await calls.first().isVisible(), `${page.url()} has no number to phone`);
    });
  },
};

const large: Journey = {
  name: 'nothing is lost at 200 % and at the largest text, in high contrast too, in both languages',
  go: async (lane) => {
    const look = { role: 'resident', login: 'large', phone: true };
    await readAll(lane, look, { elder: false, contrast: true }, async (page) => {
      measured('usual', await demandNorm(page, 'usual'));
      await demandLarge(page);
    });
    await readAll(lane, look, { elder: true, largest: true, contrast: true }, async (page) => {
      await demandFits(page);
      measured('largest', await demandNorm(page, 'largest'));
    });
  },
};

export const frontDoor: readonly Journey[] = [callBack, elder, large];
