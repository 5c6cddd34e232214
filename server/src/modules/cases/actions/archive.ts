import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { after, expectVersion } from '../domain/case.ts';
import { seal } from '../domain/archive.ts';
import { windowEnd } from '../domain/satisfaction.ts';
import { addArchive, recordsOf, recordsOfMany, sealOpen, withoutArchive } from '../store/archive.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { hasOpenReopening } from '../store/reopening.ts';
import { stateOf } from './answer.ts';

/** Files a closed case away as a sealed package, once the reporters' fourteen days are over. */
export async function archiveCase(
  work: Work,
  id: string,
  version?: number,
): Promise<CaseState & { sha256: string; bytes: number }> {
  const theCase = await lockCase(work, id);
  expectVersion(theCase, version);
  const archived = after(theCase, 'archive', work.now, { archivedAt: work.now });
  if (theCase.closedAt !== null && work.now < windowEnd(theCase.closedAt))
    refuse('cases.window_open', { until: windowEnd(theCase.closedAt) });
  if (await hasOpenReopening(work, id)) refuse('cases.reopening_pending');
  const sealed = seal(await recordsOf(work, id));
  const saved = await saveCase(work, theCase, archived, {
    kind: 'archive',
    public: true,
    facts: { sha256: sealed.sha256 },
    event: 'case.archived',
  });
  await addArchive(work, theCase, sealed);
  return { ...stateOf(saved), sha256: sealed.sha256, bytes: Buffer.byteLength(sealed.text) };
}

const AT_ONCE = 200;

/** Seals packages that were filed before the archive had a key of its own; returns how many. */
export const sealOpenArchives = (work: Work): Promise<number> => sealOpen(work, AT_ONCE);

/** Makes the packages that archived cases lack, such as those of a street that was recorded without them. Returns how many. */
export async function fileArchivesAgain(work: Work): Promise<number> {
  let made = 0;
  for (
    let found = await withoutArchive(work, AT_ONCE);
    found.length > 0;
    found = await withoutArchive(work, AT_ONCE)
  ) {
    const records = await recordsOfMany(
      work,
      found.map((one) => one.id),
    );
    for (const one of found) await addArchive(work, one, seal(records.get(one.id) ?? {}));
    made += found.length;
  }
  return made;
}
