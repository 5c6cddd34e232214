import type { Page } from 'playwright-core';
import { demand, settled } from '../demand.ts';
import * as hands from '../hands/case.ts';
import { verify } from '../hands/field.ts';
import { answer, report, type Told } from '../hands/phone.ts';
import { at, card, choose, drawer, form, press, send } from '../hands/workbench.ts';
import { overTime, type Lane } from '../house.ts';
import { read, readInEnglish } from '../words.ts';

const WORDS = '桥头有人占着人行道收废品，纸板堆到路中间';
/** What every screen of this way has to stand: no word unsaid, nothing to push sideways. */
const seen = (name: string) => (page: Page) => read(page, name);

/** 一台受理、二级分拨、三级处置、四级监督: one report from the first word to the sealed package, each act by whom it belongs to. */
export const wholeWay = overTime(
  'a report goes its whole way through the screens: verified, dispatched, helped with, checked, not solved, done again, solved, sealed after two weeks',
  async (lane) => {
    const phone = await lane.enter({ role: 'resident', phone: true });
    const told = await report(phone, lane, WORDS);
    await seen('01-receipt')(phone);
    await taken(lane, told);
    await helped(lane, told);
    await hands.reportHandled(lane, told, '已劝离并清走全部纸板，告知下次处罚', seen('10-handled'));
    await hands.checkAndClose(lane, told, seen('11-check'));
    await notSolved(lane, told, phone);
    await hands.acknowledge(lane, told);
    await hands.reportHandled(lane, told, '再次清走，并与收购点签订不占道承诺');
    await hands.checkAndClose(lane, told);
    await answer(phone, lane, told, true);
    await seen('15-solved')(phone);
    await readInEnglish(lane, { role: 'resident', phone: true }, `/progress/${told.report}`);
    return told;
  },
  async (lane, told) => {
    const page = await at(lane, 'checker', `/closing?desk=to_archive&case=${told.id}`);
    await send(form(page, '归档'), '归档');
    await page.goto(`${lane.base}/console/cases/${told.id}`);
    await page.getByText('SHA-256').first().waitFor();
    await seen('16-archived')(page);
    await readInEnglish(lane, { role: 'checker' }, `/console/cases/${told.id}`);
    const phone = await lane.enter({ role: 'resident', phone: true });
    await phone.goto(`${lane.base}/progress/${told.report}`);
    await phone.getByText('已归档').first().waitFor();
    await seen('17-filed')(phone);
  },
);

/** Verified on site, registered, dispatched as the list suggests, taken in hand. */
async function taken(lane: Lane, told: Told): Promise<void> {
  await hands.sendToVerify(lane, told, seen('02-send-to-verify'));
  await readInEnglish(lane, { role: 'grid_worker', phone: true }, `/field/case/${told.id}`);
  await verify(lane, told, seen('03-verify'));
  await readInEnglish(lane, { role: 'intake' }, `/console/register?desk=to_register&case=${told.id}`);
  await hands.register(lane, told, '02003', seen('04-register'));
  await readInEnglish(lane, { role: 'dispatcher' }, `/console/dispatch?case=${told.id}`);
  await hands.dispatch(lane, told, async (page) => {
    const why = await page.getByRole('region', { name: '按责任清单的建议' }).innerText();
    demand(
      /法定/.test(why) && /02003/.test(why) && /第 \d+ 版/.test(why),
      `the suggestion gives no reason: ${why}`,
    );
    await seen('05-dispatch')(page);
  });
  await readInEnglish(lane, { role: 'department' }, `/console/handling?desk=to_acknowledge&case=${told.id}`);
  await hands.acknowledge(lane, told, seen('06-acknowledge'));
}

/** The lead asks the community to help; it reports its share, and the lead, not the community, accepts it. */
async function helped(lane: Lane, told: Told): Promise<void> {
  const lead = await at(lane, 'department', `/cases/${told.id}`);
  const asked = await press(lead, '增加协办');
  await choose(asked, '单位', '听枫社区', '听枫社区');
  await asked.getByLabel('要做什么').fill('劝说收购点把纸板搬进院内');
  await seen('07-ask-for-help')(lead);
  await send(asked, '增加协办');
  const helper = await at(lane, 'community', '/tasks');
  await card(helper, told.no).getByRole('button', { name: '反馈任务' }).click();
  await drawer(helper).getByLabel('处置情况').fill('已上门劝说，收购点答应搬进院内');
  await seen('08-report-task')(helper);
  await send(drawer(helper), '反馈任务');
  demand(
    (await card(helper, told.no).getByRole('button', { name: '认可或退回' }).count()) === 0,
    'a helper judges its own task',
  );
  await lead.goto(`${lane.base}/console/tasks`);
  await card(lead, told.no).getByRole('button', { name: '认可或退回' }).click();
  await drawer(lead).getByText('认可', { exact: true }).click();
  await drawer(lead).getByLabel('说明', { exact: true }).fill('已核对，属实');
  await seen('09-judge-task')(lead);
  await send(drawer(lead), '认可或退回');
  await Promise.all([lead.close(), helper.close()]);
  await readInEnglish(lane, { role: 'department' }, `/console/cases/${told.id}`);
}

/** The resident says that it is not solved; the centre answers, and it is taken up again. */
async function notSolved(lane: Lane, told: Told, phone: Page): Promise<void> {
  await readInEnglish(lane, { role: 'resident', phone: true }, `/progress/${told.report}/solved`);
  await answer(phone, lane, told, false);
  await seen('12-not-solved')(phone);
  const page = await at(lane, 'supervisor', '/reopenings');
  await readInEnglish(lane, { role: 'supervisor' }, '/console/reopenings');
  await card(page, told.no).getByRole('button', { name: '答复重办申请' }).click();
  await drawer(page).getByText('同意重办', { exact: true }).click();
  await drawer(page).getByLabel('理由').fill('居民反映属实，重新办理');
  await seen('13-reopening')(page);
  await send(drawer(page), '答复重办申请');
  await page.close();
  await phone.goto(`${lane.base}/progress/${told.report}`);
  await phone.getByText('第 2 次办理').waitFor();
  await settled(phone);
  await seen('14-second-round')(phone);
}
