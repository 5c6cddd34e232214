import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Refused } from '@fengqiao/contract/client.ts';
import { LimitReached } from './LimitReached.tsx';
import { Refusal } from './Refusal.tsx';
import { Updating, Waiting } from './Waiting.tsx';

/** Shows what was asked for: waiting, the refusal with a second try, or the answer; the answer to the last question stays, dimmed, until the new one is there. */
export function Answer<T>({
  of,
  children,
}: {
  of: UseQueryResult<T, Refused>;
  children: (answer: T) => ReactNode;
}) {
  if (of.data !== undefined)
    return (
      <>
        {of.isPlaceholderData && <Updating />}
        {children(of.data)}
      </>
    );
  if (of.error?.code === 'audit.budget_spent') return <LimitReached error={of.error} />;
  if (of.error !== null) return <Refusal error={of.error} onAgain={() => void of.refetch()} />;
  return <Waiting />;
}
