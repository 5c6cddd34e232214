import { refuse } from '#platform/refusal.ts';
import type { ListRow } from './list.ts';

export type EvidenceStage = 'handle' | 'check';
export type Needed = {
  readonly stage: string;
  readonly kind: string;
  readonly least: number;
  readonly have: number;
  readonly whyZh: string;
  readonly whyEn: string;
};
type Have = { readonly stage: string; readonly kind: string; readonly round: number };

/** What a type demands as proof, and how much of it this round has. A photo is asked only where the list states why. */
export function evidenceNeeded(
  row: Pick<ListRow, 'evidence' | 'closeCondition'> | undefined,
  have: readonly Have[],
  round: number,
): Needed[] {
  return (row?.evidence ?? []).map(({ stage, kind, least }) => ({
    stage,
    kind,
    least,
    have: have.filter((one) => one.stage === stage && one.kind === kind && one.round === round).length,
    whyZh: `须能看出：${row?.closeCondition || '问题已处置'}`,
    whyEn:
      stage === 'handle'
        ? 'It must show that the closing condition is met'
        : 'The checker’s own proof that it is met',
  }));
}

/** Refuses when the set a type demands at this stage is not complete (guard 7). */
export function mustHaveEvidence(
  row: Pick<ListRow, 'evidence' | 'closeCondition'> | undefined,
  have: readonly Have[],
  round: number,
  stage: EvidenceStage,
): void {
  const missing = evidenceNeeded(row, have, round).filter(
    (need) => need.stage === stage && need.have < need.least,
  );
  if (missing.length > 0) refuse('cases.evidence_missing', { missing });
}
