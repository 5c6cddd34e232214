import { useSyncExternalStore } from 'react';

type Open<T> = { readonly promise: Promise<T>; readonly settle: (said: T) => void };

/**
 * A question that an act puts to whoever is at the screen before it can go on; acts that ask at the same moment wait for the
 * same answer. Where no dialog stands on the page that could ask, the answer is the one of nobody.
 */
export function makeQuestion<T>(ofNobody: T) {
  const heard = new Set<() => void>();
  let open: Open<T> | null = null;
  const tell = () => {
    for (const listener of heard) listener();
  };
  const listen = (listener: () => void) => {
    heard.add(listener);
    return () => heard.delete(listener);
  };
  const answer = (said: T) => {
    const asked = open;
    open = null;
    tell();
    asked?.settle(said);
  };
  return {
    ask: (): Promise<T> => {
      if (heard.size === 0) return Promise.resolve(ofNobody);
      if (open === null) {
        let settle: Open<T>['settle'] = () => undefined;
        const promise = new Promise<T>((resolve) => {
          settle = resolve;
        });
        open = { promise, settle: (said) => settle(said) };
        tell();
      }
      return open.promise;
    },
    /** For the one dialog of an app: whether it is asked for now, and how to answer. */
    useQuestion: (): { asked: boolean; answer: (said: T) => void } => {
      const now = useSyncExternalStore(listen, () => open);
      return { asked: now !== null, answer };
    },
  };
}
