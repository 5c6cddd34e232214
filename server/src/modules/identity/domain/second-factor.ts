import type { Role } from '@fengqiao/contract/roles.ts';

/** Of whom a second factor is demanded. */
export type SecondFactor = 'off' | 'privileged' | 'all';

/** Posts whose misuse would reach everybody: those that look after the house, and who decides on data of all. */
const privileged: ReadonlySet<Role> = new Set(['admin', 'steward', 'privacy', 'auditor', 'leader']);

/** Whether somebody with these posts signs in with a second factor only (GB/T 22239-2019 8.1.4.1 d). */
export const needsSecondFactor = (demanded: SecondFactor, roles: readonly Role[]): boolean =>
  demanded === 'all' || (demanded === 'privileged' && roles.some((role) => privileged.has(role)));
