import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';

export type Contact = { readonly contact: string | null; readonly phone: string | null };

/** Where the responsible person of an organization stands sealed. */
export const contactAt = (id: string) => ({ table: 'registry.organization', column: 'contact_enc', row: id });

export const openContact = ({ vault }: Work, id: string, sealed: Buffer | null): Contact =>
  sealed === null
    ? { contact: null, phone: null }
    : fromJson<Contact>(JSON.parse(vault.open(sealed, contactAt(id))));
