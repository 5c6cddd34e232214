import type { RefusalCode } from '@fengqiao/contract/refusals.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { limits, pausedUntil, type AttemptKind } from '../domain/attempts.ts';
import { recordSecurity } from '#modules/audit';
import { insertAttempt, latestAttempts } from '../store/attempts.ts';

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

/** Counts a wrong password or code; the one that closes the login for a while stands in the security log. */
export async function countWrong(
  work: Work,
  who: Buffer,
  account: { readonly id: string; readonly login: string } | null,
): Promise<void> {
  await insertAttempt(work, 'password', who);
  const until = pausedUntil(
    await latestAttempts(work, 'password', who, limits.password.most),
    limits.password,
    work.now,
  );
  if (until === null || account === null) return;
  await recordSecurity(work, {
    act: 'identity.paused',
    code: null,
    by: { account: null, name: null, role: null, unit: null },
    whom: account.id,
    detail: account.login,
  });
}
