import type { PostView } from '@fengqiao/contract/accounts.ts';
import { apart, centre, type Role } from '@fengqiao/contract/roles.ts';
import type { UnitKind } from '@fengqiao/contract/units.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { refuse } from '#platform/refusal.ts';

export type Post = {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: string;
  readonly unitName: Both;
  readonly from: Date;
  /** Null while it has no end. */
  readonly until: Date | null;
  readonly approvedAt: Date | null;
  readonly grantedBy: string | null;
  readonly approvedBy: string | null;
  readonly reason: string;
};

export function stateOf(post: Pick<Post, 'until' | 'approvedAt'>, now: Date): PostView['state'] {
  if (post.until !== null && post.until <= now) return 'ended';
  return post.approvedAt === null ? 'waiting' : 'active';
}

const centreUnits: readonly UnitKind[] = ['centre', 'street'];
const handlers: readonly UnitKind[] = [
  'centre',
  'internal',
  'dispatched',
  'district',
  'public_enterprise',
  'team',
  'social',
];

/** Refuses a role in a unit where it would reach too far, such as department staff at the subdistrict's root. */
export function demandFitting(role: Role, kind: UnitKind): void {
  if (!unitKindsOf(role).includes(kind)) refuse('identity.role_not_for_unit', { role, kind });
}

export function unitKindsOf(role: Role): readonly UnitKind[] {
  if (role === 'grid_worker') return ['grid'];
  if (role === 'community') return ['community'];
  if (role === 'department') return handlers;
  if (role === 'leader') return ['street'];
  if (role === 'district') return ['district', 'street'];
  if (apart.includes(role)) return [...centreUnits, 'internal'];
  return centre.some((one) => one === role) ? centreUnits : [];
}

/** Approves a waiting post; neither who granted it nor who receives it may. */
export function approve(post: Post, by: string, now: Date): Post {
  if (stateOf(post, now) !== 'waiting') refuse('identity.post_not_waiting');
  if (post.account === by) refuse('identity.own_post');
  if (post.grantedBy === by) refuse('identity.same_eyes');
  return { ...post, approvedBy: by, approvedAt: now };
}

export function presentPost(post: Post, now: Date): PostView {
  const { id, account, name, role, unit, unitName, from, until, reason, grantedBy, approvedBy } = post;
  return {
    id,
    account,
    name,
    role,
    unit,
    unitName,
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
    state: stateOf(post, now),
    reason,
    grantedBy,
    approvedBy,
  };
}
