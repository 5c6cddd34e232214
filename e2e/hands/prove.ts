import type { Page } from 'playwright-core';
import type { Lane } from '../house.ts';
import { passwordOf } from './sign-in.ts';

/** Proves again who one is, as a grave act asks; a tour's session never proved it. */
export async function prove(page: Page, lane: Lane): Promise<void> {
  await page.locator('#proof').fill(await passwordOf(page, lane));
  await page.locator('#proof').press('Enter');
  await page.locator('#proof').waitFor({ state: 'hidden' });
}
