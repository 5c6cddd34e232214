import type { AccessView, listAccesses as List, MyAccess } from '@fengqiao/contract/audit.ts';
import { purposes } from '@fengqiao/contract/purposes.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { bitsOf, flagsOf } from '../domain/look.ts';
import {
  accessesBetween,
  looksAtMe,
  saveKnownAs,
  subjectsOf,
  type AccessRow,
  type Filters,
  type MyRow,
} from '../store/lists.ts';

type Asked = { limit?: number; after?: string };
type Listed<T> = { items: T[]; next: string | null };

const LONGEST_DAYS = 92;
const DAY_MS = 86_400_000;

/** The looks at the data of whoever asks, or of the person they act for, newest first. */
export async function accessesAboutMe(work: Work, { limit = 50, after }: Asked): Promise<Listed<MyAccess>> {
  const me = await concerned(work);
  return page(await looksAtMe(work, me, { limit: limit + 1, after: after ?? null }), limit, present);
}

/** Who is concerned: the one who asks, or whom they act for where that covers seeing data. */
export async function concerned(work: Work): Promise<{ account: string; subjects: string[] }> {
  const { account, behalf } = work.actor;
  if (account === null) refuse('platform.not_signed_in');
  const whose = behalf?.covers.includes('data.see') === true ? behalf.account : account;
  return { account: whose, subjects: await subjectsOf(work, whose) };
}

/** Tells that an account and a person of a room above are one, so that its holder sees looks at either. */
export const knownAs = (work: Work, account: string, subject: string): Promise<void> =>
  saveKnownAs(work, account, subject);

const present = ({ at, zh, en, flags, ...row }: MyRow): MyAccess => ({
  ...row,
  at: at.toISOString(),
  why: zh === null || en === null ? purposes[row.purpose].words : { zh, en },
  flags: flagsOf(flags).filter((flag) => flag === 'break_glass' || flag === 'list' || flag === 'masked'),
});

/** All looks within a span of at most 92 days, for supervision. */
export async function accessesInSpan(
  work: Work,
  { limit = 50, after, ...asked }: In<typeof List>['query'],
): Promise<Listed<AccessView>> {
  const rows = await accessesBetween(work, filtersOf(asked), { limit: limit + 1, after: after ?? null });
  return page(rows, limit, presentRow);
}

/** Reads the filters of a list; refuses a span that is not one. */
export function filtersOf({
  from,
  to,
  flag,
  ...rest
}: Omit<In<typeof List>['query'], 'limit' | 'after'>): Filters {
  const span = { from: new Date(from), to: new Date(to) };
  const length = span.to.getTime() - span.from.getTime();
  if (!(length > 0 && length <= LONGEST_DAYS * DAY_MS)) refuse('audit.window_unusable');
  return { ...span, ...rest, flag: flag === undefined ? undefined : bitsOf([flag]) };
}

export const presentRow = ({ at, flags, ...row }: AccessRow): AccessView => ({
  ...row,
  at: at.toISOString(),
  flags: flagsOf(flags),
});

function page<R extends { id: string }, T>(rows: R[], limit: number, show: (row: R) => T): Listed<T> {
  const shown = rows.slice(0, limit);
  return { items: shown.map(show), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
