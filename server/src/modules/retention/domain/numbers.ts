/** Whether eighteen characters are a citizen number: a day of birth that exists, and the check sign of GB 11643-1999. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text)) return false;
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const born = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2100 || born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day)
    return false;
  const sum = text
    .slice(0, 17)
    .split('')
    .reduce((so, digit, i) => so + Number(digit) * (2 ** (17 - i) % 11), 0);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

/** Whether digits pass the check of Luhn (ISO/IEC 7812-1), as the numbers of bank cards do. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((so, digit, i) => {
    const twice = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return so + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

/** Digits of two kinds at most are a filler, although they may add up. */
export const isMadeUp = (digits: string): boolean => new Set(digits).size < 3;
