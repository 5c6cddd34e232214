import { useSyncExternalStore } from 'react';
import { applyLook } from './look.ts';
import { recall, remember } from './memory.ts';

/** How somebody likes to read on this phone. */
export type Settings = { elder: boolean; largest: boolean; contrast: boolean };

const place = 'fengqiao.reading';
const listeners = new Set<() => void>();
let current: Settings = {
  elder: false,
  largest: false,
  contrast: false,
  ...recall<Partial<Settings>>(place),
};

export const useSettings = (): Settings => useSyncExternalStore(listen, () => current);

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change };
  remember(place, current);
  applySettings();
  for (const tell of listeners) tell();
}

/** Called once before the first drawing, so that nothing jumps. */
export function applySettings(always: Partial<Settings> = {}): void {
  const { dataset } = document.documentElement;
  dataset['elder'] = String(current.elder);
  dataset['largest'] = String(current.elder && current.largest);
  applyLook(always.contrast ?? current.contrast);
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
