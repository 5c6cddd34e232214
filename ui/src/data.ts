import { QueryClient, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { call, Refused, type Given } from '@fengqiao/contract/client.ts';
import { refusals } from '@fengqiao/contract/refusals.ts';
import type { Out, Route } from '@fengqiao/contract/route.ts';

type Asked = { enabled?: boolean; everyMs?: number };

/** One client per app; a refusal is an answer, so only a lost connection is asked again. */
export const queryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 10_000, retry: (tries, error) => lostConnection(error) && tries < 2, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });

/** Reads an operation of the contract and keeps the answer under its name and input. */
export function useSay<R extends Route>(route: R, given: Given<R>, asked: Asked = {}): UseQueryResult<Out<R>, Refused> {
  return useQuery<Out<R>, Refused>({
    queryKey: [route.id, given],
    queryFn: ({ signal }) => ask(route, given, { signal }),
    enabled: asked.enabled ?? true,
    ...(asked.everyMs === undefined ? {} : { refetchInterval: asked.everyMs }),
  });
}

/** Does an operation; what was read before is read anew. Sending the same content again repeats the same key, so it acts once. */
export function useAct<R extends Route>(route: R, onDone?: (said: Out<R>) => void): UseMutationResult<Out<R>, Refused, Given<R>> {
  const queries = useQueryClient();
  const last = useRef({ content: '', key: '' });
  return useMutation<Out<R>, Refused, Given<R>>({
    mutationFn: (given) => {
      const content = JSON.stringify(given);
      if (last.current.content !== content) last.current = { content, key: newKey() };
      return ask(route, { ...given, key: given.key ?? last.current.key });
    },
    onSuccess: async (said) => {
      last.current = { content: '', key: '' };
      onDone?.(said);
      await queries.invalidateQueries();
    },
  });
}

/** A key that no other press has; works without HTTPS too, where `randomUUID` is missing. */
export const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Calls an operation; a lost connection is a refusal like any other, with words that say what to do. */
export async function ask<R extends Route>(route: R, given: Given<R>, init: RequestInit = {}): Promise<Out<R>> {
  try {
    return await call(route, given, '', init);
  } catch (error) {
    if (error instanceof Refused || init.signal?.aborted === true) throw error;
    throw new Refused(0, { code: 'platform.unavailable', ...refusals['platform.unavailable'] });
  }
}

/** Whether it failed on the way rather than being refused. */
export const lostConnection = (error: unknown): boolean => error instanceof Refused && (error.status === 0 || error.status >= 502);
