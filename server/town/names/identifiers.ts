import type { Random } from './random.ts';

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const USCC_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** No place has the area code 000000, so no number made with it can be a real person's or enterprise's. */
const NOWHERE = '000000';

/** The check sign of a resident identity number's first 17 digits (GB 11643, MOD 11-2). */
export function idCheckSign(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17.charAt(i)), 0);
  return '10X98765432'.charAt(sum % 11);
}

/** An identity number of nobody: area 000000, the birth date (YYYY-MM-DD), an odd order number for men, a valid check. */
export function makeIdNumber(random: Random, born: string, sex: 'male' | 'female'): string {
  const order = 2 * random.int(0, 499) + (sex === 'male' ? 1 : 0);
  const first17 = NOWHERE + born.replaceAll('-', '') + String(order).padStart(3, '0');
  return first17 + idCheckSign(first17);
}

/** A mobile number of the 1990000xxxx kind, which is not given to anybody. */
export function makePhone(random: Random): string {
  return `1990000${String(random.int(0, 9999)).padStart(4, '0')}`;
}

/** A unified social credit code of no enterprise: 91, area 000000, organisation code and check sign that compute (GB 32100). */
export function makeCreditCode(random: Random): string {
  const first8 = Array.from({ length: 8 }, () => random.int(0, 9)).join('');
  const first17 = `91${NOWHERE}${first8}${organizationCheckSign(first8)}`;
  return first17 + creditCheckSign(first17);
}

/** The check sign of a unified social credit code's first 17 signs (GB 32100-2015). */
export function creditCheckSign(first17: string): string {
  const sum = USCC_WEIGHTS.reduce(
    (total, weight, i) => total + weight * USCC_SIGNS.indexOf(first17.charAt(i)),
    0,
  );
  return USCC_SIGNS.charAt((31 - (sum % 31)) % 31);
}

function organizationCheckSign(first8: string): string {
  const sum = [...first8].reduce(
    (total, sign, i) => total + (ORGANIZATION_WEIGHTS[i] ?? 0) * Number(sign),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
