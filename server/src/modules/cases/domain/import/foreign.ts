import type { RowNote } from '@fengqiao/contract/cases/imports.ts';
import { seenBy } from '../acting.ts';
import { after, mayHappen, touched, type Case } from '../case.ts';
import type { ListRow, ResponsibilityList } from '../list.ts';
import { rowAt } from '../verify.ts';
import { digestOf } from './mapping.ts';
import type { Foreign } from './row.ts';

/** What is kept with a case of where it comes from; with `system` and `id` an import can be repeated. */
export type Source = {
  readonly system: string;
  readonly id: string;
  readonly digest: string;
  readonly status: string;
  readonly owner: string | null;
  readonly channel: string | null;
  readonly closedAt: string | null;
  readonly updatedAt: string | null;
  readonly run: string;
  readonly line: number;
};

/** Where a row came from; the digest tells whether it changed since it was last imported, wherever in a file it stands. */
export function sourceOf(foreign: Foreign, system: string, run: string): Source {
  const { id, line, statusSaid, owner, channel, closedAt, updatedAt } = foreign;
  const digest = digestOf({ ...foreign, line: 0, notes: null, located: null });
  return {
    system,
    id,
    digest,
    status: statusSaid,
    owner,
    channel,
    closedAt: closedAt?.toISOString() ?? null,
    updatedAt: updatedAt?.toISOString() ?? null,
    run,
    line,
  };
}

/** The row of the list a foreign case belongs to, by its type and place. */
export const rowOfForeign = (
  list: ResponsibilityList,
  foreign: Foreign,
  theCase: Pick<Case, 'placeKind'>,
): ListRow =>
  rowAt(list, foreign.type, {
    placeKind: theCase.placeKind,
    community: foreign.located.community,
    at: foreign.reportedAt,
  });

/**
 * Files a case away that another system has closed. It was never registered, given, handled or checked here: it has no
 * deadline, no outcome, no closing time and no satisfaction, so nothing counts it as closed by our loop. Its lead is who had it there.
 */
export function fileForeignClosed(
  theCase: Case,
  foreign: Foreign,
  { row, version }: { row: ListRow; version: number },
  now: Date,
): Case {
  const archivedAt = foreign.closedAt ?? foreign.updatedAt ?? foreign.reportedAt;
  return after(theCase, 'file_elsewhere', now, {
    ...typeOf(theCase, row, version, foreign.owner),
    holder: null,
    dueAt: null,
    outcome: null,
    satisfied: null,
    closedAt: null,
    archivedAt,
  });
}

/** A case that another system withdrew or cancelled: kept to be found, out of every count. */
export const fileForeignVoid = (
  theCase: Case,
  foreign: Foreign,
  { row, version }: { row: ListRow; version: number },
  now: Date,
): Case => after(theCase, 'void', now, { ...typeOf(theCase, row, version, foreign.owner), dueAt: null });

const typeOf = (theCase: Case, row: ListRow, version: number, owner: string | null) => ({
  type: row.type,
  listVersion: version,
  rowKey: row.rowKey,
  class: row.class,
  grade: row.grade,
  sensitive: row.sensitive,
  lead: owner,
  seenBy: seenBy({ ...theCase, sensitive: row.sensitive }, [...(row.sensitive ? [] : theCase.seenBy), owner]),
});

export type Revision = {
  readonly theCase: Case;
  readonly kind: 'import_update' | 'file_elsewhere' | 'void_elsewhere';
  readonly fields: readonly string[];
  readonly notes: readonly RowNote[];
};

/**
 * What a changed row does to the case it made before: words and place follow it; closing follows it while nobody here is
 * beyond handling; what our own loop has decided stays, and is noted.
 */
export function revise(theCase: Case, foreign: Foreign, list: ResponsibilityList, now: Date): Revision {
  const { title, text, address, lng, lat, located, reportedAt } = foreign;
  const wished = { title: title ?? theCase.title, text, address, lng, lat, reportedAt };
  const stood: Readonly<Record<string, unknown>> = theCase;
  const fields = Object.entries(wished)
    .filter(([name, value]) => !same(stood[name], value))
    .map(([name]) => name);
  const moved = fields.includes('lng') || fields.includes('lat');
  const followed = touched(theCase, now, {
    ...wished,
    ...(moved
      ? { ...located, seenBy: seenBy({ ...located, sensitive: theCase.sensitive }, theCase.seenBy) }
      : {}),
  });
  const filing = { row: rowOfForeign(list, foreign, theCase), version: list.version };
  const notes: RowNote[] = [...foreign.notes];
  const undone = { ...followed, version: theCase.version };
  if (foreign.status !== 'open' && isForeignEnd(theCase))
    return retyped(theCase, followed, foreign, { filing, fields, notes });
  if (foreign.status === 'closed' && mayHappen(theCase.state, 'file_elsewhere'))
    return {
      theCase: fileForeignClosed(undone, foreign, filing, now),
      kind: 'file_elsewhere',
      fields,
      notes,
    };
  if (foreign.status === 'void' && mayHappen(theCase.state, 'void'))
    return { theCase: fileForeignVoid(undone, foreign, filing, now), kind: 'void_elsewhere', fields, notes };
  if (foreign.status !== 'open') notes.push('kept_in_hand');
  else if (isForeignEnd(theCase)) notes.push('reopened_elsewhere');
  if (theCase.type !== null && theCase.type !== foreign.type) notes.push('type_kept');
  return { theCase: followed, kind: 'import_update', fields, notes };
}

/** True for a case that ended elsewhere, never here. */
const isForeignEnd = ({ state, closedAt, registeredAt }: Case): boolean =>
  (state === 'archived' || state === 'voided') && closedAt === null && registeredAt === null;

type Retyping = {
  filing: { row: ListRow; version: number };
  fields: readonly string[];
  notes: readonly RowNote[];
};

/** A record of the past follows its row in everything, since nobody here has worked on it. */
function retyped(
  before: Case,
  followed: Case,
  foreign: Foreign,
  { filing, fields, notes }: Retyping,
): Revision {
  const to = foreign.status === 'void' ? ('voided' as const) : ('archived' as const);
  const archivedAt = to === 'archived' ? (foreign.closedAt ?? foreign.updatedAt ?? foreign.reportedAt) : null;
  const stays = to === before.state ? { archivedAt } : {};
  return {
    theCase: { ...followed, ...typeOf(followed, filing.row, filing.version, foreign.owner), ...stays },
    kind: 'import_update',
    fields,
    notes,
  };
}

const same = (a: unknown, b: unknown): boolean =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
