import type { Both } from '@fengqiao/contract/both.ts';
import * as routes from '@fengqiao/contract/catalogue/request-acts.ts';
import { recordOutside } from '@fengqiao/contract/catalogue/outside.ts';
import type { RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import type { Route } from '@fengqiao/contract/route.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { mayCall, type Me } from '@fengqiao/ui/session.ts';
import { actNames, notNow, samePerson, type ActName } from './act-texts.ts';

type Side = 'requester' | 'provider' | 'watcher' | 'sharing' | 'coordinator' | 'arbiter' | 'upward';
type Known = {
  readonly route: Pick<Route, 'who'>;
  /** The right that the server names for it. */
  readonly right: keyof RequestView['may'];
  readonly sides: readonly Side[];
};

const known: Readonly<Record<ActName, Known>> = {
  approve: { route: routes.approveShare, right: 'approve', sides: ['requester'] },
  grant: { route: routes.grantShare, right: 'decide', sides: ['provider'] },
  askSupplement: { route: routes.askSupplement, right: 'decide', sides: ['provider'] },
  refuse: { route: routes.refuseShare, right: 'decide', sides: ['provider'] },
  supply: { route: routes.supplyShare, right: 'supply', sides: ['requester'] },
  recordOutside: { route: recordOutside, right: 'recordOutside', sides: ['upward'] },
  deliver: { route: routes.deliverShare, right: 'deliver', sides: ['provider'] },
  extend: { route: routes.extendShare, right: 'extend', sides: ['sharing'] },
  withdraw: { route: routes.withdrawShare, right: 'withdraw', sides: ['requester'] },
  dispute: { route: routes.disputeShare, right: 'dispute', sides: ['requester'] },
  settle: { route: routes.settleDispute, right: 'settle', sides: ['requester'] },
  coordinate: { route: routes.coordinateDispute, right: 'coordinate', sides: ['coordinator'] },
  arbitrate: { route: routes.arbitrateShare, right: 'arbitrate', sides: ['arbiter'] },
  suspend: { route: routes.suspendShare, right: 'suspend', sides: ['provider', 'watcher'] },
  resume: { route: routes.resumeShare, right: 'resume', sides: ['provider', 'watcher'] },
  terminate: {
    route: routes.terminateShare,
    right: 'terminate',
    sides: ['requester', 'provider', 'watcher'],
  },
  dispose: { route: routes.disposeShare, right: 'dispose', sides: ['requester'] },
};

export type Offered = { readonly act: ActName; readonly why: Both | null };

/** The acts that belong to the side somebody is on, those that may be done first; the others with the reason why not. */
export function offered(share: RequestView, me: Me): Offered[] {
  const sides = sidesOf(share, me);
  return keysOf(actNames)
    .filter((act) => mayCall(me, known[act].route) && known[act].sides.some((side) => sides.includes(side)))
    .map((act) => ({ act, why: whyNot(share, act) }))
    .toSorted((a, b) => Number(a.why !== null) - Number(b.why !== null));
}

function sidesOf({ row }: RequestView, { unit, role }: Me): Side[] {
  return [
    ...(unit === row.requester ? (['requester'] as const) : []),
    ...(unit === row.requester && row.kind !== 'share' ? (['upward'] as const) : []),
    ...(unit === row.provider ? (['provider'] as const) : []),
    ...(role === 'steward' || role === 'privacy' ? (['watcher'] as const) : []),
    ...((role === 'steward' || role === 'district') && unit !== row.provider ? (['sharing'] as const) : []),
    ...judging({ row }, { unit, role }),
  ];
}

/** Whoever would judge a dispute of this forum, unless they are of one of the two units. */
function judging({ row }: Pick<RequestView, 'row'>, { unit, role }: Pick<Me, 'unit' | 'role'>): Side[] {
  if (row.forum === null || unit === row.requester || unit === row.provider) return [];
  if (row.forum === 'district') return role === 'district' ? ['coordinator', 'arbiter'] : [];
  return role === 'steward' ? ['coordinator'] : role === 'leader' ? ['arbiter'] : [];
}

function whyNot({ may, row, missing }: RequestView, act: ActName): Both | null {
  if (act === 'askSupplement' && missing !== null) return notNow.askSupplement;
  if (may[known[act].right]) return null;
  return act === 'approve' && row.state === 'asked' ? samePerson : notNow[act];
}
