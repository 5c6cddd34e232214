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

/** Where an older piece of evidence stands, for whoever may see its case: the row policies decide; by primary keys. */
export type Earlier = {
  readonly id: string;
  readonly caseId: string;
  readonly no: string;
  readonly file: string | null;
  readonly at: Date;
};
export async function earlierEvidence({ db, street }: Work, ids: readonly string[]): Promise<Earlier[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('cases.evidence as e')
    .innerJoin('cases.case as c', (join) =>
      join.onRef('c.street', '=', 'e.street').onRef('c.id', '=', 'e.case_id'),
    )
    .select(['e.id', 'e.case_id as caseId', 'c.no', 'e.file', 'e.at'])
    .where('e.street', '=', street)
    .where('e.id', 'in', [...ids])
    .execute();
}
