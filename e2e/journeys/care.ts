import type { Page } from 'playwright-core';
import { demand, demandAccessible, settled } from '../demand.ts';
import { prove } from '../hands/prove.ts';
import { signedIn } from '../hands/sign-in.ts';
import { at, choose, drawer } from '../hands/workbench.ts';
import type { Journey, Lane } from '../house.ts';
import { read, readInEnglish } from '../words.ts';

const WHY = '刑满释放后回本街道居住，需要帮助';
const SECOND = 'justice_office-2';
const DAY_MS = 86_400_000;
const dayIn = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

/** Special care: two people of the justice office open a record and read it for a reason; nobody else learns of it. */
export const care: Journey = {
  name: 'a special-care record is opened by two people, read for a reason, handed over, and known to nobody else',
  go: async (lane) => {
    const paper = await paperOf(lane);
    const worker = await at(lane, 'justice', '/care');
    await settled(worker);
    await read(worker, 'care');
    await demandAccessible(worker);
    await propose(worker, lane, paper);
    const second = await signedIn(lane, SECOND);
    await approve(second, lane);
    await open(worker, lane, paper.name);
    await note(worker);
    await handOver(worker);
    await second.goto(`${lane.base}/console/care`);
    const row = second.locator('tr', { hasText: '决定交接' }).first();
    await row.getByRole('button', { name: '决定交接' }).click();
    await drawer(second).getByText('同意交接', { exact: true }).click();
    await drawer(second).getByRole('button', { name: '决定交接', exact: true }).click();
    await drawer(second).waitFor({ state: 'hidden' });
    await end(second);
    await knownToNobody(lane, paper);
    await readInEnglish(lane, { role: 'justice' }, '/console/care');
  },
};

type Paper = { readonly id: string; readonly name: string; readonly idNumber: string };

/** Somebody of the registry, as their paper tells; the desk of special care finds nobody by itself. */
async function paperOf(lane: Lane): Promise<Paper> {
  const page = await at(lane, 'steward', '/people');
  const ask = async (path: string, data: object) => {
    const reply = await page.request.post(`${lane.base}/api/registry/people${path}`, { data });
    demand(reply.ok(), `${path} was answered with ${reply.status()}`);
    return (await reply.json()) as {
      items: { id: string }[];
      values: { field: string; value: string | null }[];
    };
  };
  const { items } = await ask('/search', {
    purpose: 'register',
    community: 'c03',
    kind: 'registered',
    limit: 40,
  });
  const id = items.at(-1)?.id ?? '';
  const { values } = await ask(`/${id}/reveal`, {
    fields: ['name', 'idNumber'],
    purpose: 'register',
    reason: '与纸质文书核对',
  });
  await page.close();
  const of = (field: string) => values.find((one) => one.field === field)?.value ?? '';
  return { id, name: of('name'), idNumber: of('idNumber') };
}

async function propose(page: Page, lane: Lane, { name, idNumber }: Paper): Promise<void> {
  await page.getByRole('link', { name: '提出记录' }).click();
  await page.getByRole('heading', { name: '提出关爱记录' }).waitFor();
  await settled(page);
  await read(page, 'care-new');
  await demandAccessible(page);
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('证件号码').fill(idNumber);
  const main = page.getByRole('main');
  await choose(main, '类别', '刑满释放人员安置帮教');
  await page.getByLabel('文书名称和文号').fill('释放证明书（示范）第 088 号');
  await page.getByLabel('建立理由').fill(WHY);
  await page.getByLabel(/帮扶措施/).fill('协助申请临时救助\n推荐职业培训');
  await pick(page, '下次联系日期', dayIn(7));
  await pick(page, '期限至', dayIn(200));
  const colleagues = await colleaguesOf(page, lane);
  await choose(main, '审批的同事（B 角）', colleagues[0] ?? '');
  await page.getByRole('button', { name: '提交审批' }).click();
  await prove(page, lane);
  await page.getByRole('heading', { name: '我的关爱记录' }).waitFor();
}

const colleaguesOf = async (page: Page, lane: Lane): Promise<string[]> => {
  const reply = await page.request.get(`${lane.base}/api/care/desk`);
  return ((await reply.json()) as { colleagues: { name: string }[] }).colleagues.map(({ name }) => name);
};

