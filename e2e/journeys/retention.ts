import { codeTo } from '../hands/code.ts';
import type { Page } from 'playwright-core';
import { settled } from '../demand.ts';
import { at, drawer } from '../hands/workbench.ts';
import type { Journey, Lane } from '../house.ts';

const PHONE = '19900008642';
const REASON = '准备离开本街道，请删除我的资料';

/** What must go: a resident asks to be erased and is; a timer is counted, approved and run; words that do not belong are masked. */
export const retention: Journey = {
  name: 'a timer runs once its count was approved, a phone is masked in a report, and a resident who asks is erased',
  go: async (lane) => {
    await runTimer(lane);
    await scrub(lane);
    await erase(lane);
  },
};

async function runTimer(lane: Lane): Promise<void> {
  const page = await at(lane, 'privacy', '/retention?part=runs');
  const run = page.getByRole('listitem').filter({ hasText: '已清点，待批准' }).first();
  await run.getByText('校验后未应用').waitFor();
  await run.getByRole('button', { name: '查看并决定' }).click();
  const form = page.getByRole('dialog', { name: '查看并决定' });
  await form.getByText('只有编号和日期').waitFor();
  await form.getByText('批准执行').click();
  await form.getByLabel('意见').fill('样例与导入清单一致，同意销毁');
  await form.getByRole('button', { name: '决定' }).click();
  await prove(page);
  await form.waitFor({ state: 'hidden' });
  const done = page.getByRole('listitem').filter({ hasText: '样例与导入清单一致，同意销毁' });
  await until(page, () => done.getByText('已完成').isVisible());
  await page.goto(`${lane.base}/console/retention?part=terms`);
  await page.getByText('网络安全法：网络日志留存不少于六个月', { exact: true }).waitFor();
  await page.close();
}

/** Destroying is a grave act: whoever approves it proves again that it is they. */
async function prove(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '请再次核验是您本人' });
  const told = await dialog.getByText(/演示环境的密码是/).innerText();
  await dialog.getByLabel('登录密码').fill(told.replace(/^.*密码是\s*/, ''));
  await dialog.getByRole('button', { name: '核验并继续' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The scan found what reporters wrote by itself; a person masks it. */
async function scrub(lane: Lane): Promise<void> {
  const page = await at(lane, 'privacy', '/scrubs');
  const first = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: '打开原文' }) })
    .first();
  await until(page, () => first.isVisible());
  const no = (await first.locator('.number').textContent()) ?? '';
  await first.getByRole('button', { name: '打开原文' }).click();
  await drawer(page).getByText('勾选的将被遮盖').waitFor();
  await drawer(page)
    .getByRole('button', { name: /^遮盖 \d+ 处$/ })
    .click();
  await drawer(page).waitFor({ state: 'hidden' });
  await page.goto(`${lane.base}/console/scrubs?part=done`);
  await page
    .getByRole('listitem')
    .filter({ hasText: no })
    .first()
    .getByText(/^遮盖 \d+ 处/)
    .waitFor();
  await page.close();
}

async function erase(lane: Lane): Promise<void> {
  const phone = await lane.enter({ phone: true, language: 'zh' });
  await phone.goto(`${lane.base}/sign-in?next=/erasure`);
  await phone.getByLabel('手机号').fill(PHONE);
  await phone.getByRole('button', { name: '获取验证码' }).click();
  await phone.getByLabel('验证码', { exact: true }).fill(await codeTo(phone, lane, PHONE));
  await phone.getByRole('button', { name: '登录', exact: true }).click();
  await phone.getByRole('heading', { name: '注销账户' }).waitFor();
  await phone.getByLabel('原因（可不填）').fill(REASON);
  await phone.getByText('我已了解以上后果').click();
  await phone.getByRole('button', { name: '申请删除' }).click();
  await phone.getByText('待决定').waitFor();
  const page = await at(lane, 'privacy', '/retention');
  const asked = page.getByRole('listitem').filter({ hasText: REASON }).first();
  await asked.getByRole('button', { name: '决定' }).click();
  await drawer(page).getByText('同意删除').click();
  await drawer(page).getByLabel('给申请人的理由').fill('符合删除条件，予以删除');
  await drawer(page).getByRole('button', { name: '决定' }).click();
  await drawer(page).waitFor({ state: 'hidden' });
  await page.goto(`${lane.base}/console/retention?part=all`);
  const gone = page.getByRole('listitem').filter({ hasText: REASON }).first();
  await until(page, () => gone.getByText('已删除').isVisible());
  await page.close();
}

/** The background does it within its round; the page is read again until it says so. */
async function until(page: Page, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 45_000; Date.now() < end; await page.waitForTimeout(1_000)) {
    await settled(page);
    if (await holds()) return;
    await page.reload();
  }
  throw new Error('The background did not do it in time.');
}
