import { useSearchParams } from 'react-router';
import { acts, type Act } from '@fengqiao/contract/cases/words.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';

/** Which act's form is open; it stands in the address, so a colleague can be sent straight to it. */
export function useActParam(): readonly [Act | undefined, (act: Act | undefined) => void] {
  const [asked, setAsked] = useSearchParams();
  const open = (act: Act | undefined) =>
    setAsked(
      (now) => {
        const next = new URLSearchParams(now);
        if (act === undefined) next.delete('act');
        else next.set('act', act);
        return next;
      },
      { replace: act === undefined },
    );
  return [among(keysOf(acts), asked.get('act')), open];
}
