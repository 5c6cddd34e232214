import type { Place } from '#platform/crypto/vault.ts';
import type { Work } from '#platform/work.ts';

export const placeOfRemarks = (row: string): Place => ({
  table: 'rounds.patrol',
  column: 'remarks_enc',
  row,
});
export const placeOfVisit = (row: string): Place => ({ table: 'rounds.visit', column: 'body_enc', row });
export const placeOfConflict = (row: string): Place => ({
  table: 'rounds.conflict',
  column: 'body_enc',
  row,
});
export const placeOfSettlement = (row: string): Place => ({
  table: 'rounds.conflict',
  column: 'answer_enc',
  row,
});
export const placeOfAppeal = (row: string): Place => ({ table: 'rounds.appeal', column: 'body_enc', row });
export const placeOfAnswer = (row: string): Place => ({ table: 'rounds.appeal', column: 'answer_enc', row });

export const sealWords = ({ vault }: Work, text: string, place: Place): Buffer => vault.seal(text, place);
export const openWords = ({ vault }: Work, sealed: Buffer | null, place: Place): string | null =>
  sealed === null ? null : vault.open(sealed, place);
