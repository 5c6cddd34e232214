import { demand } from '../demand.ts';
import { codeTo, ownPhone } from '../hands/code.ts';
import { report } from '../hands/phone.ts';
import type { Journey, Lane } from '../house.ts';
import type { Page } from 'playwright-core';

const HELPER = '19900007777';

/** A helper acts for an old person, who reads of it, sees it under their helpers and revokes it at once. */
export const mandate: Journey = {
  name: 'an old person lets a neighbour act for them, is told of what was done, and revokes it',
  go: async (lane) => {
    const old = await lane.enter({ role: 'resident', phone: true });
    await old.goto(`${lane.base}/helpers`);
    await old.getByRole('button', { name: '请人替我办' }).click();
    await old.getByLabel('对方的手机号').fill(HELPER);
    await old.getByRole('button', { name: '发出邀请' }).click();
    await old.getByRole('button', { name: '向我的手机发送验证码' }).click();
    await old.getByLabel('短信里的六位验证码').waitFor();
    await old.getByLabel('短信里的六位验证码').fill(await codeTo(old, lane, await ownPhone(old, lane)));
    await old.getByRole('button', { name: '核验并继续' }).click();
    await old.getByText('已发出，等对方确认').waitFor();

    const helper = await lane.enter({ phone: true, language: 'zh' });
    await signIn(helper, lane);
    await helper.goto(`${lane.base}/helpers`);
    await helper.getByRole('button', { name: '同意', exact: true }).click();
    await helper.getByRole('button', { name: '替他（她）办理' }).click();
    await helper.getByRole('complementary', { name: '正在替人办理' }).waitFor();
    const told = await report(helper, lane, '三号楼门口的路灯不亮，老人晚上看不见');
    demand(await helper.getByRole('button', { name: '回到本人' }).isVisible(), 'the banner is out of sight');
    await helper.getByRole('button', { name: '回到本人' }).click();
    await helper.getByRole('navigation', { name: '替家人办' }).getByRole('button').first().click();
    await helper.getByRole('complementary', { name: '正在替人办理' }).waitFor();

    await old.goto(`${lane.base}/progress/${told.report}`);
    await old.getByText('由代办人办理').first().waitFor();
    await old.goto(`${lane.base}/messages`);
    await old.getByText('以您的名义反映了一个问题').first().waitFor();
    await old.goto(`${lane.base}/helpers`);
    await old.getByText('替本人反映问题').first().waitFor();
    await old.getByRole('button', { name: '撤销授权' }).click();
    await old.getByRole('button', { name: '撤销，立即生效' }).click();
    await old.getByText('还没有人替您办事').waitFor();

    await helper.goto(`${lane.base}/mine`);
    demand(
      (await helper.getByRole('complementary', { name: '正在替人办理' }).count()) === 0,
      'the helper still acts after the mandate was revoked',
    );
    demand((await helper.getByText(told.no).count()) === 0, 'the helper still sees the report');
  },
};

async function signIn(page: Page, lane: Lane): Promise<void> {
  await page.goto(`${lane.base}/sign-in?next=/helpers`);
  await page.getByLabel('手机号').fill(HELPER);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByLabel('验证码', { exact: true }).fill(await codeTo(page, lane, HELPER));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '家庭与代办' }).waitFor();
}
