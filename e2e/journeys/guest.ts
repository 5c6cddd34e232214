import { photograph } from '../hands/evidence.ts';
import type { Journey } from '../house.ts';

/** Somebody without an account reports and follows by number and code alone. */
export const guest: Journey = {
  name: 'somebody without an account reports on the phone and follows it by its number and code',
  go: async (lane) => {
    const page = await lane.enter({ phone: true });
    await page.goto(`${lane.base}/report`);
    await photograph(page, '拍照或选照片', 7);
    await page.getByRole('button', { name: '下一步', exact: true }).click();
    await page.getByRole('button', { name: '用我现在的位置' }).click();
    await page.getByText('已定位').waitFor();
    await page.getByRole('button', { name: '下一步', exact: true }).click();
    await page.getByLabel('出了什么问题？').fill('河边步道第三盏路灯不亮');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('heading', { name: '已收到，谢谢您' }).waitFor();
    const [no = '', code = ''] = await page.locator('.receipt-no').allInnerTexts();
    await page.goto(`${lane.base}/track`);
    const fields = page.getByRole('textbox');
    await fields.nth(0).fill(no);
    await fields.nth(1).fill(code);
    await page.getByRole('button').filter({ hasText: /查/ }).first().click();
    await page.getByText(no).first().waitFor();
    await page.getByText('河边步道第三盏路灯不亮').waitFor();
  },
};
