import type { Static } from 'typebox';
import type { recordVisit as recording, VisitView } from '@fengqiao/contract/rounds/visits.ts';
import type { VisitNeed, VisitPurpose } from '@fengqiao/contract/rounds/words.ts';
import { recordAccess } from '#modules/audit';
import { findPersonInReach, keysOfPerson, maskedNames } from '#modules/registry';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { onServer } from '../domain/moment.ts';
import { deleteVisitsTo, insertVisit, saveCaseOf, visits, type Visit } from '../store/visit.ts';
import { ownOnly, pageOf, type Asked } from './page.ts';
import { openWords, placeOfVisit, sealWords } from './sealing.ts';

type Given = Static<typeof recording.body>;
type Body = { readonly place: string; readonly text: string };

/** Writes a visit down. Who was visited must be within the reach of whoever visits: for everybody else it is 404. */
export async function recordVisit(work: Work, given: Given): Promise<{ id: string }> {
  const { account, unit, name } = work.actor;
  if (account === null || unit === null) return refuse('identity.no_post');
  if (given.person !== undefined) await findPersonInReach(work, given.person);
  const id = work.newId();
  const body: Body = { place: given.place.trim(), text: given.text.trim() };
  await insertVisit(work, {
    id,
    unit,
    account,
    name,
    person: given.person ?? null,
    purpose: given.purpose,
    needs: given.needs,
    body_enc: sealWords(work, JSON.stringify(body), placeOfVisit(id)),
    visited_at: onServer(given.at, given.offsetMs, work.now),
    offset_ms: given.offsetMs ?? null,
    received_at: work.now,
  });
  return { id };
}

/** Visits in reach, with masked names; the look is recorded for the people on the page. */
export async function listVisits(
  work: Work,
  asked: Asked,
): Promise<{ items: VisitView[]; next: string | null }> {
  const { rows, next } = await pageOf(asked, (page) => visits(work, { ...page, own: ownOnly(work) }));
  const people = [...new Set(rows.flatMap(({ person }) => person ?? []))];
  const names = await maskedNames(work, people);
  if (people.length > 0)
    await recordAccess(work, {
      action: 'rounds.visits',
      object: 'rounds.visit',
      subjects: people,
      purpose: 'visit',
      fields: ['name'],
      flags: ['masked'],
    });
  return { items: rows.map((row) => viewOf(work, row, names)), next };
}

/** Notes the case that came of one's own visit. */
export async function noteCaseOf(work: Work, visit: string, caseId: string): Promise<void> {
  if (!(await saveCaseOf(work, visit, caseId))) refuse('platform.not_found');
}

/** Somebody was erased: what was said of them at visits goes too. */
export async function eraseVisits(work: Work, person: string): Promise<void> {
  await deleteVisitsTo(work, await keysOfPerson(work, person));
}

function viewOf(work: Work, row: Visit, names: ReadonlyMap<string, string>): VisitView {
  const { id, unit, name, person, purpose, needs, visited_at: at, case_id: caseId } = row;
  const opened = openWords(work, row.body_enc, placeOfVisit(id)) ?? '{"place":"","text":""}';
  const body: Body = JSON.parse(opened);
  return {
    id,
    unit,
    by: name,
    person: person === null ? null : (names.get(person) ?? null),
    ...body,
    purpose: fromJson<VisitPurpose>(purpose),
    needs: fromJson<VisitNeed[]>(needs),
    at: at.toISOString(),
    caseId,
  };
}
