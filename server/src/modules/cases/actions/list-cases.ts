import type { CaseQuery } from '@fengqiao/contract/cases.ts';
import type { CaseLine } from '@fengqiao/contract/cases/views.ts';
import type { Channel, Class, Grade, Outcome, State } from '@fengqiao/contract/cases/words.ts';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import { firstRow } from '../domain/list.ts';
import { publishedList } from '../store/list.ts';
import { deskStates } from '../store/desk.ts';
import { linesById, listLines, searchIds, type After, type Line } from '../store/work-list.ts';
import { iso } from './view-parts.ts';

const PAGE = 20;
const SEARCH_MOST = 200;

/** One page of the work list; with text, the newest cases that contain it and fit the filter. */
export async function listCases(
  work: Work,
  asked: CaseQuery,
): Promise<{ items: CaseLine[]; next: string | null }> {
  const limit = asked.limit ?? PAGE;
  const after = placeOf(asked.after);
  const lines =
    asked.q === undefined
      ? await listLines(work, asked, after, limit + 1)
      : await searched(work, asked, after, limit + 1);
  const page = lines.slice(0, limit);
  const last = page.at(-1);
  const items = await Promise.all(page.map((line) => viewOfLine(work, line)));
  return { items, next: lines.length > limit && last ? nextOf(last, asked) : null };
}

/** Text search looks by age; states of the filter are applied in the index, the rest to what was found. */
async function searched(work: Work, asked: CaseQuery, after: After | null, limit: number): Promise<Line[]> {
  const states = asked.state ? [asked.state] : (deskStates[asked.desk ?? 'all'] ?? null);
  const ids = await searchIds(
    work,
    asked.q ?? '',
    states,
    after?.value == null ? null : new Date(after.value),
    asked.type || asked.lead || asked.community || asked.grade ? SEARCH_MOST : limit,
  );
  const found = await linesById(work, ids);
  return found.filter((line) => fits(line, asked)).slice(0, limit);
}

const fits = (line: Line, asked: CaseQuery): boolean =>
  (asked.type === undefined || line.type === asked.type) &&
  (asked.grade === undefined || line.grade === asked.grade) &&
  (asked.class === undefined || line.class === asked.class) &&
  (asked.lead === undefined || line.lead === asked.lead) &&
  (asked.community === undefined || line.community === asked.community) &&
  (asked.grid === undefined || line.grid === asked.grid) &&
  (asked.channel === undefined || line.channel === asked.channel) &&
  (asked.late === undefined || (line.late_since !== null) === asked.late);

function placeOf(after: string | undefined): After | null {
  if (after === undefined) return null;
  const [value = '', id = ''] = after.split('~');
  return /^[0-9a-f-]{36}$/.test(id) && (value === '' || !Number.isNaN(Date.parse(value)))
    ? { value: value || null, id }
    : null;
}

function nextOf(last: Line, asked: CaseQuery): string {
  const value =
    asked.q === undefined && asked.sort === 'due'
      ? last.due_at
      : asked.q === undefined && asked.sort === 'changed'
        ? last.updated_at
        : last.reported_at;
  return `${value?.toISOString() ?? ''}~${last.id}`;
}

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
