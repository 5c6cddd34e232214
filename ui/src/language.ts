import { useSyncExternalStore } from 'react';
import type { Both } from '@fengqiao/contract/route.ts';

export type Language = 'zh' | 'en';

const KEY = 'fengqiao.language';
const heard = new Set<() => void>();
let current: Language = remembered();

function remembered(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
  } catch {
    // A browser may forbid storage; the product then speaks Chinese.
    return 'zh';
  }
}

export const language = (): Language => current;

/** Switches the whole product; the choice stays on this device. */
export function speak(next: Language): void {
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Not remembered, still spoken.
  }
  change(next);
}

function change(next: Language): void {
  current = next;
  markDocument();
  for (const listener of heard) listener();
}

/** Marks the document, and follows a switch in another window of this browser; call it once at the root. */
export function startLanguage(): void {
  markDocument();
  addEventListener('storage', ({ key }) => {
    if (key === KEY && remembered() !== current) change(remembered());
  });
}

/** Tells browsers and screen readers which language stands on the page; outside a browser there is none. */
function markDocument(): void {
  if (typeof document !== 'undefined') document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';
}

/** Call it once at the root, so that a switch renders everything again. */
export function useLanguage(): Language {
  return useSyncExternalStore(
    (listener) => {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    language,
    language,
  );
}

/** The words in the language of the reader, with `{name}` filled in. */
export function t(words: Both, values: Readonly<Record<string, string | number>> = {}): string {
  return words[current].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The words of a record by a key that may be unknown, such as an activity of a newer server. */
export function tOf(record: Readonly<Record<string, Both>>, key: string | null | undefined): string {
  if (key === null || key === undefined) return '—';
  const found = record[key];
  return found === undefined ? key : t(found);
}

/** Several things in one line: 城管办、环卫 or Urban Operations, Sanitation. */
export const listed = (items: readonly string[]): string => items.join(t({ zh: '、', en: ', ' }));

/** Sentences or clauses one after the other. */
export const chained = (items: readonly string[]): string =>
  items.filter((item) => item !== '').join(t({ zh: '；', en: '; ' }));

/** A name before what it names: 说明：… or Note: … */
export const named = (name: string): string => t({ zh: '{name}：', en: '{name}: ' }, { name });
