import { useRef } from 'react';
import { QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, Refused, type Given } from '@fengqiao/contract/client.ts';
import { platformRefusals } from '@fengqiao/contract/refusals/platform.ts';
import type { Out, Route } from '@fengqiao/contract/route.ts';
import { askReason, withReason } from './reason.ts';
import { proveAgain } from './step-up.ts';

export type { Given };

/** Keeps what was read on this device, and gives it back when the network is lost; an app that works offline has one. */
export type Keeper = {
  keep<R extends Route>(route: R, given: Given<R>, reply: Out<R>): Promise<void>;
  recall<R extends Route>(route: R, given: Given<R>): Promise<{ reply: Out<R> } | null>;
};
let keeper: Keeper | null = null;
export function keepBy(next: Keeper | null): void {
  keeper = next;
}

/**
 * Calls an operation; a lost network is a refusal like every other, with words that say what to do. A grave act first asks
 * whoever is there to prove that it is they, and is then done; beyond the usual number of people looked at it asks why.
 */
export async function ask<R extends Route>(to: R, given: Given<R>, init: RequestInit = {}): Promise<Out<R>> {
  try {
    const said = await call(to, given, '', withReason(init));
    if (to.method === 'GET') await keeper?.keep(to, given, said);
    return said;
  } catch (error) {
    if (error instanceof Refused && error.code === 'identity.step_up_needed' && (await proveAgain()))
      return call(to, given, '', withReason(init));
    if (error instanceof Refused && error.code === 'audit.reason_needed' && (await askReason()))
      return call(to, given, '', withReason(init));
    if (init.signal?.aborted === true) throw error;
    const kept = isLost(error) && to.method === 'GET' ? await keeper?.recall(to, given) : null;
    if (kept) return kept.reply;
    if (error instanceof Refused) throw error;
    throw new Refused(0, { code: 'platform.unavailable', ...platformRefusals['platform.unavailable'] });
  }
}

/** Whether it failed on the way rather than being refused. */
export const lostConnection = (error: unknown): boolean =>
  error instanceof Refused && (error.status === 0 || error.status >= 502);

const isLost = (error: unknown): boolean => !(error instanceof Refused) || lostConnection(error);

/** One client for the whole app: a refusal is an answer, so only a lost connection is tried again. */
export const newClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failed, error) => failed < 2 && lostConnection(error),
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });

type Reading = { enabled?: boolean; everyMs?: number; keepLast?: boolean; slow?: boolean };

/**
 * Asks the server; the answer is shared by everyone who asks the same. `keepLast` shows the last answer until the new one is
 * there; `slow` is for sums over many rows, which are asked anew only once in a while when others change something.
 */
export function useSay<R extends Route>(
  route: R,
  given: Given<R>,
  { enabled = true, everyMs, keepLast = false, slow = false }: Reading = {},
) {
  return useQuery<Out<R>, Refused>({
    queryKey: [route.id, given],
    queryFn: ({ signal }) => ask(route, given, { signal }),
    enabled,
    meta: { slow },
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
    ...(keepLast ? { placeholderData: (last: Out<R> | undefined) => last } : {}),
  });
}

/** A list that grows by one page at each press of "more". */
export function useMore<R extends Route>(
  route: R,
  given: (after: string | undefined) => Given<R>,
  enabled = true,
) {
  return useInfiniteQuery<Out<R>, Refused, { pages: Out<R>[] }, unknown[], string | undefined>({
    queryKey: [route.id, 'more', given(undefined)],
    queryFn: ({ pageParam, signal }) => ask(route, given(pageParam), { signal }),
    initialPageParam: undefined,
    getNextPageParam: nextOf,
    enabled,
  });
}

/** A page of a list says with `next` what to ask for after it. */
const nextOf = (page: unknown): string | undefined =>
  typeof page === 'object' && page !== null && 'next' in page && typeof page.next === 'string'
    ? page.next
    : undefined;

/** A key that no other press has; works without HTTPS too, where `randomUUID` is missing. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Does something once. Every press has its key; pressing again with the same content after the network was lost
 * uses the same key, so the server never acts twice. Afterwards everything on screen is asked anew, unless the act `reveals`
 * only: it changed nothing, and asking anew would be one more look at somebody, on record.
 */
export function useAct<R extends Route>(
  route: R,
  onDone: (reply: Out<R>) => void = () => undefined,
  { reveals = false }: { reveals?: boolean } = {},
) {
  const client = useQueryClient();
  const last = useRef({ content: '', key: '' });
  return useMutation<Out<R>, Refused, Given<R>>({
    mutationFn: (given) => {
      const content = JSON.stringify(given);
      if (last.current.content !== content) last.current = { content, key: newKey() };
      return ask(route, { ...given, key: given.key ?? last.current.key });
    },
    retry: (failed, error) => failed < 2 && lostConnection(error),
    retryDelay: 800,
    onSuccess: (reply) => {
      last.current = { content: '', key: '' };
      onDone(reply);
      if (!reveals) void client.invalidateQueries();
    },
    onError: (error) => {
      if (!lostConnection(error)) last.current = { content: '', key: '' };
    },
  });
}
