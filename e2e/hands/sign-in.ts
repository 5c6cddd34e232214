import type { Page } from 'playwright-core';
import { demand } from '../demand.ts';
import type { Lane } from '../house.ts';

/** A window of somebody who is not among the roles of the tour, such as the colleague at the next desk. */
export async function signedIn(lane: Lane, login: string): Promise<Page> {
  const page = await lane.enter({ login });
  const roles = await page.request.get(`${lane.base}/api/demo/roles`);
  const { items } = (await roles.json()) as { items: { password: string | null }[] };
  const password = items.find((one) => one.password !== null)?.password;
  const entered = await page.request.post(`${lane.base}/api/sessions`, { data: { login, password } });
  demand(entered.ok(), `${login} was answered with ${entered.status()}`);
  return page;
}
