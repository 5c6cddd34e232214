import type { RefusalCode } from '@fengqiao/contract/refusals.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { limits, pausedUntil, type AttemptKind } from '../domain/attempts.ts';
import { latestAttempts } from '../store/attempts.ts';

/** The keyed name under which the tries of a person or an address are counted. */
export const whoTries = (work: Work, kind: AttemptKind, name: string): Buffer =>
  work.vault.index(`${kind}|${name}`, 'attempt');

/** Refuses while too many tries lie behind; tells when to come back. */
export async function demandCalm(
  work: Work,
  kind: AttemptKind,
  who: Buffer,
  code: RefusalCode,
): Promise<void> {
  const limit = limits[kind];
  const until = pausedUntil(await latestAttempts(work, kind, who, limit.most), limit, work.now);
  if (until !== null) refuse(code, { until: until.toISOString() });
}
