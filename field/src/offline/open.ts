import { deviceKey } from '@fengqiao/contract/sessions.ts';
import { ask, keepBy } from '@fengqiao/ui/data.ts';
import { Base } from './base.ts';
import { forgetDrafts, openDrafts } from './drafts.ts';
import { forgetMe, remembered } from './identity.ts';
import { forgetOld, keeperOf } from './keeper.ts';
import { lock, openKey, release } from './keys.ts';
import { forgetTypes } from './last-types.ts';
import type { Phone } from './outbox.ts';
import { vaultOf } from './vault.ts';

/** Opens what this phone keeps for an account: with the key that lies open, or with the server's after signing in. */
export async function openPhone(account: string): Promise<Phone> {
  const last = remembered()?.account ?? null;
  if (last !== null && last !== account) await lock(new Base(last));
  const base = new Base(account);
  const key = (await openKey(base)) ?? (await release(base, (await ask(deviceKey, {})).key));
  const phone = { account, base, vault: vaultOf(key) };
  await openDrafts(phone);
  await forgetOld(phone);
  keepBy(keeperOf(phone));
  // Browsers may clear what no site asked them to keep.
  void navigator.storage?.persist?.();
  return phone;
}

/** The session is over: what is kept stays here, and nobody can read it until its owner signs in again. */
export async function lockPhone(): Promise<void> {
  const last = remembered()?.account ?? null;
  shut();
  if (last !== null) await lock(new Base(last));
}

/** Signed out: nothing of it stays on this phone. */
export async function wipePhone({ base }: Phone): Promise<void> {
  shut();
  await base.delete();
}

function shut(): void {
  keepBy(null);
  forgetDrafts();
  forgetMe();
  forgetTypes();
}
