import { createContext, useContext } from 'react';
import type { Me } from '@fengqiao/contract/identity.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { Route } from '@fengqiao/contract/route.ts';

export type { Me };

/** Who is signed in; provided at the root once the server has said it. */
export const MeContext = createContext<Me | null>(null);

/** The person at the screen; only below a root that has asked for them. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('useMe stands outside MeContext: provide who is signed in at the root.');
  return me;
}

/** Whether this post may call the operation at all; what they may see of it is the server's to say. */
export function mayCall(me: Pick<Me, 'kind' | 'role'>, { who }: Pick<Route, 'who'>): boolean {
  if (who === 'anyone') return true;
  if (me.kind === 'guest') return false;
  if (who === 'signed-in') return true;
  if (who === 'resident' || who === 'staff') return me.kind === who;
  return isAmong(me.role, who);
}

const isAmong = (role: Role | null, allowed: readonly Role[]) => role !== null && allowed.includes(role);
