import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { demand, demandAccessible, settled } from '../demand.ts';
import { at, choose, drawer } from '../hands/workbench.ts';
import type { Journey, Lane } from '../house.ts';

const REASON = '第五网格入户走访，逐户核对联系方式';

/** A list leaves: asked for, approved by somebody else, taken as a file, and a leaked line of it leads back to who took it. */
export const exporting: Journey = {
  name: 'a list of people is asked for, approved, taken with its mark, and traced from one leaked line; a card names nobody',
  go: async (lane) => {
    const no = await ask(lane);
    await approve(lane, no);
    const line = await take(lane, no);
    await trace(lane, no, line);
    await share(lane);
  },
};

async function ask(lane: Lane): Promise<string> {
  const page = await at(lane, 'community', '/people');
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const asking = drawer(page);
  await asking.getByRole('checkbox', { name: '姓名' }).check();
  await asking.getByRole('checkbox', { name: '联系电话' }).check();
  await asking.getByText('街道领导或数据管理员审批').or(asking.getByText('个人信息保护专员审批')).waitFor();
  await demandAccessible(page);
  await choose(asking, '用途', '为走访和上门服务');
  await asking.getByLabel('理由').fill(REASON);
  await asking.getByText('文本表格（.csv）').click();
  await asking.getByRole('button', { name: '提交申请' }).click();
  const mine = cardOf(page);
  await mine.getByText('待审批').waitFor();
  const no = (await mine.locator('strong.number').textContent()) ?? '';
  await page.close();
  return no;
}

const cardOf = (page: Page) => page.getByRole('listitem').filter({ hasText: REASON }).first();

async function approve(lane: Lane, no: string): Promise<void> {
  for (const role of ['leader', 'privacy']) {
    const page = await at(lane, role, '/exports?part=waiting');
    await page.getByRole('tab', { name: '待我审批' }).waitFor();
    await settled(page);
    const one = page.getByRole('listitem').filter({ hasText: no });
    if (await one.isVisible()) {
      await one.getByRole('button', { name: '审批' }).click();
      await drawer(page).getByText('批准', { exact: true }).click();
      await drawer(page).getByLabel('意见').fill('确有需要，走访后删除');
      await drawer(page).getByRole('button', { name: '审批' }).click();
      await drawer(page).waitFor({ state: 'hidden' });
      await page.close();
      return;
    }
    await page.close();
  }
  throw new Error(`${no} waits for nobody`);
}

/** Takes the file, sees the mark over it and the number in every row, and leaks a line without its number. */
async function take(lane: Lane, no: string): Promise<string> {
  const page = await at(lane, 'community', '/exports');
  const mine = page.getByRole('listitem').filter({ hasText: no });
  await mine.getByText('可下载', { exact: true }).waitFor({ timeout: 30_000 });
  const coming = page.waitForEvent('download');
  await mine.getByRole('button', { name: '下载', exact: true }).click();
  const text = await readFile(await (await coming).path(), 'utf8');
  const [mark = '', , ...lines] = text.trimEnd().split('\r\n');
  demand(mark.includes(no) && mark.includes('为走访和上门服务'), `the mark says: ${mark}`);
  demand(lines.length > 1 && lines.every((one) => one.endsWith(no)), 'a row is without its number');
  await mine.getByText('已下载 1 / 5 次').waitFor();
  await page.close();
  return (lines[0] ?? '').replace(`,${no}`, '');
}

async function trace(lane: Lane, no: string, line: string): Promise<void> {
  const page = await at(lane, 'privacy', '/trace');
  await page.getByRole('textbox', { name: '流出的内容' }).fill(line.replaceAll(',', '  '));
  await page.getByRole('button', { name: '追查', exact: true }).click();
  const found = page.getByRole('listitem').filter({ hasText: no });
  await found.getByText('整行相同').waitFor();
  await demandAccessible(page);
  await page.close();
}

/** The card of a case is words and a picture without what was said. */
async function share(lane: Lane): Promise<void> {
  const page = await at(lane, 'dispatcher', '/cases');
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: '分享到工作群' }).click();
  const card = page.getByRole('dialog').filter({ hasText: '卡片里没有姓名' });
  const text = await card.locator('.share-text').innerText();
  demand(text.includes('/console/cases/') && !text.includes(title), `the card says: ${text}`);
  await demandAccessible(page);
  await page.close();
}
