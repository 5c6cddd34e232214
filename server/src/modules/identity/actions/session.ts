import { apart, wide, type Role } from '@fengqiao/contract/roles.ts';
import { PROOF_MINUTES } from '@fengqiao/contract/sessions.ts';
import { newToken } from '#platform/crypto/secret.ts';
import { hashOf } from '#platform/http.ts';
import type { Work } from '#platform/work.ts';
import { recordSecurity } from '#modules/audit';
import type { Post } from '../domain/post.ts';
import { levelOf } from '../store/accounts.ts';
import { insertSession, knownDevice, type NewSession } from '../store/sessions.ts';
import { unitsUnder } from '../store/units.ts';

const STAFF_SECONDS = 12 * 3600;
const RESIDENT_SECONDS = 30 * 24 * 3600;

type How = {
  readonly seconds?: number;
  /** Its holder has just given a password, a code or another proof. */
  readonly proved?: boolean;
  /** It ends when nobody is at it. */
  readonly watched?: boolean;
  /** It came by the single sign-on of the street. */
  readonly signOn?: boolean;
  /** How sure one can be of it at most, whatever the account has proved elsewhere. */
  readonly mostLevel?: number;
};
export type Opened = { readonly id: string; readonly token: string; readonly seconds: number };
type Scope = Pick<NewSession, 'post' | 'role' | 'unit' | 'units' | 'wide' | 'endsAt'>;

/** Opens a session at a post: 12 hours, or until the post ends. */
export async function openStaffSession(
  work: Work,
  post: Post,
  device: string,
  { seconds = STAFF_SECONDS, ...how }: How = {},
): Promise<Opened> {
  const scope = await scopeOf(work, post, ends(work.now, seconds));
  const who = { kind: 'staff', account: post.account, name: post.name, level: 2, device } as const;
  return open(work, { ...scope, ...who, ...timesOf(work, how, post.role) });
}

/** Opens a resident's session for 30 days; the name is not kept in it. */
export async function openResidentSession(
  work: Work,
  account: string,
  device: string,
  { seconds = RESIDENT_SECONDS, mostLevel = 2, ...how }: How = {},
): Promise<Opened> {
  const nowhere = {
    post: null,
    role: null,
    unit: null,
    units: [],
    wide: false,
    endsAt: ends(work.now, seconds),
  };
  const level = Math.min(await levelOf(work, account), mostLevel);
  const who = { kind: 'resident', account, name: '居民', level, device } as const;
  return open(work, { ...nowhere, ...who, ...timesOf(work, how, null) });
}

/** What a post lets its holder see: its unit and everything below; those who look after the house itself see no cases at all. */
export async function scopeOf(work: Work, post: Post, latest: Date): Promise<Scope> {
  const endsAt = post.until !== null && post.until < latest ? post.until : latest;
  const units = apart.includes(post.role) ? [] : await unitsUnder(work, post.unit);
  return { post: post.id, role: post.role, unit: post.unit, units, wide: wide.includes(post.role), endsAt };
}

/** A session that somebody signed in to ends when nobody is at it, but for grid workers, whose phone locks itself on the way. */
const timesOf = (
  work: Work,
  { proved = false, watched = false, signOn = false }: Omit<How, 'seconds'>,
  role: Role | null,
) => ({
  signOn,
  steppedUntil: proved ? proofEnds(work) : null,
  idleUntil: watched && role !== null && role !== 'grid_worker' ? idleEnds(work) : null,
});

export const proofEnds = ({ now }: Work): Date => ends(now, PROOF_MINUTES * 60);
export const idleEnds = ({ now, settings }: Work): Date => ends(now, settings.staffIdleMinutes * 60);

async function open(work: Work, session: Omit<NewSession, 'id' | 'tokenHash'>): Promise<Opened> {
  // A resident signs in by a code on their own phone, which tells them already.
  if (session.kind === 'staff' && session.steppedUntil !== null) await tellOfDevice(work, session);
  const token = newToken();
  const id = work.newId();
  await insertSession(work, { ...session, id, tokenHash: hashOf(token) });
  return { id, token, seconds: Math.floor((session.endsAt.getTime() - work.now.getTime()) / 1000) };
}

/** Whoever signs in from a device not seen in thirty days is told where it was, so that a stolen password does not stay unnoticed. */
async function tellOfDevice(
  work: Work,
  { account, device, name, role, unit }: Omit<NewSession, 'id' | 'tokenHash'>,
): Promise<void> {
  const { known, first } = await knownDevice(work, account, device);
  if (known || first) return;
  await work.announce('account.new_device', account, { device });
  const by = { account, name, role, unit };
  await recordSecurity(work, { act: 'identity.newDevice', code: null, by, detail: device });
}

const ends = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);
