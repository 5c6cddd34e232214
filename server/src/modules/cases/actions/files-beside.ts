import type { EvidenceView } from '@fengqiao/contract/cases/views.ts';
import { mediaOf } from '#platform/files/store.ts';
import type { Work } from '#platform/work.ts';
import { earlierEvidence } from '../store/evidence.ts';
import type { WholeCase } from '../store/whole-case.ts';

/** What is known of the files beside a case: what each is, and where an older picture stands that one looks like. */
export type Beside = {
  readonly media: ReadonlyMap<string, string>;
  readonly earlier: ReadonlyMap<string, NonNullable<EvidenceView['reusedFrom']>>;
};

export async function filesBeside(
  work: Work,
  { reports, evidence }: Pick<WholeCase, 'reports' | 'evidence'>,
): Promise<Beside> {
  const files = [...reports.flatMap((one) => one.files), ...evidence.flatMap((one) => one.file ?? [])];
  const media = await mediaOf(work, [...new Set(files)]);
  const earlier = await earlierEvidence(
    work,
    evidence.flatMap((one) => one.reuse_of ?? []),
  );
  return {
    media,
    earlier: new Map(
      earlier.map(({ id, caseId, no, file, at }) => [id, { caseId, no, file, at: at.toISOString() }]),
    ),
  };
}
