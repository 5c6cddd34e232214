import { SealBroken } from '#platform/crypto/vault.ts';
import type { Work } from '#platform/work.ts';
import { newestSealed } from '../store/sealed.ts';
import { places } from './sealed.ts';

/** Whether the master key opens what was sealed last in this street; true where nothing has been sealed yet. */
export async function keyFits(work: Work): Promise<boolean> {
  const sealed = await newestSealed(work);
  try {
    for (const { id, phone } of sealed.contacts) work.vault.open(phone, places.contactPhone(id));
    for (const { id, phone } of sealed.accounts) work.vault.open(phone, places.accountPhone(id));
    return true;
  } catch (error) {
    if (error instanceof SealBroken) return false;
    throw error;
  }
}

/** Whether the key of the indexes and the suite find again who was kept last in this street. */
export async function indexKeyFits(work: Work): Promise<boolean> {
  const { contacts, accounts } = await newestSealed(work);
  const fits = (phone: string, index: Buffer | null) =>
    index === null || index.equals(work.vault.index(phone, 'phone'));
  return (
    contacts.every(({ id, phone, index }) => fits(work.vault.open(phone, places.contactPhone(id)), index)) &&
    accounts.every(({ id, phone, index }) => fits(work.vault.open(phone, places.accountPhone(id)), index))
  );
}
