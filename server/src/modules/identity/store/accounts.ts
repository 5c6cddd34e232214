import { sql, type NotNull } from 'kysely';
import type { Static } from 'typebox';
import type { OwnSettings } from '@fengqiao/contract/identity.ts';
import { toJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';

export type StaffAccount = {
  id: string;
  name: string;
  login: string;
  state: 'active' | 'closed';
  passwordHash: string | null;
  onceUntil: Date | null;
  passwordSince: Date | null;
  passwordPast: string[];
  passwordGivenBy: string | null;
  totpRemovedBy: string | null;
  totpEnc: Buffer | null;
  totpSince: Date | null;
  totpLast: number | null;
};

/** Where a login lives, in whichever street; by account_login_key. */
export async function loginAt(work: Work, login: string): Promise<{ street: string; id: string } | null> {
  const { rows } = await sql<{
    street: string;
    id: string;
  }>`select street, id from identity.login_at(${login})`.execute(work.db);
  return rows[0] ?? null;
}

/** A staff account, locked until the act ends; null for residents and other streets. */
export async function lockStaff(work: Work, id: string): Promise<StaffAccount | null> {
  const row = await work.db
    .selectFrom('identity.account')
    .select([
      'id',
      'name',
      'login',
      'state',
      'password_hash as passwordHash',
      'password_once_until as onceUntil',
      'password_since as passwordSince',
      'password_past as passwordPast',
      'password_given_by as passwordGivenBy',
      'totp_removed_by as totpRemovedBy',
      'totp_enc as totpEnc',
      'totp_since as totpSince',
      'totp_last as totpLast',
    ])
    .where('street', '=', work.street)
    .where('id', '=', id)
    .where('kind', '=', 'staff')
    .$narrowType<{ name: string; login: string; state: 'active' | 'closed' }>()
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export type NewStaff = {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly passwordHash: string | null;
  readonly onceUntil: Date | null;
  readonly phoneEnc: Buffer | null;
  readonly phoneIndex: Buffer | null;
};

/** Adds staff; false when one of the logins is taken. */
export async function insertStaff(work: Work, staff: readonly NewStaff[]): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await work.db
    .insertInto('identity.account')
    .values(
      staff.map(({ id, name, login, passwordHash, onceUntil, phoneEnc, phoneIndex }) => ({
        street: work.street,
        id,
        kind: 'staff',
        name,
        login,
        password_hash: passwordHash,
        password_once_until: onceUntil,
        password_since: passwordHash === null ? null : work.now,
        phone_enc: phoneEnc,
        phone_index: phoneIndex,
        level: 2,
        made_at: work.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === staff.length;
}

export type NewResident = {
  readonly id: string;
  readonly phoneEnc: Buffer;
  readonly phoneIndex: Buffer;
  readonly nameEnc: Buffer | null;
};

/** Adds residents at level 1 (phone); a phone that has an account keeps it. */
export async function insertResidents(work: Work, residents: readonly NewResident[]): Promise<void> {
  await work.db
    .insertInto('identity.account')
    .values(
      residents.map(({ id, phoneEnc, phoneIndex, nameEnc }) => ({
        street: work.street,
        id,
        kind: 'resident',
        phone_enc: phoneEnc,
        phone_index: phoneIndex,
        name_enc: nameEnc,
        level: 1,
        made_at: work.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Adds somebody who has no phone, known by name only; they come to the window. */
export async function insertResidentByName(work: Work, id: string, nameEnc: Buffer | null): Promise<void> {
  await work.db
    .insertInto('identity.account')
    .values({ street: work.street, id, kind: 'resident', name_enc: nameEnc, level: 0, made_at: work.now })
    .execute();
}

/** Whether this is the open account of a resident. */
export async function residentKnown(work: Work, id: string): Promise<boolean> {
  const row = await work.db
    .selectFrom('identity.account')
    .select('id')
    .where('street', '=', work.street)
    .where('id', '=', id)
    .where('kind', '=', 'resident')
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row !== undefined;
}

/** How sure we are who somebody is: 1 phone, 2 real name. */
export async function levelOf(work: Work, id: string): Promise<number> {
  const row = await work.db
    .selectFrom('identity.account')
    .select('level')
    .where('street', '=', work.street)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.level ?? 0;
}

/** The resident with a phone; by account_phone_key. */
export async function residentByPhone(
  work: Work,
  phoneIndex: Buffer,
): Promise<{ id: string; state: string } | null> {
  const row = await work.db
    .selectFrom('identity.account')
    .select(['id', 'state'])
    .where('street', '=', work.street)
    .where('phone_index', '=', phoneIndex)
    .where('kind', '=', 'resident')
    .executeTakeFirst();
  return row ?? null;
}

/** The sealed name and phone of an account of either kind. */
export async function sealedOf(work: Work, id: string) {
  const row = await work.db
    .selectFrom('identity.account')
    .select(['name', 'name_enc as nameEnc', 'phone_enc as phoneEnc', 'settings'])
    .where('street', '=', work.street)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Staff of this street by their logins; by account_login_key. */
export function staffByLogin(work: Work, logins: readonly string[]) {
  return work.db
    .selectFrom('identity.account')
    .select(['id', 'login'])
    .where('street', '=', work.street)
    .where('kind', '=', 'staff')
    .where('login', 'in', logins)
    .$narrowType<{ login: NotNull }>()
    .execute();
}

type Changes = {
  passwordHash?: string;
  onceUntil?: Date | null;
  passwordSince?: Date;
  passwordPast?: readonly string[];
  passwordGivenBy?: string | null;
  totpRemovedBy?: string | null;
  totpEnc?: Buffer | null;
  totpSince?: Date | null;
  totpLast?: number | null;
  nameEnc?: Buffer | null;
  state?: 'active' | 'closed';
  settings?: Static<typeof OwnSettings>;
};

export async function saveAccount(work: Work, id: string, changes: Changes): Promise<void> {
  await work.db
    .updateTable('identity.account')
    .set({
      password_hash: changes.passwordHash,
      password_once_until: changes.onceUntil,
      password_since: changes.passwordSince,
      password_past: changes.passwordPast === undefined ? undefined : [...changes.passwordPast],
      password_given_by: changes.passwordGivenBy,
      totp_removed_by: changes.totpRemovedBy,
      totp_enc: changes.totpEnc,
      totp_since: changes.totpSince,
      totp_last: changes.totpLast,
      name_enc: changes.nameEnc,
      state: changes.state,
      settings: changes.settings === undefined ? undefined : toJson(changes.settings),
    })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .execute();
}
