import { sql } from 'kysely';
import type { MandateAct } from '@fengqiao/contract/mandate-acts.ts';
import { apart, type Role } from '@fengqiao/contract/roles.ts';
import type { ActorKind, Work } from '#platform/work.ts';

export type NewSession = {
  readonly id: string;
  readonly tokenHash: string;
  readonly kind: 'resident' | 'staff';
  readonly account: string;
  readonly post: string | null;
  readonly name: string;
  readonly role: Role | null;
  readonly unit: string | null;
  readonly units: readonly string[];
  readonly wide: boolean;
  readonly level: number;
  readonly device: string;
  readonly endsAt: Date;
  readonly steppedUntil: Date | null;
  readonly idleUntil: Date | null;
  readonly signOn: boolean;
};

export async function insertSession(
  work: Work,
  { tokenHash, endsAt, steppedUntil, idleUntil, signOn, units, ...session }: NewSession,
): Promise<void> {
  await work.db
    .insertInto('identity.session')
    .values({
      ...session,
      units: [...units],
      token_hash: tokenHash,
      ends_at: endsAt,
      stepped_until: steppedUntil,
      idle_until: idleUntil,
      sign_on: signOn,
      street: work.street,
      made_at: work.now,
      seen_at: work.now,
    })
    .execute();
}

export type SessionCard = {
  id: string;
  kind: ActorKind;
  account: string | null;
  post: string | null;
  name: string;
  role: Role | null;
  unit: string | null;
  units: string[];
  wide: boolean;
  level: number;
  endsAt: Date | null;
  street: string;
  streetZh: string;
  streetEn: string;
  hotline: string | null;
  unitZh: string | null;
  unitEn: string | null;
  login: string | null;
  settings: unknown;
  nameEnc: Buffer | null;
  phoneEnc: Buffer | null;
  totp: boolean;
  idleUntil: Date | null;
  signOn: boolean;
  behalf: string | null;
  mandate: string | null;
  acts: MandateAct[];
  behalfUntil: Date | null;
  behalfName: Buffer | null;
  behalfPhone: Buffer | null;
};

/** Everything /me tells about one session; by primary keys. */
export async function sessionCard(work: Work, id: string): Promise<SessionCard> {
  return work.db
    .selectFrom('identity.session as s')
    .innerJoin('platform.street as st', 'st.id', 's.street')
    .leftJoin('identity.unit as u', (on) =>
      on.onRef('u.street', '=', 's.street').onRef('u.id', '=', 's.unit'),
    )
    .leftJoin('identity.account as a', (on) =>
      on.onRef('a.street', '=', 's.street').onRef('a.id', '=', 's.account'),
    )
    .leftJoin('identity.account as b', (on) =>
      on.onRef('b.street', '=', 's.street').onRef('b.id', '=', 's.behalf'),
    )
    .select([
      's.id',
      's.kind',
      's.account',
      's.post',
      's.name',
      's.role',
      's.unit',
      's.units',
      's.wide',
      's.level',
      's.street',
      'st.name_zh as streetZh',
      'st.name_en as streetEn',
      sql<string | null>`st.settings ->> 'hotline'`.as('hotline'),
      'u.name_zh as unitZh',
      'u.name_en as unitEn',
      'a.login',
      'a.settings',
      'a.name_enc as nameEnc',
      'a.phone_enc as phoneEnc',
      sql<Date | null>`nullif(s.ends_at, 'infinity')`.as('endsAt'),
      sql<boolean>`a.totp_since is not null`.as('totp'),
      's.idle_until as idleUntil',
      's.sign_on as signOn',
      's.behalf',
      's.behalf_mandate as mandate',
      's.behalf_scope as acts',
      's.behalf_until as behalfUntil',
      'b.name_enc as behalfName',
      'b.phone_enc as behalfPhone',
    ])
    .where('s.id', '=', id)
    .$narrowType<{ kind: ActorKind; role: Role | null; acts: MandateAct[] }>()
    .executeTakeFirstOrThrow();
}

/** The session in which the street's guests act; by session_service_key. */
export async function guestSession(work: Work): Promise<string> {
  const { id } = await work.db
    .selectFrom('identity.session')
    .select('id')
    .where('street', '=', work.street)
    .where('kind', '=', 'guest')
    .where('token_hash', 'is', null)
    .executeTakeFirstOrThrow();
  return id;
}

