import { useSyncExternalStore } from 'react';
import type { Both } from '@fengqiao/contract/route.ts';
import { newKey } from '@fengqiao/ui/data.ts';
import { recall, remember } from '@fengqiao/ui/phone/memory.ts';
import type { Draft } from '../screens/report/draft.ts';

/** A report that was pressed "send" on without a network; it goes out by itself, once. `problem` is a no of the server. */
export type Waiting = {
  readonly id: string;
  readonly draft: Draft;
  readonly at: string;
  readonly problem: Both | null;
};

const place = 'fengqiao.outbox';
const listeners = new Set<() => void>();
let current: readonly Waiting[] = recall<Waiting[]>(place) ?? [];

export const waitingReports = (): readonly Waiting[] => current;
export const useOutbox = (): readonly Waiting[] => useSyncExternalStore(listen, waitingReports);

export const putInOutbox = (draft: Draft): void =>
  save([...current, { id: newKey(), draft, at: new Date().toISOString(), problem: null }]);

export const keepWaiting = (one: Waiting): void =>
  save(current.map((kept) => (kept.id === one.id ? one : kept)));

export const takeOut = (id: string): void => save(current.filter((kept) => kept.id !== id));

function save(next: readonly Waiting[]): void {
  current = next;
  remember(place, next);
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
