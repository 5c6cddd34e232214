import { purposes, type Purpose } from '@fengqiao/contract/purposes.ts';
import { t } from '@fengqiao/ui/language.ts';

/** Why the registry is usually looked into, the first being the usual one. */
const offered = [
  'register',
  'visit',
  'verify',
  'handle',
  'correct',
  'emergency',
  'legal',
] as const satisfies Purpose[];

export const purposeOptions = () => offered.map((value) => ({ value, label: t(purposes[value].words) }));
