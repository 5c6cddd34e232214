import type { AccessFlag, AccessView, listAccesses as List, MyAccess } from '@fengqiao/contract/audit.ts';
import { purposes } from '@fengqiao/contract/purposes.ts';
import type { Both, In } from '@fengqiao/contract/route.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { bitsOf, flagsOf } from '../domain/look.ts';
import { spanOf } from '../domain/span.ts';
import { accessesBetween, type AccessRow, type Filters } from '../store/lists.ts';
import {
  dropKnownAs,
  firstLookAt,
  looksAtMe,
  saveKnownAs,
  subjectsOf,
  usesOf,
  type Concerned,
  type MyRow,
} from '../store/my-looks.ts';

type Asked = { limit?: number; after?: string };
type Listed<T> = { items: T[]; next: string | null };

/** The looks at the data of whoever asks, or of the person they act for, newest first. */
export const accessesAboutMe = async (work: Work, page: Asked): Promise<Listed<MyAccess>> =>
  accessesAbout(work, await concerned(work), page);

/** The same for whom a room above knows to be theirs to read about, such as the child of a guardian. */
export async function accessesAbout(
  work: Work,
  whom: Concerned,
  { limit = 50, after }: Asked,
): Promise<Listed<MyAccess>> {
  return page(await looksAtMe(work, whom, { limit: limit + 1, after: after ?? null }), limit, present);
}

/** Who is concerned: the one who asks, or whom they act for where that covers seeing data. */
export async function concerned(work: Work): Promise<Concerned & { account: string }> {
  const { account, behalf } = work.actor;
  if (account === null) refuse('platform.not_signed_in');
  const whose = behalf?.covers.includes('data.see') === true ? behalf.account : account;
  return { account: whose, subjects: await subjectsOf(work, whose), withoutSpecial: whose !== account };
}

/** Tells that an account and a person of a room above are one, so that its holder sees looks at either. */
export const knownAs = (work: Work, account: string, subject: string): Promise<void> =>
  saveKnownAs(work, account, subject);

/** Takes that back for subjects that turned out to be somebody else. */
export const knownNoMore = (work: Work, account: string, subjects: readonly string[]): Promise<void> =>
  dropKnownAs(work, account, subjects);

/** A use of somebody's data in the few facts that other portals tell: when, why, by which unit. */
export type Use = {
  readonly at: Date;
  readonly why: Both;
  readonly unit: string | null;
  /** How many looks stand behind it: those in lists are summed per month. */
  readonly times: number;
};

type Stretch = { skip: number; limit: number; from?: Date | null; to?: Date | null };

/** Uses of the data of these subjects by place, newest first, with how many there are in all. */
export async function usesAbout(
  work: Work,
  subjects: readonly string[],
  { withoutSensitive = false, ...stretch }: Stretch & { withoutSensitive?: boolean },
): Promise<{ uses: Use[]; total: number }> {
  const whom = { account: null, subjects, withoutSensitive, withoutSpecial: true };
  const { rows, total } = await usesOf(work, whom, stretch);
  return {
    uses: rows.map((row) => ({ at: row.at, why: whyOf(row), unit: row.unit, times: row.times })),
    total,
  };
}

/** Since when looks are on record; now, where there are none yet. */
export const recordedSince = async (work: Work): Promise<Date> => (await firstLookAt(work)) ?? work.now;

/** The marks of a look that say something to whom it was about. */
const toldFlags: ReadonlySet<AccessFlag> = new Set(['break_glass', 'list', 'masked', 'export']);

const whyOf = ({ purpose, zh, en }: Pick<MyRow, 'purpose' | 'zh' | 'en'>): Both =>
  zh === null || en === null ? purposes[purpose].words : { zh, en };

const present = ({ zh, en, ...row }: MyRow): MyAccess => ({
  ...row,
  at: row.at.toISOString(),
  why: whyOf({ ...row, zh, en }),
  flags: flagsOf(row.flags).filter((flag) => toldFlags.has(flag)),
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
  return { ...spanOf(from, to), ...rest, flag: flag === undefined ? undefined : bitsOf([flag]) };
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
