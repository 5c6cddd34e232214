import type { Page } from 'playwright-core';

/**
 * What a designer would mend at a glance: words that are cut off without a sign, that lie over other words, or that are
 * broken in their middle.
 * Gives a sentence for each; empty when the screen is well.
 */
export const faultsOfSight = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {${inPage.map(String).join('\n')}\nreturn faultsHere(); })()`);

/** A line of words as somebody sees it. */
type Piece = { readonly of: Element; readonly text: string; readonly box: DOMRect };

// The functions below run in the page, where nothing else of this file is.
const inPage = [isShown, letThrough, floats, piecesHere, brokenWords, cutOff, covered, faultsHere];

function isShown(element: Element): boolean {
  return (
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('[aria-hidden="true"], script, style, noscript, svg, option, select') === null
  );
}

/** The part of a box that the boxes around it let through. */
function letThrough(box: DOMRect, inside: Element): DOMRect {
  let { left, top, right, bottom } = box;
  for (let one: Element | null = inside; one !== null && one !== document.body; one = one.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(one);
    const frame = one.getBoundingClientRect();
    if (overflowX !== 'visible') [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
    if (overflowY !== 'visible') [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

/** What floats over the page hides what is under it on purpose; words of one layer may not lie over each other. */
function floats(element: Element): Element | null {
  for (let one: Element | null = element; one !== null; one = one.parentElement) {
    const { position, zIndex } = getComputedStyle(one);
    if (position === 'fixed' || position === 'sticky' || (position === 'absolute' && zIndex !== 'auto'))
      return one;
  }
  return null;
}

function piecesHere(): Piece[] {
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = (walker.currentNode.textContent ?? '').trim();
    const of = walker.currentNode.parentElement;
    if (text === '' || of === null || !isShown(of)) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const rect of range.getClientRects()) {
      // A line is told as high as its font reckons, which for Chinese is a good deal more than what is drawn.
      const drawn = new DOMRect(rect.left, rect.top + rect.height * 0.18, rect.width, rect.height * 0.64);
      const box = letThrough(drawn, of);
      if (box.width > 1 && box.height > 1) pieces.push({ of, text, box });
    }
  }
  return pieces;
}

/** Words of English that go on in the next line in their middle; numbers and addresses may. */
function brokenWords(): string[] {
  const broken: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const of = walker.currentNode.parentElement;
    if (of === null || !isShown(of) || of.closest('code, pre, .number') !== null) continue;
    for (const found of (walker.currentNode.textContent ?? '').matchAll(/[A-Za-z]{4,24}/g)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, found.index);
      range.setEnd(walker.currentNode, found.index + found[0].length);
      const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (tops.size > 1) broken.push(`broken word: ${found[0]}`);
    }
  }
  return broken;
}

function cutOff({ of }: Piece): boolean {
  const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(of);
  const hides = (way: string) => way === 'hidden' || way === 'clip';
  const told = textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
  const across = hides(overflowX) && of.scrollWidth > of.clientWidth + 1;
  const down = hides(overflowY) && of.scrollHeight > of.clientHeight + 3;
  return (across || down) && !told && of.clientWidth > 1;
}

function covered(one: Piece, other: Piece): boolean {
  const slack = 3;
  const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
  const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
  return across > slack && down > slack && one.of !== other.of && floats(one.of) === floats(other.of);
}

function faultsHere(): string[] {
  const pieces = piecesHere().toSorted((a, b) => a.box.top - b.box.top);
  const faults = pieces.filter(cutOff).map(({ text }) => `cut off: “${text.slice(0, 40)}”`);
  faults.push(...brokenWords());
  for (const [n, one] of pieces.entries()) {
    for (const other of pieces.slice(n + 1)) {
      if (other.box.top >= one.box.bottom) break;
      if (covered(one, other))
        faults.push(`“${one.text.slice(0, 30)}” lies over “${other.text.slice(0, 30)}”`);
    }
  }
  return [...new Set(faults)].slice(0, 12);
}
