import { gradedFields, type GradedField, type MaskName } from './grades.ts';

/** 张三丰 → 张**; a mask keeps the length of two or more unknown, so a name of two characters gives 张*. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name.trim()];
  return first + '*'.repeat(Math.min(Math.max(rest.length, 1), 2));
}

/** 13812345678 → 138****5678; a short or foreign number keeps only its last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^(00)?86(?=1\d{10}$)/, '');
  return digits.length >= 11
    ? `${digits.slice(0, 3)}****${digits.slice(-4)}`
    : `${'*'.repeat(Math.max(digits.length - 2, 3))}${digits.slice(-2)}`;
}

/** wang.wu@example.cn → w***@example.cn */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${[...email][0] ?? ''}***${email.slice(at)}`;
}

const HIDDEN = '***';
const HEAD = 3;
const TAIL = 2;

/** 330102199003071234 → 330*************34; no digit of the birth date is left in it. */
export const maskNumber = (number: string): string =>
  number.length <= HEAD + TAIL
    ? HIDDEN
    : number.slice(0, HEAD) + '*'.repeat(number.length - HEAD - TAIL) + number.slice(-TAIL);

const masks: Record<MaskName, (value: string) => string> = {
  name: maskName,
  phone: maskPhone,
  email: maskEmail,
  number: maskNumber,
  hidden: () => HIDDEN,
  none: (value) => value,
};

/** A fact as it is shown before it is revealed, by the mask of its kind; nothing stays nothing. */
export const maskOf = (field: GradedField, value: string | null): string | null =>
  value === null || value === '' ? null : masks[gradedFields[field].mask](value);
