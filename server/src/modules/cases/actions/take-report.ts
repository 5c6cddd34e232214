import type { Static } from 'typebox';
import type {
  reportProblem as toldReportProblem,
  takeReport as toldTakeReport,
} from '@fengqiao/contract/cases/report.ts';
import type { Http } from '#platform/serve.ts';
import type { Work } from '#platform/work.ts';
import { actedFor } from '#modules/identity';
import { mustBeAtDesk } from '../domain/intake.ts';
import { openReport, receiptOf, type Taken } from './open-report.ts';

type Receipt = ReturnType<typeof receiptOf>;

const GUEST_PER_MINUTE = 6;
const RESIDENT_PER_MINUTE = 20;

/**
 * A resident or a guest reports a problem. Staff who do so speak as residents of their street would. `taken` is for what
 * comes in beside a problem, such as the wish to be called back, which lies nowhere.
 */
export async function reportProblem(
  work: Work,
  { contact, ...given }: Static<typeof toldReportProblem.body>,
  http: Pick<Http, 'ip' | 'limitBy'>,
  taken: Pick<Taken, 'located' | 'title'> = {},
): Promise<Receipt> {
  const { account } = work.actor;
  if (account === null) http.limitBy('report', `${work.street}|${http.ip}`, GUEST_PER_MINUTE);
  else http.limitBy('report', account, RESIDENT_PER_MINUTE);
  const opened = await openReport(work, given, { channel: 'resident', contact, ...taken });
  await actedFor(work, 'reports.report', `report:${opened.report}`);
  return receiptOf(opened);
}

/** Staff write down what somebody said by phone, at the window, by letter, or what was passed on from above. */
export async function takeReport(
  work: Work,
  { contact, channel, title, ...given }: Static<typeof toldTakeReport.body>,
): Promise<Receipt> {
  mustBeAtDesk(channel);
  return receiptOf(await openReport(work, given, { channel, contact, title }));
}
