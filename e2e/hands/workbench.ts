import type { Locator, Page } from 'playwright-core';
import type { Lane } from '../house.ts';

/** A window of the workbench as somebody who stands at a desk. */
export async function at(lane: Lane, role: string, path: string): Promise<Page> {
  const page = await lane.enter({ role });
  await page.goto(`${lane.base}/console${path}`);
  return page;
}

/** Chooses in a drop-down by the words of its label; `search` is typed where there is much to choose from. */
export async function choose(form: Locator, label: string, option: string, search?: string): Promise<void> {
  const field = form.getByRole('combobox', { name: label, exact: true });
  await field.click();
  if (search !== undefined) await field.fill(search);
  const page = form.page();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', {
      hasText: option,
    })
    .first()
    .click();
}

/** The form that opened at the side. */
export const drawer = (page: Page): Locator => page.getByRole('dialog');

/** The section of a desk where its own form stands open. */
export const form = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** Presses an act on the bar of a case, and gives the form that opens. */
export async function press(page: Page, act: string): Promise<Locator> {
  await page.locator('.act-bar').getByRole('button', { name: act, exact: true }).click();
  return drawer(page);
}

/** Sends a form and waits for the word that it was done. */
export async function send(within: Locator, button: string): Promise<void> {
  await within.getByRole('button', { name: button, exact: true }).click();
  await within.page().getByText(`${button} · 已完成`).first().waitFor();
}

/** The card of a feed that is about a case. */
export const card = (page: Page, no: string): Locator => page.locator('.feed > li', { hasText: no });
