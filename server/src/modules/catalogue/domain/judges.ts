import { catalogueProviders } from '@fengqiao/contract/catalogue/resources.ts';
import type { DisputeForum, DisputeStep, RequestKind } from '@fengqiao/contract/catalogue/words.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { UnitKind } from '@fengqiao/contract/units.ts';

/** Units that have no superior within the street; the street cannot judge in its own cause either. */
const beyond: readonly UnitKind[] = ['street', 'district', 'public_enterprise'];

/** Where both units have their common superior (Order 809, art. 28). */
export function forumOf(
  kind: RequestKind,
  kinds: { readonly requester: UnitKind; readonly provider: UnitKind },
): DisputeForum {
  return kind !== 'share' || beyond.includes(kinds.requester) || beyond.includes(kinds.provider)
    ? 'district'
    : 'street';
}

/** Who coordinates a dispute, and who decides it then: the sharing authority, and the government of that level. */
export const desks = {
  street: { coordination: 'steward', arbitration: 'leader' },
  district: { coordination: 'district', arbitration: 'district' },
} as const satisfies Record<DisputeForum, Record<'coordination' | 'arbitration', Role>>;

type Who = { readonly unit: string | null; readonly role: Role | null };

/** Whether somebody acts for a unit: who sits there for the privacy officer or the auditors speaks for neither side. */
export const speaksFor = ({ unit, role }: Who, of: string): boolean =>
  unit === of && catalogueProviders.some((one) => one === role);

/** Whether a dispute is still to be ended by somebody. */
export const isOpen = (dispute: DisputeStep | null): boolean =>
  dispute === 'negotiating' || dispute === 'coordination' || dispute === 'arbitration';

type Dispute = {
  readonly dispute: DisputeStep | null;
  readonly forum: DisputeForum | null;
  readonly requester: string;
  readonly provider: string;
};

/** Whether somebody sits where a dispute lies now and is of neither unit. */
export function judges({ dispute, forum, requester, provider }: Dispute, { unit, role }: Who): boolean {
  if (forum === null || (dispute !== 'coordination' && dispute !== 'arbitration')) return false;
  return role === desks[forum][dispute] && unit !== requester && unit !== provider;
}
