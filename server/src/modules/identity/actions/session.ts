import { apart, wide } from '@fengqiao/contract/roles.ts';
import { newToken } from '#platform/crypto/secret.ts';
import { hashOf } from '#platform/http.ts';
import type { Work } from '#platform/work.ts';
import type { Post } from '../domain/post.ts';
import { insertSession, type NewSession } from '../store/sessions.ts';
import { unitsUnder } from '../store/units.ts';

const STAFF_SECONDS = 12 * 3600;
const RESIDENT_SECONDS = 30 * 24 * 3600;

export type Opened = { readonly id: string; readonly token: string; readonly seconds: number };
type Scope = Pick<NewSession, 'post' | 'role' | 'unit' | 'units' | 'wide' | 'endsAt'>;

/** Opens a session at a post: 12 hours, or until the post ends. */
export async function openStaffSession(
  work: Work,
  post: Post,
  device: string,
  seconds = STAFF_SECONDS,
): Promise<Opened> {
  const scope = await scopeOf(work, post, ends(work.now, seconds));
  return open(work, { ...scope, kind: 'staff', account: post.account, name: post.name, level: 2, device });
}

/** Opens a resident's session for 30 days; the name is not kept in it. */
export function openResidentSession(
  work: Work,
  account: string,
  device: string,
  seconds = RESIDENT_SECONDS,
): Promise<Opened> {
  const nowhere = {
    post: null,
    role: null,
    unit: null,
    units: [],
    wide: false,
    endsAt: ends(work.now, seconds),
  };
  return open(work, { ...nowhere, kind: 'resident', account, name: '居民', level: 1, device });
}

/** What a post lets its holder see: its unit and everything below; those who look after the house itself see no cases at all. */
export async function scopeOf(work: Work, post: Post, latest: Date): Promise<Scope> {
  const endsAt = post.until !== null && post.until < latest ? post.until : latest;
  const units = apart.includes(post.role) ? [] : await unitsUnder(work, post.unit);
  return { post: post.id, role: post.role, unit: post.unit, units, wide: wide.includes(post.role), endsAt };
}

async function open(work: Work, session: Omit<NewSession, 'id' | 'tokenHash'>): Promise<Opened> {
  const token = newToken();
  const id = work.newId();
  await insertSession(work, { ...session, id, tokenHash: hashOf(token) });
  return { id, token, seconds: Math.floor((session.endsAt.getTime() - work.now.getTime()) / 1000) };
}

const ends = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);
