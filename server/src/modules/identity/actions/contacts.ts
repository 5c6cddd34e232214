import type { Static } from 'typebox';
import type { AccessObject, PersonalField } from '@fengqiao/contract/audit.ts';
import type { OwnSettings } from '@fengqiao/contract/identity.ts';
import type { Rung } from '@fengqiao/contract/notices/delivery.ts';
import { maskEmail, maskName, maskPhone } from '@fengqiao/contract/masks.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { recordAccess, type Look } from '#modules/audit';
import { mobile, ringable } from '../domain/phone.ts';
import { openMaybe, places, sealMaybe } from './sealed.ts';
import { residentByPhone, sealedOf } from '../store/accounts.ts';
import { contactsByPhone, insertContact, sealedContact } from '../store/contacts.ts';

type Contact = {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};
/** The matter a look belongs to, and the reason somebody gave for it. */
type Why = Pick<Look, 'around' | 'reason'>;
type Given = {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
};

/** Keeps how to reach somebody, sealed; returns the key that other rooms may hold. */
export async function keepContact(work: Work, given: Given): Promise<string> {
  const id = work.newId();
  const phone =
    given.phone === undefined || given.phone.trim() === ''
      ? null
      : (ringable(given.phone) ?? refuse('identity.phone_unusable'));
  await insertContact(work, {
    id,
    nameEnc: sealMaybe(work.vault, text(given.name), places.contactName(id)),
    phoneEnc: sealMaybe(work.vault, phone, places.contactPhone(id)),
    phoneIndex: phone === null ? null : work.vault.index(phone, 'phone'),
    emailEnc: sealMaybe(work.vault, text(given.email), places.contactEmail(id)),
  });
  return id;
}

const text = (given: string | undefined) =>
  given === undefined || given.trim() === '' ? null : given.trim();

/** Reveals a contact for a purpose and writes that down; needs a writing transaction. */
export async function contactOf(work: Work, id: string, purpose: Purpose, why: Why = {}): Promise<Contact> {
  const contact = await openContact(work, id);
  await record(work, {
    action: 'contact.reveal',
    object: `contact:${id}`,
    subject: id,
    shown: contact,
    purpose,
    why,
  });
  return contact;
}

/** A contact as everybody in scope may see it: 张**, 138****5678. */
export async function maskedContact(work: Work, id: string): Promise<Contact> {
  return masked(await openContact(work, id));
}

/** Reveals name and phone of an account for a purpose and writes that down. */
export async function personOf(
  work: Work,
  account: string,
  purpose: Purpose,
  why: Why = {},
): Promise<Contact> {
  const person = await openAccount(work, account);
  await record(work, {
    action: 'account.reveal',
    object: `account:${account}`,
    subject: account,
    shown: person,
    purpose,
    why,
  });
  return person;
}

/** The phone of an account, revealed for a purpose and written down; null when it has none. */
export async function phoneOf(work: Work, account: string, purpose: Purpose): Promise<string | null> {
  const { phone } = await openAccount(work, account);
  await record(work, {
    action: 'account.phone',
    object: `account:${account}`,
    subject: account,
    shown: { name: null, phone, email: null },
    purpose,
  });
  return phone;
}

/** The phone of whoever acts, for themselves; no look of somebody else, so nothing is written down. */
export async function ownPhone(work: Work, account: string): Promise<string | null> {
  return (await openAccount(work, account)).phone;
}

/** An account as the other side of a mandate, or staff, may see it: 张**, 138****5678. */
export const maskedAccount = async (work: Work, account: string): Promise<Contact> =>
  masked(await openAccount(work, account));

/** By which ways an account can be told something, and which its holder prefers; no number is opened. */
export async function reachOf(
  work: Work,
  account: string,
): Promise<{ prefers: Rung | null; phone: boolean; sms: boolean }> {
  const { phoneEnc, settings } = (await sealedOf(work, account)) ?? refuse('platform.not_found');
  const { reach, sms } = fromJson<Static<typeof OwnSettings>>(settings);
  return { prefers: reach ?? null, phone: phoneEnc !== null, sms: sms !== false };
}

/** The phone to send messages to, on record; null when there is none or its holder wants no text messages. */
export async function smsPhoneOf(work: Work, account: string): Promise<string | null> {
  const { settings } = (await sealedOf(work, account)) ?? refuse('platform.not_found');
  return fromJson<Static<typeof OwnSettings>>(settings).sms === false
    ? null
    : phoneOf(work, account, 'deliver');
}

/** Whose phone this is: the resident's account, and contacts kept with it, newest first; found by the keyed index. */
export async function peopleWithPhone(
  work: Work,
  given: string,
): Promise<{ account: string | null; contacts: string[] }> {
  const phone = mobile(given) ?? ringable(given) ?? refuse('identity.phone_unusable');
  const index = work.vault.index(phone, 'phone');
  const resident = await residentByPhone(work, index);
  return { account: resident?.id ?? null, contacts: await contactsByPhone(work, index) };
}

async function openContact(work: Work, id: string): Promise<Contact> {
  const sealed = (await sealedContact(work, id)) ?? refuse('platform.not_found');
  return {
    name: openMaybe(work.vault, sealed.nameEnc, places.contactName(id)),
    phone: openMaybe(work.vault, sealed.phoneEnc, places.contactPhone(id)),
    email: openMaybe(work.vault, sealed.emailEnc, places.contactEmail(id)),
  };
}

async function openAccount(work: Work, id: string): Promise<Contact> {
  const sealed = (await sealedOf(work, id)) ?? refuse('platform.not_found');
  const phone = openMaybe(work.vault, sealed.phoneEnc, places.accountPhone(id));
  return {
    name: sealed.name ?? openMaybe(work.vault, sealed.nameEnc, places.accountName(id)),
    phone,
    email: null,
  };
}

const masked = ({ name, phone, email }: Contact): Contact => ({
  name: name === null ? null : maskName(name),
  phone: phone === null ? null : maskPhone(phone),
  email: email === null ? null : maskEmail(email),
});

type Shown = {
  action: string;
  object: AccessObject;
  subject: string;
  shown: Contact;
  purpose: Purpose;
  why?: Why;
};

/** What was not there was not seen, so only shown facts are written down. */
async function record(work: Work, { action, object, subject, shown, purpose, why }: Shown): Promise<void> {
  const fields = (['name', 'phone', 'email'] as const satisfies PersonalField[]).filter(
    (field) => shown[field] !== null,
  );
  if (fields.length > 0)
    await recordAccess(work, { action, object, subjects: [subject], fields, purpose, ...why });
}
