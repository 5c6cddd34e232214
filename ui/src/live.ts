import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';

const GATHER_MS = 600;

/** Listens to what changes in the reader's scope and asks anew for what is on screen, at most once in a while. */
export function useLive(enabled: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const source = new EventSource('/api/live');
    const gather = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void client.invalidateQueries();
      }, GATHER_MS);
    };
    source.addEventListener('change', gather);
    source.addEventListener('reset', gather);
    return () => {
      clearTimeout(waiting);
      source.close();
    };
  }, [client, enabled]);
}
