import { useRef } from 'react';
import { QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, Refused, type Given } from '@fengqiao/contract/client.ts';
import { refusals } from '@fengqiao/contract/refusals.ts';
import type { Out, Route } from '@fengqiao/contract/route.ts';

export type { Given };

/** Calls an operation; a lost network is a refusal like every other, with words that say what to do. */
export async function ask<R extends Route>(to: R, given: Given<R>, init: RequestInit = {}): Promise<Out<R>> {
  try {
    return await call(to, given, '', init);
  } catch (error) {
    if (error instanceof Refused || init.signal?.aborted === true) throw error;
    throw new Refused(0, { code: 'platform.unavailable', ...refusals['platform.unavailable'] });
  }
}

/** Whether it failed on the way rather than being refused. */
export const lostConnection = (error: unknown): boolean => error instanceof Refused && (error.status === 0 || error.status >= 502);

/** One client for the whole app: a refusal is an answer, so only a lost connection is tried again. */
export const newClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 10_000, retry: (failed, error) => failed < 2 && lostConnection(error), networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });

type Reading = { enabled?: boolean; everyMs?: number; keepLast?: boolean };

/** Asks the server; the answer is shared by everyone who asks the same. `keepLast` shows the last answer until the new one is there. */
export function useSay<R extends Route>(route: R, given: Given<R>, { enabled = true, everyMs, keepLast = false }: Reading = {}) {
  return useQuery<Out<R>, Refused>({
    queryKey: [route.id, given],
    queryFn: ({ signal }) => ask(route, given, { signal }),
    enabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
    ...(keepLast ? { placeholderData: (last: Out<R> | undefined) => last } : {}),
  });
}

/** One page of a list that goes on after `next`. */
type Paged = { items: readonly unknown[]; next: string | null };

/** A list that grows by one page at each press of "more". */
export function useMore<R extends Route>(route: R, given: (after: string | undefined) => Given<R>, enabled = true) {
  return useInfiniteQuery<Out<R> & Paged, Refused, { pages: (Out<R> & Paged)[] }, unknown[], string | undefined>({
    queryKey: [route.id, 'more', given(undefined)],
    queryFn: async ({ pageParam, signal }) => (await ask(route, given(pageParam), { signal })) as Out<R> & Paged,
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    enabled,
  });
}

/** A key that no other press has; works without HTTPS too, where `randomUUID` is missing. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Does something once. Every press has its key; pressing again with the same content after the network was lost
 * uses the same key, so the server never acts twice. Afterwards everything on screen is asked anew.
 */
export function useAct<R extends Route>(route: R, onDone: (reply: Out<R>) => void = () => undefined) {
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
      void client.invalidateQueries();
    },
    onError: (error) => {
      if (!lostConnection(error)) last.current = { content: '', key: '' };
    },
  });
}
