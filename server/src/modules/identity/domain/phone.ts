/** A mobile number of mainland China as 11 digits, or null: +86 138-1234-5678 → 13812345678. */
export function mobile(text: string): string | null {
  const digits = text.replace(/[\s()-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
}

/** Any number one can ring: a mobile number, or a landline or service number of 5 to 15 digits; null when it is neither. */
export function ringable(text: string): string | null {
  const digits = text.replace(/[\s()-]/g, '').replace(/^\+/, '');
  return mobile(text) ?? (/^\d{5,15}$/.test(digits) ? digits : null);
}
