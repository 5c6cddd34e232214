import { useSyncExternalStore } from 'react';
import type { Both } from '@fengqiao/contract/route.ts';

/** The two languages every word of the product has. */
export type Language = 'zh' | 'en';

const place = 'fengqiao.language';
const listeners = new Set<() => void>();
let current: Language = read();

/** The words in the language now chosen. */
export const t = (both: Both): string => both[current];

export const language = (): Language => current;

export function setLanguage(chosen: Language): void {
  current = chosen;
  keep(chosen);
  mark();
  for (const tell of listeners) tell();
}

/** Re-renders when the language changes; apps use it as the `key` of their root. */
export const useLanguage = (): Language => useSyncExternalStore(listen, language, language);

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function read(): Language {
  if (typeof localStorage === 'undefined') return 'zh';
  try {
    return localStorage.getItem(place) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

function keep(chosen: Language): void {
  try {
    localStorage.setItem(place, chosen);
  } catch {
    // A browser that keeps nothing still shows the chosen language until it is closed.
  }
}

function mark(): void {
  if (typeof document !== 'undefined') document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';
}

mark();
