import { useCallback, useState } from 'react';
import type { Both } from '@fengqiao/contract/route.ts';
import type { Spot } from './spot.ts';
import { texts } from './texts.ts';

const waitMs = 15_000;

/** Asks the device where it is, once and only when told to. */
export function usePosition(onFound: (spot: Spot) => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Both | null>(null);
  const locate = useCallback(() => {
    if (!('geolocation' in navigator)) return setProblem(texts.noDevice);
    setBusy(true);
    setProblem(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setBusy(false);
        onFound({ lng: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy, how: 'device' });
      },
      ({ code }) => {
        setBusy(false);
        setProblem(code === 1 ? texts.denied : texts.notFound);
      },
      { enableHighAccuracy: true, timeout: waitMs, maximumAge: 30_000 },
    );
  }, [onFound]);
  return { locate, busy, problem };
}