async function pick(page: Page, label: string, day: string): Promise<void> {
  await page.getByLabel(label).fill(day);
  await page.getByLabel(label).press('Tab');
}

const look = async (page: Page, occasion: string): Promise<void> => {
  await page.getByLabel(occasion).check();
  await page.getByLabel('事由').fill('按约定办理');
  await page.getByRole('button', { name: '打开', exact: true }).click();
};

async function approve(page: Page, lane: Lane): Promise<void> {
  await page.goto(`${lane.base}/console/care`);
  const row = page.locator('tr', { hasText: '待审批' }).filter({ hasText: dayIn(200) });
  await row.getByRole('link', { name: /打开/ }).click();
  // Whoever has just signed in with a password has proved who they are.
  await look(page, '审批或交接');
  await page.getByText(WHY).waitFor();
  await page.getByRole('button', { name: '审批这份记录' }).click();
  await drawer(page).getByText('同意', { exact: true }).click();
  await drawer(page).getByLabel('审批意见').fill('文书齐全，同意');
  await drawer(page).getByRole('button', { name: '审批', exact: true }).click();
  await drawer(page).waitFor({ state: 'hidden' });
  await page.getByText('帮扶中').first().waitFor();
}

async function open(page: Page, lane: Lane, name: string): Promise<void> {
  await page.goto(`${lane.base}/console/care`);
  const row = page.locator('tr', { hasText: '帮扶中' }).filter({ hasText: dayIn(200) });
  demand((await row.getByText(name, { exact: true }).count()) === 0, 'the list tells a whole name');
  await row.getByRole('link', { name: /打开/ }).click();
  await look(page, '联系或走访本人');
  await page.getByText(name, { exact: true }).waitFor();
  await read(page, 'care-record');
  await demandAccessible(page);
}

async function note(page: Page): Promise<void> {
  await page.getByRole('button', { name: '记一次联系' }).click();
  await drawer(page).getByLabel('联系情况').fill('见面谈话，愿意参加培训');
  await drawer(page).getByLabel('下次联系').fill(dayIn(20));
  await drawer(page).getByLabel('下次联系').press('Tab');
  await drawer(page).getByRole('button', { name: '记一次联系', exact: true }).click();
  await drawer(page).waitFor({ state: 'hidden' });
  await page.getByText('见面谈话，愿意参加培训').waitFor();
}

async function handOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: '交接', exact: true }).click();
  const form = drawer(page);
  await form.getByRole('combobox', { name: '接手的同事' }).click();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .first()
    .click();
  await form.getByLabel('理由').fill('岗位调整');
  await form.getByRole('button', { name: '交接', exact: true }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByText('交接待决定').first().waitFor();
}

/** The second person, who stayed, ends the record. */
async function end(page: Page): Promise<void> {
  const row = page.locator('tr', { hasText: '帮扶中' }).filter({ hasText: dayIn(200) });
  await row.getByRole('link', { name: /打开/ }).click();
  await look(page, '落实、调整帮扶措施');
  await page.getByRole('button', { name: '结束记录' }).click();
  await drawer(page).getByLabel('帮扶目标已实现').check();
  await drawer(page).getByLabel('说明').fill('已稳定就业，无需继续帮扶');
  await drawer(page).getByRole('button', { name: '结束记录', exact: true }).click();
  await drawer(page).waitFor({ state: 'hidden' });
  await page.getByText('已结束').first().waitFor();
}

/** Neither the registry nor any other desk tells that there is a record. */
async function knownToNobody(lane: Lane, { id }: Paper): Promise<void> {
  const steward = await at(lane, 'steward', `/people/${id}`);
  await settled(steward);
  demand((await steward.getByText(/关爱|安置帮教/).count()) === 0, 'the registry tells of special care');
  await steward.close();
  const department = await at(lane, 'department', '/care');
  await department.getByText('本单位没有保管特定人员关爱记录的法定职责').waitFor();
  demand(
    (await department.getByRole('link', { name: '我的关爱记录' }).count()) === 0,
    'it stands in a navigation without the duty',
  );
  await department.close();
}
