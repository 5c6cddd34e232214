import { useEffect, useState } from 'react';

const PAUSE_MS = 350;

/** A value once it has not changed for a moment, so that the server is asked when typing rests. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
