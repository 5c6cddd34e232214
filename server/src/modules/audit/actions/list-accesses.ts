import type { AccessView, MyAccess } from '@fengqiao/contract/audit.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accessesAbout, accessesBetween, type AccessRow } from '../store/lists.ts';

type Asked = { limit?: number; after?: string };
type Span = Asked & { from: string; to: string; account?: string; subject?: string };
type Listed<T> = { items: T[]; next: string | null };

const LONGEST_DAYS = 92;
const DAY_MS = 86_400_000;

/** The looks at the data of whoever asks, newest first. */
export async function accessesAboutMe(work: Work, { limit = 50, after }: Asked): Promise<Listed<MyAccess>> {
  const { account } = work.actor;
  if (account === null) refuse('platform.not_signed_in');
  const rows = await accessesAbout(work, account, limit, after ?? null);
  return page(rows, limit, ({ id, at, role, unit, purpose, fields }) => ({
    id,
    at: at.toISOString(),
    role,
    unit,
    purpose,
    fields,
  }));
}

/** All looks within a span of at most 92 days, for supervision. */
export async function accessesInSpan(
  work: Work,
  { limit = 50, after, from, to, account, subject }: Span,
): Promise<Listed<AccessView>> {
  const span = { from: new Date(from), to: new Date(to) };
  const length = span.to.getTime() - span.from.getTime();
  if (!(length > 0 && length <= LONGEST_DAYS * DAY_MS)) refuse('audit.window_unusable');
  const rows = await accessesBetween(
    work,
    span,
    { account: account ?? null, subject: subject ?? null },
    { limit, after: after ?? null },
  );
  return page(rows, limit, (row) => ({ ...row, at: row.at.toISOString() }));
}

function page<T>(rows: AccessRow[], limit: number, present: (row: AccessRow) => T): Listed<T> {
  const shown = rows.slice(0, limit);
  return { items: shown.map(present), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
