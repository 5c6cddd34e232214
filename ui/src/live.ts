import { useEffect } from 'react';
import { useQueryClient, type Query } from '@tanstack/react-query';

const GATHER_MS = 600;
/** Sums over many rows wait longer, so that a busy street does not count itself all day. */
const SLOW_MS = 30_000;

const isSlow = ({ meta }: Query) => meta?.['slow'] === true;

/** Listens to what changes in the reader's scope and asks anew for what is on screen, at most once in a while. */
export function useLive(enabled: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    const source = new EventSource('/api/live');
    const gathers = [gather(GATHER_MS, (query) => !isSlow(query)), gather(SLOW_MS, isSlow)];
    /** The first change starts the wait, and all that come meanwhile are asked for together. */
    function gather(ms: number, predicate: (query: Query) => boolean) {
      let waiting: ReturnType<typeof setTimeout> | undefined;
      return {
        start: () => {
          waiting ??= setTimeout(() => {
            waiting = undefined;
            void client.invalidateQueries({ predicate });
          }, ms);
        },
        stop: () => clearTimeout(waiting),
      };
    }
    const changed = () => {
      for (const one of gathers) one.start();
    };
    source.addEventListener('change', changed);
    source.addEventListener('reset', changed);
    return () => {
      for (const one of gathers) one.stop();
      source.close();
    };
  }, [client, enabled]);
}
