import type { Selectable } from 'kysely';
import type { EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import type { CasesEvidence } from '#platform/db.gen.ts';
import type { Work } from '#platform/work.ts';

export type Evidence = Selectable<CasesEvidence>;
export type Stage = 'report' | 'verify' | 'handle' | 'check' | 'hold' | 'close';

/** What the server found out about a piece of evidence beside what was handed in. */
export type Weighed = Omit<EvidenceGiven, 'offsetMs'> & {
  readonly sha256: string | null;
  readonly inside: number | null;
  readonly fresh: boolean;
  readonly offsetMs: number | null;
  readonly reuseOf: string | null;
};

type Place = {
  readonly caseId: string;
  readonly round: number;
  readonly stage: Stage;
  readonly task?: string | undefined;
};

/** Stores evidence of one act. */
export async function addEvidence(work: Work, place: Place, weighed: readonly Weighed[]): Promise<void> {
  if (weighed.length === 0) return;
  await work.db
    .insertInto('cases.evidence')
    .values(
      weighed.map((one) => ({
        street: work.street,
        id: work.newId(),
        case_id: place.caseId,
        round: place.round,
        stage: place.stage,
        task: place.task ?? null,
        kind: one.kind,
        file: one.file ?? null,
        sha256: one.sha256,
        note: one.note ?? '',
        taken_by: work.actor.account,
        unit: work.actor.unit,
        lng: one.lng ?? null,
        lat: one.lat ?? null,
        accuracy: one.accuracy ?? null,
        inside: one.inside,
        fresh: one.fresh,
        device_at: one.deviceAt ?? null,
        offset_ms: one.offsetMs,
        reuse_of: one.reuseOf,
        at: work.now,
      })),
    )
    .execute();
}

/** All evidence of a case, oldest first; served by evidence_case_idx. */
export function evidenceOf({ db, street }: Work, caseId: string): Promise<Evidence[]> {
  return db
    .selectFrom('cases.evidence')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Which of these pictures were used as evidence before: perceptual hash → the older evidence; served by file_phash_idx. */
export async function picturesLike(
  { db, street }: Work,
  hashes: readonly string[],
): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom('platform.file as f')
    .innerJoin('cases.evidence as e', (join) =>
      join.onRef('e.street', '=', 'f.street').onRef('e.file', '=', 'f.id'),
    )
    .select(['f.phash', 'e.id'])
    .where('f.street', '=', street)
    .where('f.phash', 'in', [...hashes])
    .orderBy('e.at')
    .execute();
  return new Map(rows.flatMap((row) => (row.phash === null ? [] : [[row.phash, row.id] as const])));
}
