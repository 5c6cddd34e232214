import type { Page } from 'playwright-core';
import { demand } from './demand.ts';

/**
 * The Chinese norm (移动互联网应用适老化通用设计规范), in px where it says dp: in elder mode main text at least 18, titles at
 * least 30, targets at least 60 by 60; elsewhere targets at least 44 by 44; lines at least 1.3 apart everywhere; and text
 * that can be set to at least 30.
 */
const norms = {
  usual: { body: 16, text: 12, title: 20, line: 1.3, target: 44 },
  elder: { body: 18, text: 18, title: 30, line: 1.3, target: 60 },
  largest: { body: 30, text: 18, title: 30, line: 1.3, target: 60 },
} as const;

/** How somebody reads: as everybody does, in elder mode, or at the largest text. */
export type Manner = keyof typeof norms;
/** The smallest of each that stands on a page, in px; `line` is the distance of lines as a multiple of the text. */
export type Smallest = Readonly<Record<keyof typeof norms.usual, number>>;

/** Refuses a page on which anything is smaller than the norm wants it; gives the smallest of each. */
export async function demandNorm(page: Page, manner: Manner): Promise<Smallest> {
  const norm = norms[manner];
  const { said, smallest } = await page.evaluate(tooSmall, norm);
  demand(said.length === 0, `${page.url()} is too small (${manner}):\n${said.slice(0, 8).join('\n')}`);
  return smallest;
}

/** Refuses a page on which a word is cut off or lies over the edge when the text is twice as large. */
export async function demandLarge(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
  const lost = await page.evaluate(cutOff);
  demand(lost.length === 0, `${page.url()} loses text at 200 %:\n${lost.slice(0, 8).join('\n')}`);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}

/** Runs in the page: every text, title and target that is smaller than the norm, and the smallest of each. */
function tooSmall(norm: Smallest): { said: string[]; smallest: Smallest } {
  const smallest = { body: Infinity, text: Infinity, title: Infinity, line: Infinity, target: Infinity };
  const said: string[] = [];
  const take = (what: keyof Smallest, size: number, of: string | null) => {
    smallest[what] = Math.min(smallest[what], size);
    if (!(size >= norm[what] - 0.001)) said.push(`${what} of ${size}: ${of?.slice(0, 120) ?? ''}`);
  };
  const seen = (element: Element) => {
    const { width, height, right, bottom } = element.getBoundingClientRect();
    return width > 1 && height > 1 && right > 0 && bottom > 0 && element.checkVisibility();
  };
  const px = (element: Element, name: 'fontSize' | 'lineHeight') =>
    Number.parseFloat(getComputedStyle(element)[name]);
  take('body', px(document.body, 'fontSize'), null);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode.textContent?.trim() ?? '';
    const holder = walker.currentNode.parentElement;
    if (words === '' || holder === null || holder.closest('script, style, noscript, .unseen') !== null)
      continue;
    if (!seen(holder)) continue;
    take('text', px(holder, 'fontSize'), words);
    take('line', px(holder, 'lineHeight') / px(holder, 'fontSize'), words);
  }
  for (const heading of document.querySelectorAll('h1'))
    take('title', px(heading, 'fontSize'), heading.textContent);
  for (const control of document.querySelectorAll('button, a[href], input, select, textarea, summary')) {
    const whole = control.closest('label') ?? control;
    if (!seen(whole) || control.closest('canvas') !== null) continue;
    const { width, height } = whole.getBoundingClientRect();
    // A box may end between two points of the screen.
    take('target', Math.round(Math.min(width, height) * 2) / 2, whole.outerHTML);
  }
  return { said, smallest };
}

/** Runs in the page: what lies over the right edge, and boxes that hide part of their words. */
function cutOff(): string[] {
  const said: string[] = [];
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide + 1) said.push('the page is wider than its window');
  for (const element of document.body.querySelectorAll<HTMLElement>(
    'h1, h2, p, a, button, span, li, label, dd, dt',
  )) {
    const style = getComputedStyle(element);
    const { right, width } = element.getBoundingClientRect();
    const scrolls = element.closest('.thumbs, .unseen, .ground') !== null;
    if (width < 2 || scrolls || !element.checkVisibility()) continue;
    if (right > wide + 1) said.push(`over the edge: ${element.textContent?.slice(0, 40)}`);
    const clamped = style.webkitLineClamp !== 'none';
    if (!clamped && style.overflow === 'hidden' && element.scrollHeight > element.clientHeight + 2)
      said.push(`cut off: ${element.textContent?.slice(0, 40)}`);
  }
  return said;
}
