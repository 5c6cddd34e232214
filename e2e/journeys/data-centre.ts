import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { registryRowNotes, registryRowProblems } from '../../contract/src/registry/import-words.ts';
import type { Block } from '../../server/town/people/households.ts';
import { writeTables, type Made } from '../../server/town/people/tables.ts';
import { demand, demandAccessible, settled } from '../demand.ts';
import { writeByHand } from '../hands/by-hand.ts';
import { prove } from '../hands/prove.ts';
import { signedIn } from '../hands/sign-in.ts';
import { proveAtTheWindow } from '../hands/window-name.ts';
import { at, drawer } from '../hands/workbench.ts';
import type { Journey, Lane } from '../house.ts';
import { keepImport, keeps } from '../proofs.ts';
import { read, readInEnglish } from '../words.ts';

/** A proof is a whole subdistrict; every other run is a few hundred homes of it. */
const PEOPLE = keeps ? 210_000 : 1200;
const STREETS = keeps
  ? ['石板街', '染坊弄', '米市街', '酱园弄', '书院巷', '听枫环路', '陆家埭', '望湖路', '崇文路', '枫林路']
  : ['石板街', '染坊弄'];
const PATIENCE = keeps ? 600_000 : 60_000;
const RESOURCE = '实有人口';
const SUMMARY = '户籍、常住和流动人口，含入户核实的新到户；每项有来源、日期和核实单位。';
const WHY = '核对沿街店铺经营者的住址';
const PARTLY = '工作单位与此次核对无关，不予提供。';
const REFUSED = '工作单位';

/** The data centre from a table to its use: nothing gets in unchecked, and nobody gets more than was granted. */
export const dataCentre: Journey = {
  name: 'a steward imports people and finds what is wrong with which row, the resource is published, a department asks for it and gets a part of its fields, a grid worker sees masked people of their own grid, and a community writes a home, a person and a shop down in both languages, whose name is proved at the window',
  go: async (lane) => {
    const made = await importPeople(lane);
    demand(made.planted.length > 8, 'hardly anything was spoiled in the table');
    const resource = await publish(lane);
    const share = await ask(lane, resource);
    await approve(lane, share);
    await grant(lane, share);
    await readGranted(lane, share);
    await ownGridOnly(lane);
    await proveAtTheWindow(lane, await writeByHand(lane, 'zh'));
    await writeByHand(lane, 'en');
    await readInEnglish(lane, { role: 'steward' }, '/console/data-imports');
    await readInEnglish(lane, { role: 'department' }, `/console/sharing/${share}`);
    await readInEnglish(lane, { role: 'steward' }, `/console/catalogue/${resource}`);
  },
};

/** A table as the police hand it over, in GBK, with errors planted in it; the screen and the report name each of them. */
async function importPeople(lane: Lane): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), 'fengqiao-journey-'));
  const table = join(folder, '入户核实.csv');
  const page = await at(lane, 'steward', '/data-imports/new?kind=people');
  try {
    const made = await writeTables(
      await blocksOf(page, lane),
      { people: table, homes: join(folder, 'homes.csv') },
      { count: PEOPLE, spoil: true, gbk: true, seed: 'journey' },
    );
    const watch = stopwatch();
    await page.getByLabel('选择 CSV 或 XLSX 文件').setInputFiles(table);
    await page.getByText(`${PEOPLE.toLocaleString('en')} 行`, { exact: true }).waitFor({ timeout: PATIENCE });
    watch.lap(`${PEOPLE} rows uploaded, read, their columns guessed`);
    await page.getByLabel('数据来源').fill('派出所户籍');
    await settled(page);
    await read(page, 'data-import-columns');
    await demandAccessible(page);
    watch.start();
    await page.getByRole('button', { name: '开始校验（不写入）' }).click();
    await page.getByText('待确认', { exact: true }).waitFor({ timeout: PATIENCE });
    watch.lap('checked row by row, nothing written yet');
    await settled(page);
    await read(page, 'data-import-checked');
    await demandAccessible(page);
    await showsWhatWasPlanted(page, made);
    await reportNamesThem(page, made);
    watch.note(
      `the screen counts and the report names ${made.planted.length} of ${made.planted.length} planted errors`,
    );
    await page.getByRole('button', { name: '确认写入' }).click();
    await prove(page, lane);
    await page.getByText('已写入', { exact: true }).waitFor({ timeout: PATIENCE });
    watch.lap('written');
    keepImport(watch.log);
    return made;
  } finally {
    await page.close();
    await rm(folder, { recursive: true });
  }
}

