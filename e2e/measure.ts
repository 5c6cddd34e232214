import type { Page } from 'playwright-core';
import { demand } from './demand.ts';

/**
 * The Chinese norm for old people (移动互联网应用适老化通用设计规范), in px where it says dp: main text at least 18, the largest
 * at least 30, lines at least 1.3 apart, targets at least 60 by 60.
 */
const norm = { text: 18, title: 30, line: 1.3, target: 60 } as const;
type Norm = { readonly text: number; readonly title: number; readonly line: number; readonly target: number };

/** Refuses a page on which anything is smaller than old people need. */
export async function demandElder(page: Page): Promise<void> {
  const found = await page.evaluate(tooSmall, norm);
  demand(found.length === 0, `${page.url()} is too small for old people:\n${found.slice(0, 8).join('\n')}`);
}

/** Refuses a page on which a word is cut off or lies over the edge when the text is twice as large. */
export async function demandLarge(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
  const lost = await page.evaluate(cutOff);
  demand(lost.length === 0, `${page.url()} loses text at 200 %:\n${lost.slice(0, 8).join('\n')}`);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}

/** Runs in the page: every text, title and target that is smaller than the norm. */
function tooSmall({ text, title, line, target }: Norm): string[] {
  const seen = (element: Element) => {
    const { width, height, right, bottom } = element.getBoundingClientRect();
    return width > 1 && height > 1 && right > 0 && bottom > 0 && element.checkVisibility();
  };
  const px = (style: CSSStyleDeclaration, name: 'fontSize' | 'lineHeight') => Number.parseFloat(style[name]);
  const said: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode.textContent?.trim() ?? '';
    const holder = walker.currentNode.parentElement;
    if (words === '' || holder === null || holder.closest('script, style, noscript, .unseen') !== null)
      continue;
    if (!seen(holder)) continue;
    const style = getComputedStyle(holder);
    const size = px(style, 'fontSize');
    if (size < text - 0.01) said.push(`text of ${size} px: ${words.slice(0, 40)}`);
    if (!(px(style, 'lineHeight') / size >= line - 0.001))
      said.push(`lines ${style.lineHeight} apart at ${size} px: ${words.slice(0, 40)}`);
  }
  for (const heading of document.querySelectorAll('h1'))
    if (px(getComputedStyle(heading), 'fontSize') < title) said.push(`title: ${heading.textContent}`);
  for (const control of document.querySelectorAll('button, a[href], input, select, textarea, summary')) {
    const whole = control.closest('label') ?? control;
    if (!seen(whole) || control.closest('canvas') !== null) continue;
    const { width, height } = whole.getBoundingClientRect();
    if (width < target - 0.5 || height < target - 0.5)
      said.push(`target of ${Math.round(width)}×${Math.round(height)}: ${whole.outerHTML.slice(0, 120)}`);
  }
  return said;
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
