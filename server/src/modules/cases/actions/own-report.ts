import { refuse } from '#platform/refusal.ts';
import type { Http } from '#platform/serve.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { sameHash } from '../domain/track.ts';
import { findReport, type Report } from '../store/report.ts';
import { trackingHash } from './tracking.ts';

const TRIES_PER_MINUTE = 10;

/** Slows down whoever guesses codes. */
export const limitTracking = (work: Work, http: Pick<Http, 'ip' | 'limitBy'>): void =>
  http.limitBy('track', `${work.street}|${http.ip}`, TRIES_PER_MINUTE);

/** The report of whoever asks: theirs by account, or anybody's who holds its code; for all others it is not there. */
export async function ownReport(
  work: Work,
  id: string,
  code: string | undefined,
  http: Pick<Http, 'ip' | 'limitBy'>,
): Promise<Report> {
  const { actor } = work;
  if (code !== undefined) limitTracking(work, http);
  const report = await asEngine(work, () => findReport(work, id));
  const byAccount = actor.kind === 'resident' && report !== undefined && report.account === actor.account;
  const byCode = code !== undefined && sameHash(trackingHash(work, code), report?.tracking_hash ?? '');
  if (report && (byAccount || byCode)) return report;
  return refuse(code === undefined ? 'platform.not_found' : 'cases.tracking_unknown');
}
