import { useSyncExternalStore } from 'react';
import { applyLook } from './look.ts';
import { recall, remember } from './memory.ts';

/** How somebody likes to read on this phone. */
export type Settings = { elder: boolean; contrast: boolean };

const place = 'fengqiao.reading';
const listeners = new Set<() => void>();
let current: Settings = { elder: false, contrast: false, ...recall<Partial<Settings>>(place) };

export const useSettings = (): Settings => useSyncExternalStore(listen, () => current);

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change };
  remember(place, current);
  applySettings();
  for (const tell of listeners) tell();
}

/** Called once before the first drawing, so that nothing jumps. */
export function applySettings(always: Partial<Settings> = {}): void {
  document.documentElement.dataset['elder'] = String(current.elder);
  applyLook(always.contrast ?? current.contrast);
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
