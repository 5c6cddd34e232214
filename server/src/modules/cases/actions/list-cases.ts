import type { CaseQuery } from '@fengqiao/contract/cases.ts';
import type { CaseLine } from '@fengqiao/contract/cases/views.ts';
import type { Channel, Class, Grade, Outcome, State } from '@fengqiao/contract/cases/words.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { firstRow } from '../domain/list.ts';
import { pairQuery } from '../domain/pairs.ts';
import { publishedList } from '../store/list.ts';
import { searchPage, type Place } from '../store/search.ts';
import { linesAmong, listLines, statesOf, type After, type Line } from '../store/work-list.ts';
import { iso } from './view-parts.ts';

const PAGE = 20;
const BATCH = 200;
const LOOK_MOST = 4000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Found = { readonly lines: readonly Line[]; readonly next: string | null };

/** One page of the work list; with text, the newest cases that contain it and fit the filter. */
export async function listCases(
  work: Work,
  asked: CaseQuery,
): Promise<{ items: CaseLine[]; next: string | null }> {
  const { lines, next } = await (asked.q === undefined
    ? listed(work, asked)
    : searched(work, asked, asked.q));
  return { items: await Promise.all(lines.map((line) => viewOfLine(work, line))), next };
}

async function listed(work: Work, asked: CaseQuery): Promise<Found> {
  const limit = asked.limit ?? PAGE;
  const found = await listLines(work, asked, placeOf(asked.after), limit + 1);
  const lines = found.slice(0, limit);
  const last = lines.at(-1);
  return {
    lines,
    next: found.length > limit && last ? placeText(orderValue(last, asked.sort), last.id) : null,
  };
}

/**
 * Text search looks by age, in batches: what contains the text, then what of it fits the filter. A page that had to look at
 * too much ends early and says where to go on, so that no page is slow and none is lost.
 */
async function searched(work: Work, asked: CaseQuery, text: string): Promise<Found> {
  const limit = asked.limit ?? PAGE;
  if (pairQuery(text) === null) refuse('cases.search_short');
  const lines: Line[] = [];
  let after = agePlaceOf(asked.after);
  // Mostly nothing but the text is asked, and the first page's worth is all there is to look at.
  for (let looked = 0, size = limit + 1; looked < LOOK_MOST; looked += size, size = BATCH) {
    const batch = await searchPage(work, { text, states: statesOf(asked), after }, size);
    lines.push(
      ...(await linesAmong(
        work,
        asked,
        batch.map((one) => one.id),
      )),
    );
    const cut = lines[limit - 1];
    if (lines.length > limit && cut)
      return { lines: lines.slice(0, limit), next: placeText(cut.reported_at, cut.id) };
    const last = batch.at(-1);
    if (batch.length < size || !last) return { lines, next: null };
    after = last;
  }
  return { lines, next: after === null ? null : placeText(after.reportedAt, after.id) };
}

function placeOf(after: string | undefined): After | null {
  if (after === undefined) return null;
  const [value = '', id = ''] = after.split('~');
  return UUID.test(id) && (value === '' || !Number.isNaN(Date.parse(value)))
    ? { value: value || null, id }
    : null;
}

function agePlaceOf(after: string | undefined): Place | null {
  const place = placeOf(after);
  return place === null || place.value === null ? null : { reportedAt: new Date(place.value), id: place.id };
}

function orderValue(line: Line, sort: CaseQuery['sort']): Date | null {
  if (sort === 'due') return line.due_at;
  return sort === 'changed' ? line.updated_at : line.reported_at;
}

const placeText = (value: Date | null, id: string): string => `${value?.toISOString() ?? ''}~${id}`;

/** A line as shown, with the name its type had in the list version of the case. */
export async function viewOfLine(work: Work, line: Line): Promise<CaseLine> {
  const list = line.list_version === null ? null : await publishedList(work, line.list_version);
  const row = list && line.type !== null ? firstRow(list, line.type) : undefined;
  return {
    id: line.id,
    no: line.no,
    version: line.version,
    state: fromJson<State>(line.state),
    round: line.round,
    channel: fromJson<Channel>(line.channel),
    type: line.type,
    typeName: row ? { zh: row.zh, en: row.en } : null,
    grade: fromJson<Grade | null>(line.grade),
    class: fromJson<Class | null>(line.class),
    title: line.title,
    address: line.address,
    community: line.community,
    grid: line.grid,
    lead: line.lead,
    holder: line.holder,
    reports: line.reports,
    lng: line.lng,
    lat: line.lat,
    dueAt: iso(line.due_at),
    lateSince: iso(line.late_since),
    satisfied: line.satisfied,
    outcome: fromJson<Outcome | null>(line.outcome),
    reportedAt: line.reported_at.toISOString(),
    updatedAt: line.updated_at.toISOString(),
  };
}