/** Live sessions of an account, newest first; served by session_account_idx. */
export function liveSessions(work: Work, account: string) {
  return work.db
    .selectFrom('identity.session')
    .select(['id', 'device', 'made_at as madeAt', 'ends_at as endsAt'])
    .where('street', '=', work.street)
    .where('account', '=', account)
    .where('ends_at', '>', work.now)
    .where((eb) => eb.or([eb('idle_until', 'is', null), eb('idle_until', '>', work.now)]))
    .orderBy('made_at', 'desc')
    .limit(50)
    .execute();
}

/** Whether an account was signed in on this kind of device lately, and whether anywhere at all; served by session_account_idx. */
export async function knownDevice(
  work: Work,
  account: string,
  device: string,
): Promise<{ known: boolean; first: boolean }> {
  const rows = await work.db
    .selectFrom('identity.session')
    .select('device')
    .distinct()
    .where('street', '=', work.street)
    .where('account', '=', account)
    .limit(200)
    .execute();
  return { known: rows.some((row) => row.device === device), first: rows.length === 0 };
}

type Which = { id: string } | { post: string } | { account: string; but?: string };

/** Ends sessions now; returns how many. */
export async function endSessions(work: Work, which: Which): Promise<number> {
  const { numUpdatedRows } = await work.db
    .updateTable('identity.session')
    .set({ ends_at: work.now })
    .where('street', '=', work.street)
    .where('ends_at', '>', work.now)
    .where('token_hash', 'is not', null)
    .$if('id' in which, (query) => query.where('id', '=', 'id' in which ? which.id : ''))
    .$if('post' in which, (query) => query.where('post', '=', 'post' in which ? which.post : ''))
    .$if('account' in which, (query) => query.where('account', '=', 'account' in which ? which.account : ''))
    .$if('but' in which, (query) => query.where('id', '<>', 'but' in which ? (which.but ?? '') : ''))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function moveSession(
  work: Work,
  id: string,
  at: Pick<NewSession, 'post' | 'role' | 'unit' | 'units' | 'wide' | 'endsAt'>,
): Promise<void> {
  await work.db
    .updateTable('identity.session')
    .set({
      post: at.post,
      role: at.role,
      unit: at.unit,
      units: [...at.units],
      wide: at.wide,
      ends_at: at.endsAt,
      seen_at: work.now,
    })
    .where('id', '=', id)
    .execute();
}

/** Its holder has proved again that it is they. */
export async function saveStep(work: Work, id: string, until: Date): Promise<void> {
  await work.db.updateTable('identity.session').set({ stepped_until: until }).where('id', '=', id).execute();
}

/** Somebody is at it; null where this session does not end by standing idle. */
export async function savePresence(work: Work, id: string, until: Date): Promise<Date | null> {
  const row = await work.db
    .updateTable('identity.session')
    .set({ seen_at: work.now, idle_until: until })
    .where('id', '=', id)
    .where('idle_until', 'is not', null)
    .returning('idle_until as until')
    .executeTakeFirst();
  return row?.until ?? null;
}

type Acting = {
  readonly account: string;
  readonly mandate: string;
  readonly acts: readonly MandateAct[];
  readonly until: Date;
};

/** Acts from now on for somebody, or for oneself again. */
export async function saveActing(work: Work, id: string, acting: Acting | null): Promise<void> {
  await work.db
    .updateTable('identity.session')
    .set({
      behalf: acting?.account ?? null,
      behalf_mandate: acting?.mandate ?? null,
      behalf_scope: [...(acting?.acts ?? [])],
      behalf_until: acting?.until ?? null,
    })
    .where('id', '=', id)
    .execute();
}

/** Nobody acts by these mandates any more; served by session_behalf_idx. */
export async function endActing(work: Work, mandates: readonly string[]): Promise<void> {
  if (mandates.length === 0) return;
  await work.db
    .updateTable('identity.session')
    .set({ behalf: null, behalf_mandate: null, behalf_scope: [], behalf_until: null })
    .where('street', '=', work.street)
    .where('behalf_mandate', 'in', mandates)
    .execute();
}

/** After the tree changed, live sessions see what their units hold now; those whose role sees no cases stay empty. */
export async function rescopeSessions(work: Work): Promise<void> {
  await sql`
    update identity.session s
       set units = array(select u.id from identity.unit u where u.street = s.street and u.path like m.path || '%' order by u.id)
      from identity.unit m
     where s.street = ${work.street} and s.ends_at > ${work.now} and s.kind = 'staff' and s.role <> all(${[...apart]}::text[])
       and m.street = s.street and m.id = s.unit`.execute(work.db);
}
