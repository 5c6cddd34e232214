import type { Place } from '#platform/crypto/vault.ts';

const at =
  (column: string) =>
  (row: string): Place => ({ table: 'notices.message', column, row });

/** Where number and text of a message stand sealed. */
export const places = { phone: at('phone_enc'), body: at('body_enc') } as const;
