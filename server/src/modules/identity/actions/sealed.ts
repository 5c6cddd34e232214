import { refuse } from '#platform/refusal.ts';
import { SealBroken, type Place, type Vault } from '#platform/crypto/vault.ts';

const at =
  (table: string, column: string) =>
  (row: string): Place => ({ table, column, row });

/** Where sealed personal data stands. */
export const places = {
  accountName: at('identity.account', 'name_enc'),
  accountPhone: at('identity.account', 'phone_enc'),
  accountTotp: at('identity.account', 'totp_enc'),
  contactName: at('identity.contact', 'name_enc'),
  contactPhone: at('identity.contact', 'phone_enc'),
  contactEmail: at('identity.contact', 'email_enc'),
  codePhone: at('identity.phone_code', 'phone_enc'),
  codeText: at('identity.phone_code', 'code_enc'),
} as const;

/** Seals what is there. */
export const sealMaybe = (vault: Vault, text: string | null, place: Place): Buffer | null =>
  text === null ? null : vault.seal(text, place);

/** Opens what is there; data that was altered is refused, never shown. */
export function openMaybe(vault: Vault, sealed: Buffer | null, place: Place): string | null {
  if (sealed === null) return null;
  try {
    return vault.open(sealed, place);
  } catch (error) {
    if (error instanceof SealBroken)
      refuse('identity.seal_broken', { at: `${place.table}.${place.column}`, row: place.row });
    throw error;
  }
}
