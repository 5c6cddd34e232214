import type { Page } from 'playwright-core';

const MOST_PRESSES = 120;

/** Moves on by Tab until something is in hand, as somebody without a mouse does. */
export async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    await page.keyboard.press('Tab');
    const held = await page.evaluate(() => {
      const one = document.activeElement;
      if (one === null || one === document.body) return '';
      const label = one instanceof HTMLTextAreaElement ? one.labels[0]?.textContent : undefined;
      return one.getAttribute('aria-label') ?? label ?? one.textContent;
    });
    if (held.includes(words)) return;
  }
  throw new Error(`Tab never comes to "${words}"`);
}

/** Presses one key several times. */
export async function pressTimes(page: Page, key: string, times: number): Promise<void> {
  for (let n = 0; n < times; n++) await page.keyboard.press(key);
}
