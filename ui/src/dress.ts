import { useSyncExternalStore } from 'react';
import { wear, type ThemeName } from './tokens.ts';

const KEY = 'fengqiao.theme';
const heard = new Set<() => void>();
let chosen: ThemeName = remembered();
/** A screen that stands on a wall is dark whatever was chosen; paper is always by day. */
let forced: ThemeName | null = null;

function remembered(): ThemeName {
  try {
    return localStorage.getItem(KEY) === 'wall' ? 'wall' : 'day';
  } catch {
    // A browser may forbid storage; the product then looks as by day.
    return 'day';
  }
}

const worn = (): ThemeName => forced ?? chosen;

function tell(): void {
  wear(worn());
  for (const listener of heard) listener();
}

/** Dresses everything by day or as on the wall; the choice stays on this device and follows nobody's system. */
export function dress(next: ThemeName): void {
  chosen = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Not remembered, still worn.
  }
  tell();
}

/** Wears a theme without choosing it, until told null. */
export function force(name: ThemeName | null): void {
  if (forced === name) return;
  forced = name;
  tell();
}

/** At the start: wears what was chosen, and by day while something is printed. */
export function startDress(): void {
  let before: ThemeName | null = null;
  addEventListener('beforeprint', () => {
    before = forced;
    force('day');
  });
  addEventListener('afterprint', () => force(before));
  wear(worn());
}

/** The theme that is worn; whoever asks is rendered again when it changes. */
export function useTheme(): ThemeName {
  return useSyncExternalStore(
    (listener) => {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    worn,
    worn,
  );
}
