import { maskName, maskPhone } from '@fengqiao/contract/masks.ts';
import type { PersonField } from '@fengqiao/contract/registry/people.ts';

const HIDDEN = '***';

/**
 * How a fact is shown before it is revealed. Masked together: the number keeps no digit of the birth date, and no birth
 * date stands beside it; an address is told by its building elsewhere and shows no door here.
 */
export function maskField(field: PersonField, value: string | null): string | null {
  if (value === null || value === '') return null;
  if (field === 'name') return maskName(value);
  if (field === 'phone') return maskPhone(value);
  if (field === 'idNumber') return maskNumber(value);
  if (field === 'sex' || field === 'household') return value;
  if (field === 'workplace') return `${[...value].slice(0, 2).join('')}${HIDDEN}`;
  return HIDDEN;
}

const SHOWN_HEAD = 3;
const SHOWN_TAIL = 2;

const maskNumber = (number: string): string =>
  number.length <= SHOWN_HEAD + SHOWN_TAIL
    ? HIDDEN
    : number.slice(0, SHOWN_HEAD) +
      '*'.repeat(number.length - SHOWN_HEAD - SHOWN_TAIL) +
      number.slice(-SHOWN_TAIL);
