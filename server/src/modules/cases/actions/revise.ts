import type { Static } from 'typebox';
import type * as told from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { firstRow, type ResponsibilityList } from '../domain/list.ts';
import { publishedList, versionInForce } from '../store/list.ts';
import { listVersions } from '../store/list-versions.ts';
import { finishRevisionRow, lockRevision, revisionsOf, type Revision } from '../store/revision.ts';
import { iso } from './view-parts.ts';

type View = Static<typeof told.finishRevision.reply>;

export async function revisions(work: Work): Promise<Out<typeof told.listRevisions>> {
  const list = await current(work);
  return { items: (await revisionsOf(work)).map((one) => viewOfRevision(one, list)) };
}

/** Finishes a revision; a mandatory one names the published version that now has the rule. */
export async function finishRevision(
  work: Work,
  id: string,
  { version, note }: { version?: number | undefined; note: string },
): Promise<View> {
  const revision = await lockRevision(work, id);
  if (revision.mandatory && version === undefined) refuse('cases.revision_needs_version');
  const published = (await listVersions(work)).find((one) => one.version === version)?.published_at ?? null;
  if (version !== undefined && (published === null || published < revision.opened_at))
    refuse('cases.revision_needs_version', { version, openedAt: revision.opened_at.toISOString() });
  const done = await finishRevisionRow(work, id, version ?? null, note);
  await work.announce('list.revision_done', id, { type: revision.type, version: version ?? null });
  return viewOfRevision(done, await current(work));
}

async function current(work: Work): Promise<ResponsibilityList | null> {
  const version = await versionInForce(work);
  return version === null ? null : publishedList(work, version);
}

function viewOfRevision(one: Revision, list: ResponsibilityList | null): View {
  const row = list === null ? undefined : firstRow(list, one.type);
  return {
    id: one.id,
    type: one.type,
    name: row === undefined ? null : { zh: row.zh, en: row.en },
    reasonZh: one.reason_zh,
    reasonEn: one.reason_en,
    mandatory: one.mandatory,
    cases: one.cases,
    state: fromJson<View['state']>(one.state),
    openedAt: one.opened_at.toISOString(),
    doneAt: iso(one.done_at),
    doneVersion: one.done_version,
  };
}
