import { useEffect, useRef, useState } from 'react';
import { stayHere } from '@fengqiao/contract/sessions.ts';
import { ask } from './data.ts';

/** Somebody is known to be there again after this long at the soonest, so that typing does not send a stream of requests. */
const EVERY = 60_000;
/** So long before the end it is announced. */
const WARNING = 2 * 60_000;
const TICK = 5_000;
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Tells the server that somebody is at the screen, and how many seconds remain once its end is near; null while it is not.
 * What the page asks for by itself is no sign of anybody.
 */
export function useIdle(idleUntil: string | null): { left: number | null; stay: () => void } {
  const until = useRef(0);
  const told = useRef(0);
  const [left, setLeft] = useState<number | null>(null);
  const stay = () => {
    told.current = Date.now();
    void ask(stayHere, {}).then(
      (said) => {
        if (said.idleUntil !== null) until.current = Date.parse(said.idleUntil);
        setLeft(null);
      },
      () => undefined,
    );
  };
  useEffect(() => {
    if (idleUntil === null) return undefined;
    until.current = Date.parse(idleUntil);
    const sign = () => {
      const near = until.current - Date.now() <= WARNING;
      if (!near && Date.now() - told.current > EVERY) stay();
    };
    const timer = setInterval(() => {
      const ms = until.current - Date.now();
      setLeft(ms > WARNING ? null : Math.max(0, Math.ceil(ms / 1000)));
    }, TICK);
    for (const name of signs) addEventListener(name, sign, { passive: true });
    return () => {
      clearInterval(timer);
      for (const name of signs) removeEventListener(name, sign);
    };
  }, [idleUntil]);
  return { left, stay };
}
