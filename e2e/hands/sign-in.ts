import type { Page } from 'playwright-core';
import { demand } from '../demand.ts';
import type { Lane } from '../house.ts';

/** A window of somebody who is not among the roles of the tour, such as the colleague at the next desk. */
export async function signedIn(lane: Lane, login: string): Promise<Page> {
  const page = await lane.enter({ login });
  const password = await passwordOf(page, lane);
  const entered = await page.request.post(`${lane.base}/api/sessions`, { data: { login, password } });
  demand(entered.ok(), `${login} was answered with ${entered.status()}`);
  return page;
}

/** The password that everybody of the demo street has. */
export async function passwordOf(page: Page, { base }: Lane): Promise<string> {
  const reply = await page.request.get(`${base}/api/demo/roles`);
  const { items } = (await reply.json()) as { items: { password: string | null }[] };
  return items.find(({ password }) => password !== null)?.password ?? '';
}
