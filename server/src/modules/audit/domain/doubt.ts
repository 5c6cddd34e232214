import type { DoubtState } from '@fengqiao/contract/audit.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { refuse } from '#platform/refusal.ts';

export type Verdict = 'upheld' | 'explained' | 'proper';

/** A doubt as it stands. */
export type Doubt = {
  readonly doubtedAccount: string | null;
  readonly doubtedRole: Role | null;
  readonly acknowledgedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly verdict: Verdict | null;
};

/** Workdays until a doubt is answered (个人信息保护法第五十条: in good time, with reasons). */
export const ANSWER_WORKDAYS = 15;

export const stateOf = ({ verdict, acknowledgedAt }: Pick<Doubt, 'verdict' | 'acknowledgedAt'>): DoubtState =>
  verdict ?? (acknowledgedAt === null ? 'open' : 'acknowledged');

type By = { readonly account: string | null; readonly role: Role | null };

/** A doubt goes round whom it is about: never to that person, and one about an officer goes to the leaders as well. */
export const mayHandle = ({ doubtedAccount, doubtedRole }: Doubt, { account, role }: By): boolean =>
  account !== doubtedAccount && (role === 'privacy' || (role === 'leader' && doubtedRole === 'privacy'));

export function demandOpen(doubt: Doubt, by: By): void {
  if (!mayHandle(doubt, by)) refuse('platform.not_found');
  if (doubt.decidedAt !== null) refuse('audit.doubt_decided');
}
