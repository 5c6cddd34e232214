/** What this phone keeps between visits; a browser that keeps nothing answers undefined and everything still works. */
export function recall<T>(place: string): T | undefined {
  try {
    const kept = localStorage.getItem(place);
    return kept === null ? undefined : parse<T>(kept);
  } catch {
    return undefined;
  }
}

export function remember(place: string, what: unknown): void {
  try {
    localStorage.setItem(place, JSON.stringify(what));
  } catch {
    // Full or forbidden: the page goes on with what is in memory.
  }
}

export function forget(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing was kept.
  }
}

function parse<T>(kept: string): T {
  return JSON.parse(kept);
}
