import { states } from '@fengqiao/contract/cases/words.ts';
import type { ShareCard } from '@fengqiao/contract/exports.ts';
import { lineOf } from '#modules/cases';
import { unitOf } from '#modules/identity';
import { findPersonInReach } from '#modules/registry';
import type { Work } from '#platform/work.ts';

const untyped = { zh: '尚未定类的诉求', en: 'A report without a type yet' } as const;

/** A case without anything that somebody said or wrote: its title, words and address may name people and doors. */
export async function caseCard(work: Work, id: string): Promise<ShareCard> {
  const { typeName, no, community, grid, state, dueAt, lateSince } = await lineOf(work, id);
  return {
    title: typeName ?? untyped,
    no,
    ...(await placeOf(work, { community, grid })),
    state: states[state],
    dueAt,
    late: lateSince !== null,
    path: `/cases/${id}`,
  };
}

/** An entry of the registry: that there is one, and which community and grid look after it. */
export async function personCard(work: Work, id: string): Promise<ShareCard> {
  return {
    title: { zh: '人员登记', en: 'An entry of the registry' },
    no: null,
    ...(await placeOf(work, await findPersonInReach(work, id))),
    state: null,
    dueAt: null,
    late: false,
    path: `/people/${id}`,
  };
}

async function placeOf(
  work: Work,
  { community, grid }: { community: string | null; grid: string | null },
): Promise<Pick<ShareCard, 'community' | 'grid'>> {
  const named = async (id: string | null) => (id === null ? null : ((await unitOf(work, id))?.name ?? null));
  return { community: await named(community), grid: await named(grid) };
}
