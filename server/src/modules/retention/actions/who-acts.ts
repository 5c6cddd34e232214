import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

/** The account that acts; what is asked and decided here always has somebody who answers for it. */
export const whoActs = ({ actor }: Work): string => actor.account ?? refuse('platform.not_allowed');
