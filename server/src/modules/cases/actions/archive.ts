import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { after, expectVersion } from '../domain/case.ts';
import { seal } from '../domain/archive.ts';
import { windowEnd } from '../domain/satisfaction.ts';
import { addArchive, recordsOf } from '../store/archive.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { hasOpenReopening } from '../store/reopening.ts';
import { stateOf } from './answer.ts';

/** Files a closed case away as a sealed package, once the reporters' fourteen days are over. */
export async function archiveCase(work: Work, id: string, version?: number): Promise<CaseState & { sha256: string; bytes: number }> {
  const theCase = await lockCase(work, id);
  expectVersion(theCase, version);
  const archived = after(theCase, 'archive', work.now, { archivedAt: work.now });
  if (theCase.closedAt !== null && work.now < windowEnd(theCase.closedAt)) refuse('cases.window_open', { until: windowEnd(theCase.closedAt) });
  if (await hasOpenReopening(work, id)) refuse('cases.reopening_pending');
  const sealed = seal(await recordsOf(work, id));
  const saved = await saveCase(work, theCase, archived, { kind: 'archive', public: true, facts: { sha256: sealed.sha256 }, event: 'case.archived' });
  await addArchive(work, theCase, sealed);
  return { ...stateOf(saved), sha256: sealed.sha256, bytes: Buffer.byteLength(sealed.text) };
}
