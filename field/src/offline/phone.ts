import { liveQuery } from 'dexie';
import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { Me } from '@fengqiao/contract/identity.ts';
import { syncNow } from './driver.ts';
import type { OpType, Payload } from './operations.ts';
import { listed, put, type Op, type Phone } from './outbox.ts';

type Open = { readonly me: Me; readonly phone: Phone };
export const PhoneContext = createContext<Open | null>(null);

/** Who is at this phone, and what it keeps for them; only behind the gate. */
export function usePhone(): Open {
  const open = useContext(PhoneContext);
  if (open === null)
    throw new Error('usePhone stands outside the gate: what a phone keeps is open to whoever signed in.');
  return open;
}

/** What a look into the phone's tables finds, and finds anew whenever they change. */
export function useKept<T>(look: (phone: Phone) => Promise<T>): T | undefined {
  const { phone } = usePhone();
  const [found, setFound] = useState<T>();
  useEffect(() => {
    const watch = liveQuery(() => look(phone)).subscribe({ next: setFound, error: () => undefined });
    return () => watch.unsubscribe();
  }, [phone, look]);
  return found;
}

const none: readonly Op[] = [];
/** All acts on this phone, the newest first. */
export const useOps = (): readonly Op[] => useKept(listed) ?? none;

/** Hands an act in: it is kept first, and sent as soon as there is a network. */
export function useHandIn() {
  const { phone } = usePhone();
  return useCallback(
    async <T extends OpType>(
      type: T,
      payload: Payload<T>,
      how?: Parameters<typeof put>[3],
    ): Promise<string> => {
      const opId = await put(phone, type, payload, how);
      void syncNow();
      return opId;
    },
    [phone],
  );
}
