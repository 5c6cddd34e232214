import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import { attachFiles } from '#platform/files/store.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { metresBetween, probabilityInside } from '#modules/grids';
import type { Case } from '../domain/case.ts';
import { addEvidence, picturesLike, type Stage, type Weighed } from '../store/evidence.ts';

const RADIUS_METRES = 60;

/** What the evidence is for; `task` when it belongs to a joint task. */
type Step = { readonly stage: Stage; readonly task?: string };

/** Takes evidence in: files attached, place weighed with its accuracy, device clock noted, pictures seen before named. */
export async function takeEvidence(
  work: Work,
  theCase: Case,
  step: Step,
  given: readonly EvidenceGiven[],
): Promise<number> {
  for (const one of given)
    if (one.kind !== 'record' && one.file === undefined)
      refuse('cases.evidence_file_needed', { kind: one.kind });
  const files = await attachFiles(
    work,
    given.flatMap((one) => one.file ?? []),
  );
  const used = await picturesLike(
    work,
    files.flatMap((file) => file.phash ?? []),
    files.map((file) => file.id),
  );
  const weighed = given.map((one): Weighed => {
    const file = files.find((found) => found.id === one.file);
    return {
      ...one,
      sha256: file?.sha256 ?? null,
      fresh: file?.fresh ?? false,
      inside: inside(theCase, one),
      offsetMs: one.deviceAt === undefined ? null : new Date(one.deviceAt).getTime() - work.now.getTime(),
      reuseOf: file?.phash == null ? null : (used.get(file.phash) ?? null),
    };
  });
  await addEvidence(work, { caseId: theCase.id, round: theCase.round, ...step }, weighed);
  return weighed.length;
}

/** How probable it is that this was taken at the place: Φ(−d/σ), where d is the distance beyond the place's radius. */
function inside(theCase: Case, one: EvidenceGiven): number | null {
  if (one.lng === undefined || one.lat === undefined) return null;
  const beyond = metresBetween([theCase.lng, theCase.lat], [one.lng, one.lat]) - RADIUS_METRES;
  return Math.round(probabilityInside(beyond, one.accuracy ?? 50) * 1000) / 1000;
}
