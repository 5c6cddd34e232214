import { mkdirSync } from 'node:fs';
import type { Page, Response } from 'playwright-core';
import { demand, demandFits, settled } from './demand.ts';
import type { Lane, Look } from './house.ts';

const HAN = /\p{Script=Han}/u;
/** What a screen shows when a word was not found or not filled in. */
const UNSAID =
  /\{\w+\}|\bundefined\b|\bNaN\b|\[object |\b[a-z]+_[a-z_]+\b|\b(cases|identity|platform|grids|notices|audit|registry|care|rounds|catalogue|retention|services|exports)\.[a-z_]+/;

/** Refuses a screen that leaves a word unsaid, and keeps a picture of it when asked to. */
export async function read(page: Page, name: string): Promise<void> {
  const unsaid = (await page.evaluate(textsOfPage)).filter((text) => UNSAID.test(text));
  demand(unsaid.length === 0, `${page.url()} leaves words unsaid: ${unsaid.join(' | ')}`);
  if ((await page.getByRole('dialog').count()) === 0) await demandFits(page);
  await keep(page, name);
}

/** The same screen for somebody who reads English: no Chinese but names and what somebody wrote. */
export async function readInEnglish(lane: Lane, look: Look, path: string): Promise<void> {
  const page = await lane.enter({ ...look, language: 'en' });
  const heard: Promise<string[]>[] = [];
  page.on('response', (response) => {
    if (/\/api\/(?!live)/.test(response.url())) heard.push(content(response));
  });
  await page.goto(`${lane.base}${path}`);
  await settled(page);
  // First what is shown, then what was sent: what is on the screen by now was sent before.
  const shown = await page.evaluate(textsOfPage);
  const sent = (await Promise.all(heard)).flat();
  const foreign = shown.filter((text) => !isContent(text, sent));
  demand(foreign.length === 0, `${page.url()} says in Chinese: ${[...new Set(foreign)].join(' | ')}`);
  await read(page, `en-${look.role}${path.split('?')[0]?.replace(/[0-9a-f-]{36}|\W+/g, '-')}`);
  await page.close();
}

/** JOURNEY_PICTURES names a folder for pictures of the screens on the way, for those who want to look at them. */
async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env['JOURNEY_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

/** Every piece of text somebody can see or be told, but what they may write themselves. */
function textsOfPage(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const inside = walker.currentNode.parentElement;
    if (inside?.closest('script, style, noscript') === null) found.push(walker.currentNode.textContent ?? '');
  }
  for (const one of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      found.push(one.getAttribute(name) ?? '');
  return found.map((text) => text.trim()).filter((text) => text !== '');
}

/** Chinese on an English screen is the way back to it, a name, or what somebody wrote: it stands in what the server sent, in words that have no English. */
function isContent(text: string, sent: readonly string[]): boolean {
  if (text.endsWith('中文') || !HAN.test(text)) return true;
  const pieces = text.split(/[^\p{Script=Han}\p{P}\d]+/u).filter((piece) => HAN.test(piece));
  return pieces.every((piece) => sent.some((one) => one.includes(bare(piece))));
}

/** Without the marks in which a sentence sets what somebody wrote. */
const bare = (piece: string) => piece.replaceAll(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');

async function content(response: Response): Promise<string[]> {
  const told: unknown = await response.json().catch(() => null);
  return stringsOf(told, '');
}

function stringsOf(value: unknown, key: string): string[] {
  if (typeof value === 'string') return HAN.test(value) && !/^zh$|Zh$/.test(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => stringsOf(one, Array.isArray(value) ? key : name));
}
