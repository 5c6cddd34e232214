import { useCallback, useEffect, useState } from 'react';
import { forget, recall, remember } from './memory.ts';

/** A form that survives a lost network, a closed tab and an empty battery: kept on this phone until it is sent. */
export function useDraft<T extends object>(place: string, empty: () => T) {
  const [draft, setDraft] = useState<T>(() => ({ ...empty(), ...recall<Partial<T>>(place) }));
  useEffect(() => remember(place, draft), [place, draft]);
  const change = useCallback((part: Partial<T> | ((now: T) => Partial<T>)) => {
    setDraft((now) => ({ ...now, ...(typeof part === 'function' ? part(now) : part) }));
  }, []);
  const clear = useCallback(() => {
    setDraft(empty());
    forget(place);
  }, [place, empty]);
  return { draft, change, clear };
}