/** What a steward waits for, one line for each wait. */
function stopwatch() {
  const log: string[] = [];
  let began = performance.now();
  const start = () => void (began = performance.now());
  return {
    log,
    start,
    note: (words: string) => {
      log.push(words);
      start();
    },
    lap: (words: string) => {
      log.push(`${words}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
      start();
    },
  };
}

async function blocksOf(page: Page, { base }: Lane): Promise<Block[]> {
  const found = STREETS.map(async (street) => {
    const reply = await page.request.get(`${base}/api/grids/addresses?q=${encodeURIComponent(street)}`);
    return ((await reply.json()) as { items: { id: string; kind: string; address: string }[] }).items;
  });
  const buildings = (await Promise.all(found)).flat().filter(({ kind }) => kind === 'building');
  demand(buildings.length > 0, 'the streets of the journey have no buildings');
  return buildings.map(({ id, address }) => ({ id, address, floors: 9, households: 60 }));
}

const wordsOf = (code: Made['planted'][number]['code']): string =>
  ({ ...registryRowProblems, ...registryRowNotes })[code].zh;

async function showsWhatWasPlanted(page: Page, { planted }: Made): Promise<void> {
  const problems = page.getByRole('region', { name: '问题与提示' });
  for (const code of new Set(planted.map((one) => one.code))) {
    const rows = planted.filter((one) => one.code === code).length;
    const mark = await problems
      .getByRole('listitem')
      .filter({ hasText: wordsOf(code) })
      .innerText();
    demand(mark.replace(wordsOf(code), '').trim() === String(rows), `${rows} rows were planted as “${mark}”`);
  }
}

/** The report to download names each planted line and why; what is sound is not in it. */
async function reportNamesThem(page: Page, { planted }: Made): Promise<void> {
  const href = await page.getByRole('link', { name: '下载逐行报告' }).getAttribute('href');
  const reply = await page.request.get(new URL(href ?? '', page.url()).href);
  const [, ...lines] = (await reply.text()).trim().split(/\r?\n/);
  demand(lines.length === planted.length, `${lines.length} lines are told of ${planted.length}`);
  for (const { line, code } of planted)
    demand(
      lines.some((text) => text.includes(wordsOf(code)) && text.split(',').includes(String(line))),
      `line ${line} is not told as ${code}`,
    );
}

/** The unit that keeps the data proposes what the catalogue says, a colleague endorses it, the steward publishes it. */
async function publish(lane: Lane): Promise<string> {
  const proposer = await signedIn(lane, 'centre-1');
  const reply = await proposer.request.get(
    `${lane.base}/api/catalogue/resources?q=${encodeURIComponent(RESOURCE)}&limit=1`,
  );
  const { items } = (await reply.json()) as { items: { id: string }[] };
  const id = items[0]?.id ?? '';
  await proposer.goto(`${lane.base}/console/catalogue/${id}`);
  await proposer.getByRole('button', { name: '提出更改' }).click();
  await proposer.getByRole('textbox', { name: '说明', exact: true }).fill(SUMMARY);
  await proposer.getByLabel('提出理由').fill('新到户已入户核实');
  await settled(proposer);
  await read(proposer, 'catalogue-change');
  await demandAccessible(proposer);
  await proposer.getByRole('button', { name: '提出', exact: true }).click();
  await proposer.getByRole('heading', { name: '目录提案' }).waitFor();
  await proposer.close();
  const endorser = await signedIn(lane, 'centre-2');
  await endorser.goto(`${lane.base}/console/catalogue/proposals?state=proposed`);
  await proposal(endorser).getByRole('button', { name: '审核同意' }).click();
  await proposal(endorser).waitFor({ state: 'hidden' });
  await endorser.close();
  const steward = await at(lane, 'steward', '/catalogue/proposals?state=endorsed');
  await proposal(steward).getByRole('button', { name: '发布', exact: true }).click();
  await proposal(steward).waitFor({ state: 'hidden' });
  await steward.goto(`${lane.base}/console/catalogue/${id}`);
  await steward.getByText(SUMMARY).waitFor();
  await settled(steward);
  await read(steward, 'catalogue-resource');
  await demandAccessible(steward);
  await steward.close();
  return id;
}

const proposal = (page: Page) => page.getByRole('article', { name: RESOURCE, exact: true });

/** Who asks says on which basis and for what; sensitive fields without the article of a law cannot be sent. */
async function ask(lane: Lane, resource: string): Promise<string> {
  const page = await at(lane, 'department', `/sharing/new?resource=${resource}`);
  for (const field of ['姓名', '工作单位', '住址']) await page.getByRole('checkbox', { name: field }).check();
  await page.getByLabel('使用依据').fill('街道日常工作需要');
  await page.getByLabel('使用场景').fill(WHY);
  await page.getByLabel('使用范围').fill('石板街、染坊弄两侧住户');
  const check = page.getByRole('region', { name: '检查' });
  await check.getByRole('button', { name: '检查', exact: true }).click();
  await check.getByText('不能提交', { exact: true }).first().waitFor();
  await page.getByLabel('使用依据').fill('《江苏省城市市容和环境卫生管理条例》第二十三条');
  await check.getByRole('button', { name: '检查', exact: true }).click();
  await check.getByRole('button', { name: '提交申请' }).and(page.locator(':enabled')).waitFor();
  await read(page, 'share-ask');
  await demandAccessible(page);
  await check.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('region', { name: '申请内容' }).waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.close();
  return id;
}

/** Nobody approves what they asked for themselves: another person of the unit does. */
async function approve(lane: Lane, share: string): Promise<void> {
  const asker = await at(lane, 'department', `/sharing/${share}`);
  await asker
    .getByRole('button', { name: '审核同意' })
    .and(asker.locator('[aria-disabled="true"], :disabled'))
    .waitFor();
  await asker.close();
  const page = await signedIn(lane, 'law_enforcement-2');
  await page.goto(`${lane.base}/console/sharing/${share}`);
  await page.getByRole('button', { name: '审核同意' }).click();
  await page.getByText('待答复').first().waitFor();
  await page.close();
}

async function grant(lane: Lane, share: string): Promise<void> {
  const page = await signedIn(lane, 'centre-1');
  await page.goto(`${lane.base}/console/sharing/${share}`);
  await page.getByRole('button', { name: '同意（可部分）' }).click();
  await drawer(page).getByRole('checkbox', { name: REFUSED }).uncheck();
  await drawer(page).getByLabel('答复意见').fill(PARTLY);
  await read(page, 'share-grant');
  await demandAccessible(page);
  await drawer(page).getByRole('button', { name: '同意（可部分）' }).click();
  await drawer(page).waitFor({ state: 'hidden' });
  await page.getByText(PARTLY).first().waitFor();
  await page.getByRole('button', { name: '提供', exact: true }).click();
  await drawer(page).getByLabel('怎样提供、怎样取用').fill('在本页取用，每次写明理由。');
  await drawer(page).getByRole('button', { name: '提供', exact: true }).click();
  await drawer(page).waitFor({ state: 'hidden' });
  await page.close();
}

/** The granted fields are read and no others, and each reading says why. */
async function readGranted(lane: Lane, share: string): Promise<void> {
  const page = await at(lane, 'department', `/sharing/${share}`);
  const rows = page.getByRole('region', { name: '取用数据' });
  await rows.getByLabel('这次为什么取用').fill(WHY);
  await rows.getByRole('button', { name: '取用', exact: true }).click();
  await rows.getByRole('row').nth(1).waitFor();
  const heads = (await rows.getByRole('columnheader').allInnerTexts()).join(' ');
  demand(heads === '姓名 住址', `the columns are: ${heads}`);
  demand((await rows.getByRole('row').count()) === 21, 'a page of rows is twenty');
  await settled(page);
  await read(page, 'share-use');
  await demandAccessible(page);
  await page.close();
}

async function ownGridOnly(lane: Lane): Promise<void> {
  const page = await at(lane, 'grid_worker', '/people');
  await page.getByRole('row').nth(5).waitFor();
  const table = page.getByRole('table');
  const names = await table.getByRole('link').allInnerTexts();
  demand(
    names.length > 0 && names.every((name) => name.includes('*')),
    `names are shown: ${names.join(' ')}`,
  );
  const texts = await table.getByRole('row').allInnerTexts();
  const others = texts.slice(1).filter((text) => text.trim() !== '' && !text.includes('听枫第1网格'));
  demand(others.length === 0, `people of other grids are shown: ${others.join(' | ')}`);
  const reply = await page.request.post(`${lane.base}/api/registry/people/search`, {
    data: { purpose: 'register', community: 'c03', limit: 20 },
  });
  const { items = [] } = (await reply.json()) as { items?: unknown[] };
  demand(items.length === 0, `another community was answered with ${items.length} people`);
  await page.close();
}
