const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_SIGNS = '10X98765432';

/** The check sign of the first 17 digits of a citizen's number of 18 (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkSignOf(first17: string): string {
  let sum = 0;
  for (let i = 0; i < WEIGHTS.length; i += 1) sum += (WEIGHTS[i] ?? 0) * (first17.charCodeAt(i) - 48);
  return CHECK_SIGNS.charAt(sum % 11);
}
