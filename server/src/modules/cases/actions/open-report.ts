import type { Static } from 'typebox';
import type { ReportGiven, takeReport } from '@fengqiao/contract/cases/report.ts';
import type { Channel } from '@fengqiao/contract/cases/words.ts';
import { ownerFor } from '#platform/behalf.ts';
import { attachFiles } from '#platform/files/store.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { addressNear, locate, type Located } from '#modules/grids';
import { keepContact } from '#modules/identity';
import type { Case } from '../domain/case.ts';
import { stageTerms } from '../domain/grades.ts';
import { boundFacts, coordinateWords } from '../domain/intake.ts';
import { firstRow, type ListRow, type ResponsibilityList } from '../domain/list.ts';
import { newCase, type Opening } from '../domain/new-case.ts';
import { insertCase } from '../store/case.ts';
import { addClock } from '../store/clock.ts';
import { publishedList, versionInForce } from '../store/list.ts';
import { insertReport, newNumber, type NewReport } from '../store/report.ts';
import { joinCase } from './join-case.ts';
import { newTracking } from './tracking.ts';

export type Given = Static<typeof ReportGiven>;
export type ContactGiven = NonNullable<Static<typeof takeReport.body>['contact']>;

/** How a report came in, beside what was said. */
export type Taken = {
  readonly channel: Channel;
  readonly contact?: ContactGiven | undefined;
  readonly title?: string | undefined;
  /** Where it lies, when that is known already; otherwise the place is looked up. */
  readonly located?: Located;
  /** The list in force, when it is at hand already. */
  readonly list?: ResponsibilityList;
  /** Where a foreign case comes from; with it an import can be repeated. */
  readonly source?: { readonly system: string; readonly id: string } & Record<string, unknown>;
  readonly reportedAt?: Date;
};

export type Opened = {
  readonly report: string;
  readonly theCase: Case;
  readonly code: string;
  readonly joined: boolean;
  readonly hotline: string;
};

/**
 * The one way in for every channel: a report gets a number, a tracking code and a clock, or joins a neighbour's case.
 * Refuses a place outside the street, a type the list does not know, and a case that cannot be joined.
 */
export async function openReport(work: Work, given: Given, taken: Taken): Promise<Opened> {
  const { lng, lat, join } = given;
  const [located, row, address, numbered] = await Promise.all([
    taken.located ?? locate(work, lng, lat),
    rowWished(work, given.type, taken.list),
    given.address.trim() || addressNear(work, lng, lat),
    join === undefined ? newNumber(work) : null,
  ]);
  if (located === null) refuse('cases.place_outside');
  const named = { ...given, address: address || coordinateWords(lng, lat) };
  const { code, hash } = newTracking(work);
  const said = await reportOf(work, named, taken, hash);
  if (join !== undefined)
    return { ...(await joinCase(work, join, said)), report: said.id, code, joined: true };
  const { no, hotline } = numbered ?? (await newNumber(work));
  const made = openedCase(work, named, taken, { no, located, row: row ?? null });
  const facts = { report: said.id, channel: taken.channel, type: made.type };
  await insertCase(
    work,
    made,
    { kind: 'report', public: true, facts, event: 'case.reported' },
    taken.source ?? null,
  );
  await insertReport(work, { ...said, caseId: made.id });
  await addClock(work, made, { kind: 'register', owner: 'centre', ...stageTerms.register });
  return { report: said.id, theCase: made, code, joined: false, hotline };
}

type Found = Pick<Opening, 'no' | 'located' | 'row'>;

function openedCase(
  work: Work,
  { text, lng, lat, address, placeKind }: Given,
  { channel, title, reportedAt = work.now }: Taken,
  found: Found,
): Case {
  const finder = channel === 'field' ? work.actor.unit : null;
  return newCase(
    {
      id: work.newId(),
      ...found,
      channel,
      title,
      text,
      lng,
      lat,
      address,
      placeKind: placeKind ?? null,
      finder,
      reportedAt,
    },
    work.now,
  );
}

/** What the receipt says, on a screen, by message and on paper. */
export const receiptOf = ({ report, theCase, code, joined, hotline }: Opened) => ({
  report,
  caseId: theCase.id,
  no: theCase.no,
  code,
  joined,
  dueAt: theCase.dueAt?.toISOString() ?? null,
  hotline,
});

/** The row of the type somebody chose: a suggestion until the case is registered, but a sensitive one hides it at once. */
async function rowWished(
  work: Work,
  type: string | undefined,
  known: ResponsibilityList | undefined,
): Promise<ListRow | undefined> {
  if (type === undefined) return undefined;
  const version = known === undefined ? await versionInForce(work) : known.version;
  const list =
    known ?? (version === null ? refuse('cases.list_missing') : await publishedList(work, version));
  return firstRow(list, type) ?? refuse('cases.unknown_type', { type });
}

async function reportOf(
  work: Work,
  given: Given,
  { channel, contact, reportedAt }: Taken,
  trackingHash: string,
): Promise<NewReport> {
  const { actor } = work;
  const own = actor.kind === 'resident' || channel === 'field';
  const files =
    given.files === undefined || given.files.length === 0 ? [] : await attachFiles(work, given.files);
  const reachable =
    contact !== undefined &&
    Object.values(contact).some((value) => value !== undefined && value.trim() !== '');
  return {
    id: work.newId(),
    caseId: '',
    channel,
    account: !own ? null : actor.kind === 'resident' ? ownerFor(actor, 'reports.report') : actor.account,
    contact: reachable ? await keepContact(work, contact) : null,
    takenBy: actor.kind === 'staff' && !own ? actor.account : null,
    text: given.text,
    lng: given.lng,
    lat: given.lat,
    accuracy: given.accuracy ?? null,
    address: given.address,
    wishesAnonymous: given.anonymous ?? false,
    files: files.map((file) => file.id),
    trackingHash,
    facts: boundFacts(given.facts),
    reportedAt: reportedAt ?? work.now,
  };
}
