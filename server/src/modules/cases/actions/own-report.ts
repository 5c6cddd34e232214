import type { MandateAct } from '@fengqiao/contract/mandate-acts.ts';
import { ownerFor } from '#platform/behalf.ts';
import { refuse } from '#platform/refusal.ts';
import type { Http } from '#platform/serve.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { actedFor } from '#modules/identity';
import { sameHash } from '../domain/track.ts';
import { findReport, type Report } from '../store/report.ts';
import { trackingHash } from './tracking.ts';

const TRIES_PER_MINUTE = 10;

/** Slows down whoever guesses codes. */
export const limitTracking = (work: Work, http: Pick<Http, 'ip' | 'limitBy'>): void =>
  http.limitBy('track', `${work.street}|${http.ip}`, TRIES_PER_MINUTE);

/** Whose report, and what is to be done with it; by its code, when it is not followed by account. */
type Asked = { readonly id: string; readonly code?: string | undefined; readonly act: MandateAct };
type From = Pick<Http, 'ip' | 'limitBy'>;

/**
 * The report of whoever asks: theirs by account, that of the person they act for where the mandate covers it, or anybody's
 * who holds its code; for all others it is not there.
 */
export async function ownReport(work: Work, { id, code, act }: Asked, http: From): Promise<Report> {
  const { actor } = work;
  if (code !== undefined) limitTracking(work, http);
  const report = await asEngine(work, () => findReport(work, id));
  const mine = actor.behalf?.account ?? actor.account;
  const byAccount = actor.kind === 'resident' && report !== undefined && report.account === mine;
  if (byAccount && ownerFor(actor, act) === mine) return report;
  const byCode = code !== undefined && sameHash(trackingHash(work, code), report?.tracking_hash ?? '');
  if (report && byCode) return report;
  return refuse(code === undefined ? 'platform.not_found' : 'cases.tracking_unknown');
}

/** Does something with it; what a helper does is told to the person they act for. */
export async function withOwnReport<T>(
  work: Work,
  asked: Asked,
  http: From,
  act: (report: Report) => Promise<T>,
): Promise<T> {
  const report = await ownReport(work, asked, http);
  const done = await act(report);
  if (report.account === work.actor.behalf?.account) await actedFor(work, asked.act, `report:${report.id}`);
  return done;
}
