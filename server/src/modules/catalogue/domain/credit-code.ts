const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether the last sign of a unified social credit code fits the seventeen before it (GB 32100: weights 3^i mod 31). */
export function isCreditCode(code: string): boolean {
  const values = [...code].map((sign) => SIGNS.indexOf(sign));
  if (values.length !== 18 || values.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return values[17] === (31 - (sum % 31)) % 31;
}
