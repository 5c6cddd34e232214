import { useEffect, useState } from 'react';

/** The address of a photo or sound while it is on screen. */
export function useAddress(load: () => Promise<Blob | null>, of: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let left = false;
    void load().then((content) => {
      if (content === null || left) return;
      made = URL.createObjectURL(content);
      setAddress(made);
    });
    return () => {
      left = true;
      setAddress(null);
      if (made !== null) URL.revokeObjectURL(made);
    };
    // Loaded anew only for another content.
    // oxlint-disable-next-line exhaustive-deps
  }, [of]);
  return address;
}
