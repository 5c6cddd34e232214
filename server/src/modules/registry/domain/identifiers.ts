import { checkSignOf } from '@fengqiao/contract/identity-number.ts';
import type { IdKind, Sex } from '@fengqiao/contract/registry/words.ts';

export type Identity = {
  readonly kind: IdKind;
  /** Normal form: no blanks, capital letters. */
  readonly number: string;
  /** YYYY-MM-DD, where the number says so. */
  readonly birthDate: string | null;
  readonly sex: Sex | null;
};
export type IdentityFault = 'id_malformed' | 'id_checksum' | 'id_date' | 'id_old';

const EIGHTEEN = /^\d{17}[\dX]$/;
const FIRST_GENERATION = /^\d{15}$/;
const FOREIGNER_2017 = /^[A-Z]{3}\d{12}$/;
const HK_MO_TRAVEL = /^[HM]\d{8}(?:\d{2})?$/;
const TW_TRAVEL = /^\d{8}(?:\d{2})?$/;
const PASSPORT = /^[A-Z]{1,2}[A-Z0-9]{6,9}$/;

const DIGITS = 48;
const WIDE_ZERO = 0xff10;

const NORMAL = /^[0-9A-Z]*$/;

/** Blanks and hyphens away, full-width signs narrow, letters capital. */
export const normalNumber = (text: string): string => (NORMAL.test(text) ? text : madeNormal(text));

const madeNormal = (text: string): string =>
  text
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - WIDE_ZERO + DIGITS),
    )
    .replace(/[\s\u3000\-－·]/g, '')
    .toUpperCase();

/**
 * Reads the number of a paper; without a kind it is told by the form. Area codes are not judged, since codes are retired
 * and those of a person stay. Fifteen digits are the first generation, no longer valid since 2013.
 */
export function readIdentity(text: string, kind: IdKind | null = null): Identity | IdentityFault {
  const number = normalNumber(text);
  const told = kind ?? kindOf(number);
  switch (told) {
    case 'resident':
      return FIRST_GENERATION.test(number) ? 'id_old' : readEighteen(number, 'resident', /^\d/);
    case 'hk_mo_tw_residence':
      return readEighteen(number, told, /^8[123]0000/);
    case 'foreigner':
      return FOREIGNER_2017.test(number)
        ? { kind: told, number, birthDate: null, sex: null }
        : readEighteen(number, told, /^9/);
    case 'hk_mo_travel':
      return plain(told, number, HK_MO_TRAVEL);
    case 'tw_travel':
      return plain(told, number, TW_TRAVEL);
    case 'passport':
      return plain(told, number, PASSPORT);
    default:
      return 'id_malformed';
  }
}

function kindOf(number: string): IdKind | null {
  if (EIGHTEEN.test(number)) {
    if (/^8[123]0000/.test(number)) return 'hk_mo_tw_residence';
    return number.startsWith('9') ? 'foreigner' : 'resident';
  }
  if (FIRST_GENERATION.test(number)) return 'resident';
  if (FOREIGNER_2017.test(number)) return 'foreigner';
  if (HK_MO_TRAVEL.test(number)) return 'hk_mo_travel';
  if (TW_TRAVEL.test(number)) return 'tw_travel';
  return PASSPORT.test(number) ? 'passport' : null;
}

const plain = (kind: IdKind, number: string, form: RegExp): Identity | IdentityFault =>
  form.test(number) ? { kind, number, birthDate: null, sex: null } : 'id_malformed';

function readEighteen(number: string, kind: IdKind, begins: RegExp): Identity | IdentityFault {
  if (!EIGHTEEN.test(number) || !begins.test(number)) return 'id_malformed';
  if (checkSignOf(number) !== number.charAt(17)) return 'id_checksum';
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCalendarDay(birthDate)) return 'id_date';
  return { kind, number, birthDate, sex: (number.charCodeAt(16) - DIGITS) % 2 === 1 ? '1' : '2' };
}

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FIRST_YEAR = 1800;

/** Whether YYYY-MM-DD is a day that was or will be. */
export function isCalendarDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  if (year < FIRST_YEAR || month < 1 || month > 12 || date < 1) return false;
  if (month === 2 && date === 29) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return date <= (MONTH_DAYS[month - 1] ?? 0);
}
