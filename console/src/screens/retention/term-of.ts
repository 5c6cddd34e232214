import { termUnits, type Term } from '@fengqiao/contract/retention.ts';
import { t } from '@fengqiao/ui/language.ts';

/** A term as people say it: 3 年. */
export const termOf = ({ value, unit }: Term): string => `${value} ${t(termUnits[unit])}`;
