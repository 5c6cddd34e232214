import type { Page } from 'playwright-core';
import type { Look } from '../house.ts';

/** What breaks in a window from now on; the list grows as it happens. */
export function allErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

/** Turns the window into the other language as one does in the next window of the same browser. */
export async function turnInto(page: Page, language: NonNullable<Look['language']>): Promise<void> {
  await page.evaluate((next) => {
    localStorage.setItem('fengqiao.language', next);
    dispatchEvent(new StorageEvent('storage', { key: 'fengqiao.language', newValue: next }));
  }, language);
  await page.locator(`html[lang^="${language}"]`).waitFor({ state: 'attached' });
}
