const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{9,11}$/;
const HOTLINE = /^(?:1\d{2}|12\d{3}|95\d{3,4}|96\d{3,4}|400\d{7}|800\d{7})$/;
const ABROAD = /^\+(?:852[2-9]\d{7}|853[268]\d{7}|8869\d{8})$/;
/** A number of the own city without its area code. */
const LOCAL = /^[2-8]\d{6,7}$/;

/** A telephone number in normal form (digits, with + only outside the mainland), or null when it is none. */
export function readPhone(text: string, areaCode = '0512'): string | null {
  // Most numbers stand in normal form, and a table has hundreds of thousands.
  if (MOBILE.test(text)) return text;
  const digits = text
    .replace(/[\uff10-\uff19]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xff10 + 48))
    .replace(/[\s()（）\-－—.]/g, '')
    .replace(/^(?:\+|00)86/, '')
    .replace(/^00(?=85[23]|886)/, '+');
  if (MOBILE.test(digits) || LANDLINE.test(digits) || HOTLINE.test(digits) || ABROAD.test(digits))
    return digits;
  return LOCAL.test(digits) ? areaCode + digits : null;
}
