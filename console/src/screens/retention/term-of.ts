import { termUnits, type Term } from '@fengqiao/contract/retention.ts';
import { t } from '@fengqiao/ui/language.ts';
import { one } from '@fengqiao/ui/time.ts';

/** A term as people say it: 3 年. */
export const termOf = ({ value, unit }: Term): string =>
  `${value} ${value === 1 ? one(t(termUnits[unit])) : t(termUnits[unit])}`;
