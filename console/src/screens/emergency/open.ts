import { useEffect, useState } from 'react';
import { myBreakGlass, type BreakGlassView } from '@fengqiao/contract/audit/oversight.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';

const ASK_EVERY = 60_000;

/** What I have open in an emergency, and the seconds that remain; counted here from what the server said, whatever the clock of this machine says. */
export function useOpenEmergency(): { use: BreakGlassView | null; left: number; ready: boolean } {
  const said = useSay(myBreakGlass, {}, { enabled: mayCall(useMe(), myBreakGlass), everyMs: ASK_EVERY });
  const use = said.data?.use ?? null;
  const until = said.dataUpdatedAt + (said.data?.left ?? 0) * 1000;
  const [now, setNow] = useState(() => Date.now());
  const isOpen = use !== null;
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isOpen]);
  const left = Math.max(0, Math.ceil((until - Math.max(now, said.dataUpdatedAt)) / 1000));
  return { use: left > 0 ? use : null, left, ready: said.data !== undefined };
}

/** 29:05 */
export const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
