import type { MessageView } from '@fengqiao/contract/notices.ts';
import type { Attempt } from '@fengqiao/contract/notices/delivery.ts';
import type { Role } from '@fengqiao/contract/roles.ts';

/** To one account, to a kept contact (by SMS only), or to everyone on duty in a unit. */
export type To =
  | { readonly account: string }
  | { readonly contact: string }
  | { readonly unit: string; readonly role?: Role };

export type Notice = {
  readonly to: To;
  /** Which occasion, such as case.closed; for grouping on screens. */
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
  readonly caseId?: string;
  /** Also by SMS, to those who have a mobile number. */
  readonly sms?: boolean;
  /** They must learn of it: unread, it goes up the ladder to a call and a visit by this unit, where one is known. */
  readonly mustReach?: { readonly unit: string | null };
};

export type Listed = Omit<MessageView, 'at' | 'ways'> & { readonly at: Date };

export const present = ({ at, ...message }: Listed, ways: Attempt[]): MessageView => ({
  ...message,
  at: at.toISOString(),
  ways,
});
