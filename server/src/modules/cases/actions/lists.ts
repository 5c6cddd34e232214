import type { Static } from 'typebox';
import type * as told from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import type { Work } from '#platform/work.ts';
import { analyse, type Problem } from '../domain/analysis.ts';
import { compileList, firstRow } from '../domain/list.ts';
import { replay } from '../domain/replay.ts';
import { pastCases } from '../store/list-past.ts';
import { listInForce, publishedList, rowsOf, versionInForce } from '../store/list.ts';
import { kindsOfUnits } from '../store/list-units.ts';
import { listVersion, listVersions, type ListVersion } from '../store/list-versions.ts';
import { iso } from './view-parts.ts';

type Head = Static<typeof told.draftList.reply>;

/** Versions newest first; one that a later one has followed in force counts as retired. */
export async function lists(work: Work): Promise<Out<typeof told.listLists>> {
  const inForce = await versionInForce(work);
  const versions = await listVersions(work);
  const since = versions.find((one) => one.version === inForce)?.effective_from ?? null;
  return { items: versions.map((one) => viewOfHead(one, since)), inForce };
}

export async function readList(work: Work, version: number): Promise<Out<typeof told.readList>> {
  return { ...(await headOf(work, version)), items: await rowsOf(work, version) };
}

export async function headOf(work: Work, version: number): Promise<Head> {
  const inForce = await versionInForce(work);
  const since = inForce === null ? null : (await listVersion(work, inForce)).effective_from;
  return viewOfHead(await listVersion(work, version), since);
}

const viewOfHead = (one: ListVersion, inForceSince: Date | null): Head => ({
  version: one.version,
  state: stateOf(one, inForceSince),
  note: one.note,
  rows: one.rows,
  effectiveFrom: iso(one.effective_from),
  madeAt: one.made_at.toISOString(),
  publishedAt: iso(one.published_at),
});

function stateOf({ state, effective_from }: ListVersion, inForceSince: Date | null): Head['state'] {
  if (state === 'draft') return 'draft';
  return effective_from !== null && inForceSince !== null && effective_from < inForceSince
    ? 'retired'
    : 'published';
}

/** What is wrong with a version, held against the units of today and the types of the list in force. */
export async function problemsOf(work: Work, version: number): Promise<Problem[]> {
  await listVersion(work, version);
  const inForce = await versionInForce(work);
  const known = inForce === null ? [] : [...(await publishedList(work, inForce)).byType.keys()];
  return analyse(await rowsOf(work, version), await kindsOfUnits(work), known);
}

const REPLAY_DAYS = 90;

/** What a version would have decided otherwise for the cases registered in the last days. */
export async function replayOf(
  work: Work,
  version: number,
  days = REPLAY_DAYS,
): Promise<Out<typeof told.replayList>> {
  await listVersion(work, version);
  const draft = compileList(version, await rowsOf(work, version));
  const since = new Date(work.now.getTime() - days * 86_400_000);
  return replay(await listInForce(work), draft, await kindsOfUnits(work), await pastCases(work, since));
}

/** Whether the list in force has a type, for rooms above that name one. */
export async function isListed(work: Work, type: string): Promise<boolean> {
  const version = await versionInForce(work);
  return version !== null && firstRow(await publishedList(work, version), type) !== undefined;
}
