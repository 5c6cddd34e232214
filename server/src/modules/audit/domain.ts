import type { PersonalField, Purpose } from '@fengqiao/contract/audit.ts';

/** One look at personal data: what was done, on which object, about whom, which facts, and why. */
export type Look = {
  readonly action: string;
  readonly object: string;
  readonly subjects: readonly string[];
  readonly fields: readonly PersonalField[];
  readonly purpose: Purpose;
};
