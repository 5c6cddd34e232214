import { normalNumber } from './identifiers.ts';

/** GB 32100-2015: no I, O, Z, S, V, which look like digits or are spoken like others. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const CODE_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export type CodeFault = 'credit_malformed' | 'credit_checksum';

/**
 * Reads a unified social credit code of 18 signs. The first eight need not be digits: collective economic organisations
 * begin with N, others with A or Y; only the area in signs 3 to 8 is made of digits.
 */
export function readCreditCode(text: string): { readonly code: string } | CodeFault {
  const code = normalNumber(text);
  if (
    code.length !== 18 ||
    !/^[0-9A-Y]{2}\d{6}/.test(code) ||
    [...code].some((sign) => !SIGNS.includes(sign))
  )
    return 'credit_malformed';
  return creditCheckSign(code) === code.charAt(17) ? { code } : 'credit_checksum';
}

/** The check sign of the first 17 signs: (31 - Σ 3^i a mod 31) mod 31. */
export function creditCheckSign(first17: string): string {
  const sum = CREDIT_WEIGHTS.reduce(
    (total, weight, i) => total + weight * SIGNS.indexOf(first17.charAt(i)),
    0,
  );
  return SIGNS.charAt((31 - (sum % 31)) % 31);
}

/** Whether nine signs are an organization code of GB 11714-1997; they stand at 9 to 17 of a credit code. */
export function isOrganizationCode(text: string): boolean {
  const code = normalNumber(text);
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false;
  const sum = CODE_WEIGHTS.reduce((total, weight, i) => total + weight * valueOf(code.charAt(i)), 0);
  const check = 11 - (sum % 11);
  return code.charAt(8) === (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}

const valueOf = (sign: string) => (/\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55);

/** The organization code inside a credit code. */
export const organizationCodeOf = (creditCode: string): string => creditCode.slice(8, 17);
