import { useSyncExternalStore } from 'react';

const TICK_MS = 30_000;
const heard = new Set<() => void>();
let now = new Date();
let ticking: ReturnType<typeof setInterval> | undefined;

function listen(listener: () => void): () => void {
  heard.add(listener);
  ticking ??= setInterval(() => {
    now = new Date();
    for (const tell of heard) tell();
  }, TICK_MS);
  return () => {
    heard.delete(listener);
    if (heard.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

/** The time for words such as "2 h left"; one slow tick for the whole page. */
export const useNow = (): Date => useSyncExternalStore(listen, () => now);
