import { useSearchParams } from 'react-router';
import { bases, shareTypes } from '@fengqiao/contract/catalogue/words.ts';
import { among, filled, keysOf } from '@fengqiao/ui/record.ts';
import { places } from './texts.ts';

type Name = 'q' | 'base' | 'provider' | 'shareType' | 'connected';

/** What is sought in the catalogue, as the address says it. */
export function useSought() {
  const [asked, setAsked] = useSearchParams();
  const here = among(keysOf(places), asked.get('connected'));
  const sought = filled({
    q: asked.get('q') ?? undefined,
    base: among(keysOf(bases), asked.get('base')),
    provider: asked.get('provider') ?? undefined,
    shareType: among(keysOf(shareTypes), asked.get('shareType')),
    connected: here === undefined ? undefined : here === 'true',
  });
  const seek = (name: Name, value: string | undefined) =>
    setAsked(
      (last) => {
        const next = new URLSearchParams(last);
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return { sought, seek, clear: () => setAsked({}, { replace: true }) };
}
