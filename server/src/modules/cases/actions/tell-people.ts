import type { Event } from '#platform/event.ts';
import type { Work } from '#platform/work.ts';
import { notify } from '#modules/notices';
import { isOpen } from '../domain/case.ts';
import { forReporter, forUnit } from '../domain/telling.ts';
import { findCase } from '../store/case.ts';
import { reportersOf } from '../store/reporters.ts';
import { takeDueAsks } from '../store/ask.ts';

/** Tells the units concerned and the reporters what happened to a case. */
export async function tellPeople(work: Work, { kind, subject, facts }: Event): Promise<void> {
  const theCase = await findCase(work, subject);
  for (const { unit, words } of forUnit(kind, theCase.no, { lead: theCase.lead, ...facts }))
    await notify(work, { to: { unit }, kind, ...words, caseId: subject });
  const { fromNo, reports } = facts;
  const said = forReporter(kind, typeof fromNo === 'string' ? fromNo : theCase.no, facts);
  if (said === null) return;
  // A merge concerns those whose reports moved, under the number they know.
  const only = kind === 'case.merged' && Array.isArray(reports) ? reports.map(String) : undefined;
  for (const to of await reportersOf(work, subject, only))
    await notify(work, {
      to,
      kind,
      ...said,
      caseId: subject,
      sms: true,
      ...(weighty.has(kind) && { mustReach: { unit: theCase.community } }),
    });
}

/** After these somebody has two weeks to object, or has to wait for months: not to have read of it must not cost them that. */
const weighty: ReadonlySet<string> = new Set([
  'case.declined',
  'case.held',
  'case.closed',
  'case.reopening_refused',
]);

const ASKS = 100;

/** Sends the questions whose time has come: the one after four weeks goes out again by itself. Returns how many. */
export async function sendAsks(work: Work): Promise<number> {
  const due = await takeDueAsks(work, ASKS);
  for (const ask of due) {
    if (ask.kind !== 'later') continue;
    const theCase = await findCase(work, ask.case_id);
    if (theCase.round !== ask.round || isOpen(theCase.state)) continue;
    const words = {
      zh: `四周过去了，您反映的 ${theCase.no} 真的解决了吗？请在进度页告诉我们。`,
      en: `Four weeks on: is your report ${theCase.no} really solved? Please tell us on its page.`,
    };
    for (const to of await reportersOf(work, ask.case_id, [ask.report]))
      await notify(work, { to, kind: 'case.asked_later', ...words, caseId: ask.case_id, sms: true });
  }
  return due.length;
}
