import { useEffect, useState } from 'react';

/** A fact in clear for some seconds, then masked again by itself. */
export function useShown(): {
  shown: string | null;
  left: number;
  show: (value: string, seconds: number) => void;
} {
  const [shown, setShown] = useState<string | null>(null);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => {
      setLeft(left - 1);
      if (left === 1) setShown(null);
    }, 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return {
    shown,
    left,
    show: (value, seconds) => {
      setShown(value);
      setLeft(seconds);
    },
  };
}
