import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Refuses when a promise of the journey does not hold. */
export function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Waits until the page has asked for all it shows: nothing is on its way, and nothing says that it is. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy="true"], .loading').first().waitFor({ state: 'detached' });
}

/** Refuses a screen with a violation of WCAG 2.2 AA. */
export async function demandAccessible(page: Page): Promise<void> {
  await page.evaluate(layBarsDown);
  const { violations } = await new AxeBuilder({ page })
    // No frames of others stand in our pages, so that nothing has to be gathered in a window of its own.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  await page.evaluate(raiseBars);
  const said = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 2)
        .map(({ html }) => html)
        .join(' ')}`,
  );
  demand(said.length === 0, `${page.url()} is not accessible:\n${said.join('\n')}`);
}

/** A bar that sticks to the foot covers part of what one scrolls from under it; where that is depends on the fonts. */
function layBarsDown(): void {
  for (const one of document.body.querySelectorAll<HTMLElement>('*'))
    if (getComputedStyle(one).position === 'sticky') {
      one.dataset['laid'] = one.style.position;
      one.style.position = 'static';
    }
}

function raiseBars(): void {
  for (const one of document.body.querySelectorAll<HTMLElement>('[data-laid]')) {
    one.style.position = one.dataset['laid'] ?? '';
    delete one.dataset['laid'];
  }
}

/** Refuses a screen that one has to push sideways. */
export async function demandFits(page: Page): Promise<void> {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
  );
  demand(!wide, `${page.url()} is wider than its window`);
}
