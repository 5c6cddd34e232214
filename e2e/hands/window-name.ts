import type { Page } from 'playwright-core';
import { texts } from '../../console/src/screens/real-name/texts.ts';
import { demand, demandAccessible, settled } from '../demand.ts';
import type { Lane } from '../house.ts';
import { read } from '../words.ts';
import { prove } from './prove.ts';

const PHONE = `1990003${String(Date.now()).slice(-4)}`;

/**
 * Somebody comes to the window with the phone they sign in with and their paper: their name is proved there, and the receipt
 * says so without saying who they are. Of somebody whom the registry does not know, the clerk is told what to do.
 */
export async function proveAtTheWindow(
  lane: Lane,
  resident: { name: string; idNumber: string },
): Promise<void> {
  await firstSignIn(lane);
  const page = await lane.enter({ role: 'intake' });
  await page.goto(`${lane.base}/console/real-name`);
  await fill(page, { ...resident, name: '别的名' });
  await page.getByText(texts.hereNeeded.zh).waitFor();
  await page.getByLabel(texts.here.zh).check();
  await page.getByRole('button', { name: texts.prove.zh }).click();
  await prove(page, lane);
  await page.getByText(texts.unknown.zh).waitFor();
  await settled(page);
  await read(page, 'real-name-unknown');
  await demandAccessible(page);
  await fill(page, resident);
  await page.getByRole('heading', { name: texts.receipt.zh }).waitFor();
  demand((await page.getByText(resident.name).count()) === 0, 'the receipt names who was proved');
  await read(page, 'real-name-receipt');
  await demandAccessible(page);
  await page.close();
}

/** The account comes into being when its phone signs in for the first time. */
async function firstSignIn(lane: Lane): Promise<void> {
  const page = await lane.enter({ login: PHONE });
  const data = { phone: PHONE };
  await page.request.post(`${lane.base}/api/phone-codes`, { data });
  const since = Date.now();
  let code: string | undefined;
  while (code === undefined && Date.now() - since < 10_000) {
    const reply = await page.request.get(`${lane.base}/api/demo/outbox`);
    const { items } = (await reply.json()) as { items: { to: string; text: string }[] };
    const sent = items.find(({ to }) => to === PHONE)?.text ?? '';
    code = /验证码 (\d{6})/.exec(sent)?.[1];
    await page.waitForTimeout(300);
  }
  const entered = await page.request.post(`${lane.base}/api/phone-sessions`, { data: { ...data, code } });
  demand(entered.ok(), `the first sign-in was answered with ${entered.status()}`);
  await page.close();
}

async function fill(page: Page, { name, idNumber }: { name: string; idNumber: string }): Promise<void> {
  await page.getByLabel(texts.name.zh).fill(name);
  await page.getByLabel(texts.idNumber.zh).fill(idNumber);
  await page.getByLabel(texts.phone.zh).fill(PHONE);
  await page.getByRole('button', { name: texts.prove.zh }).click();
}
