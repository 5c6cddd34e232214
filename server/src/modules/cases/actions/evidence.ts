import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import { standingAt } from '@fengqiao/contract/nearness.ts';
import { attachFiles, type FileRow } from '#platform/files/store.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import { usedBefore } from '../domain/likeness.ts';
import { addEvidence, type Stage, type Weighed } from '../store/evidence.ts';
import { picturesLike } from '../store/likeness.ts';

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
  const alike = await picturesLike(work, files.flatMap(looksOf));
  const weighed = given.map((one): Weighed => {
    const file = files.find((found) => found.id === one.file);
    return {
      ...one,
      sha256: file?.sha256 ?? null,
      fresh: file?.fresh ?? false,
      inside: inside(theCase, one),
      offsetMs: offsetOf(one, work.now),
      reuseOf:
        file === undefined
          ? null
          : usedBefore(
              alike.filter(({ hash }) => looksOf(file).includes(hash)),
              theCase.id,
            ),
    };
  });
  await addEvidence(work, { caseId: theCase.id, round: theCase.round, ...step }, weighed);
  return weighed.length;
}

/** What a picture looks like, whole and cut; nothing for what is no picture. */
const looksOf = ({ phash, cuts }: FileRow): string[] => (phash === null ? [] : [phash, ...(cuts ?? [])]);

/** How probable it is that this was taken at the place, by the distance beyond its radius and the phone's accuracy. */
function inside(theCase: Case, { lng, lat, accuracy }: EvidenceGiven): number | null {
  if (lng === undefined || lat === undefined) return null;
  return Math.round(standingAt([theCase.lng, theCase.lat], [lng, lat], accuracy) * 1000) / 1000;
}

/** How far the device's clock is ahead: as it measured against ours, or, where it could not, as if it were sent at once. */
function offsetOf({ deviceAt, offsetMs }: EvidenceGiven, now: Date): number | null {
  if (deviceAt === undefined) return null;
  return offsetMs ?? new Date(deviceAt).getTime() - now.getTime();
}
