import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import type { OpType, Payload } from '../../offline/operations.ts';
import { waitingOn } from '../../offline/outbox.ts';
import { useHandIn, useOps } from '../../offline/phone.ts';

/** The forms of a matter, by what is done in them. */
export const formOf = (type: OpType, id: string): string => `${type} ${id}`;

/**
 * Hands in an act on a matter, after those that still wait on this phone. The version seen is told only for the first of
 * them: the others act on what the first makes of it.
 */
export function useHandInOn(found: Pick<CaseView, 'id' | 'title' | 'version'>) {
  const handIn = useHandIn();
  const before = waitingOn(useOps(), found.id);
  const seen = before.length === 0 ? { version: found.version } : {};
  const on = { title: found.title, caseId: found.id };
  return {
    seen,
    handIn: <T extends OpType>(type: T, said: Pick<Payload<T>, 'params' | 'body'>, draft?: string) =>
      handIn(type, { ...said, ...on }, { dependsOn: before, ...(draft !== undefined && { draft }) }),
  };
}
