import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Refused } from '@fengqiao/contract/client.ts';
import { LimitReached } from './LimitReached.tsx';
import { Refusal } from './Refusal.tsx';
import { Waiting } from './Waiting.tsx';

/** Shows what was asked for: waiting, the refusal with a second try, or the answer. */
export function Answer<T>({
  of,
  children,
}: {
  of: UseQueryResult<T, Refused>;
  children: (answer: T) => ReactNode;
}) {
  if (of.data !== undefined) return children(of.data);
  if (of.error?.code === 'audit.budget_spent') return <LimitReached error={of.error} />;
  if (of.error !== null) return <Refusal error={of.error} onAgain={() => void of.refetch()} />;
  return <Waiting />;
}
