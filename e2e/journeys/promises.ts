import { demand } from '../demand.ts';
import { turnInto } from '../hands/window.ts';
import { at } from '../hands/workbench.ts';
import type { Journey, Lane } from '../house.ts';

/** Some case that was filed away when the street was lived. */
async function filed(
  lane: Lane,
  role: string,
): Promise<{ page: Awaited<ReturnType<typeof at>>; id: string }> {
  const page = await lane.enter({ role });
  const { items } = await (await page.request.get(`${lane.base}/api/cases?state=archived&limit=1`)).json();
  return { page, id: String(items[0].id) };
}

const reasonShown: Journey = {
  name: 'a forbidden act is a button that cannot be pressed and says why',
  go: async (lane) => {
    const { page, id } = await filed(lane, 'supervisor');
    await page.goto(`${lane.base}/console/cases/${id}`);
    const button = page.getByRole('button', { name: /^核查/ }).first();
    await button.waitFor();
    const off = (await button.getAttribute('aria-disabled')) === 'true' || (await button.isDisabled());
    demand(off, 'a filed case offers to be checked');
  },
};

const sealed: Journey = {
  name: 'a filed case gives its sealed package, and the hash is that of its content',
  go: async (lane) => {
    const { page, id } = await filed(lane, 'checker');
    const archive = await (await page.request.get(`${lane.base}/api/cases/${id}/archive`)).json();
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(archive.package));
    demand(Buffer.from(bytes).toString('hex') === archive.sha256, 'the hash does not fit the package');
  },
};

const language: Journey = {
  name: 'one press turns the workbench into English and back',
  go: async (lane) => {
    const page = await at(lane, 'dispatcher', '/');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: "Today's desk" }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '今日工作台' }).waitFor();
  },
};

/** Somebody who helps with the words turns the phone into their language: what was written stays. */
const kept: Journey = {
  name: 'a phone turned into the other language keeps what is being written',
  go: async (lane) => {
    const page = await lane.enter({ login: 'kept', phone: true });
    await page.goto(`${lane.base}/track`);
    const box = page.getByRole('textbox').first();
    await box.fill('TF-2026-000123');
    await turnInto(page, 'en');
    await page.getByText('Follow').first().waitFor();
    demand((await box.inputValue()) === 'TF-2026-000123', 'the number was lost with the language');
  },
};

/** Single promises, each seen on one screen. */
export const promises: readonly Journey[] = [reasonShown, sealed, language, kept];
