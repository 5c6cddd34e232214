import type { Hit, HitKind } from '@fengqiao/contract/retention.ts';
import { isIdNumber, isMadeUp, passesLuhn } from './numbers.ts';
import { doubleSurnames, ordinary, surnames } from './surnames.ts';

/**
 * Finds what looks like personal data in free text, so that a person can look at it: numbers by their check digits and
 * forms, names only where the words around say that one follows. Positions are those of the text as it stands; where two
 * finds overlap, the more certain kind counts.
 */
export function detect(text: string): Hit[] {
  const narrow = narrowed(text);
  const found = finders.flatMap((find) => find(narrow));
  const taken: Hit[] = [];
  for (const hit of found) if (!taken.some(({ from, to }) => hit.from < to && from < hit.to)) taken.push(hit);
  return taken.toSorted((a, b) => a.from - b.from);
}

/** Full-width digits, letters and signs as half-width ones, each in its place. */
const narrowed = (text: string): string =>
  text.replaceAll(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

type Finder = (text: string) => Hit[];

/** Finds of a pattern that pass a check; what the pattern calls `it` is the find, else the whole. */
const finder =
  (kind: HitKind, pattern: RegExp, fits: (found: string) => boolean = () => true): Finder =>
  (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const it = match.groups?.['it'] ?? match[0];
      const from = match.index + match[0].indexOf(it);
      return fits(it) ? [{ kind, from, to: from + it.length }] : [];
    });

const digitsOf = (text: string): string => text.replaceAll(/[\s-]/g, '');

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const given = '[\\u4e00-\\u9fa5]';
const family = `(?:${doubleSurnames.join('|')}|[${[...surnames].join('')}])`;
/** What no given name holds: particles, and the words that follow a name in a report. */
const notGiven =
  /[的了在是有和与来去到说反映住把被让给跟家电话身份证手机号码也都就还不没我你他她这那对从于已曾将想会要求半每]|先生|女士|小姐|阿姨|大爷|大妈|师傅|同志|老师|大哥|大姐/;

/** Words after which a name follows. */
const before =
  '(?:我叫|我是|本人是|本人|名叫|姓名(?:是|为)?|名字(?:是|叫)?|联系人(?:是|为)?|户主(?:是|叫)?|业主(?:是|叫)?|住户(?:是|叫)?|租客|租户|房东|邻居|老人|居民|当事人|负责人(?:是|为)?|报修人|诉求人|反映人|老板(?:是|叫)?|请找|可找|找)[:： ]{0,2}';
/** Words that follow a name. */
const after =
  '(?=[（(，, 、:：]{0,2}(?:先生|女士|小姐|同志|师傅|老师|阿姨|大爷|大妈|身份证|电话|手机|联系电话|的电话|的手机|的身份证|，?男|，?女|[1１]\\d{10}|\\d{17}))';

/** The first half of a title is no given name: 王先生 is not 王先. */
const titles = /^(?:先|女|小|阿|大|师|同|老)$/;

const isName = (name: string): boolean => {
  const first = doubleSurnames.some((double) => name.startsWith(double)) ? 2 : 1;
  const rest = name.slice(first);
  if (ordinary.has(name.slice(0, 2))) return false;
  return rest.length >= 1 && !notGiven.test(rest) && !titles.test(rest);
};

/** The longest given name that is one: 王强 of 王强来反映. */
const names =
  (pattern: RegExp): Finder =>
  (text) =>
    [...text.matchAll(pattern)].flatMap((match): Hit[] => {
      const whole = match.groups?.['it'] ?? '';
      const from = match.index + match[0].lastIndexOf(whole);
      const fitting = [whole, whole.slice(0, -1)].find((one) => isName(one));
      return fitting === undefined ? [] : [{ kind: 'name', from, to: from + fitting.length }];
    });

const finders: readonly Finder[] = [
  finder('email', /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g),
  finder('idNumber', /(?<!\d)(?:\d[ -]?){17}[\dXx](?![\dA-Za-z])/g, (found) => isIdNumber(digitsOf(found))),
  finder('bankCard', /(?<![\d.-])(?:\d[ -]?){15,18}\d(?![\d.])/g, (found) => {
    const digits = digitsOf(found);
    return /^[3-6]/.test(digits) && passesLuhn(digits) && !isMadeUp(digits);
  }),
  finder('phone', /(?<![\dA-Za-z])(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\dA-Za-z])/g),
  finder('phone', /(?<![\dA-Za-z-])\(?0\d{2,3}\)?[ -]?[2-9]\d{6,7}(?![\dA-Za-z-])/g),
  finder(
    'plate',
    new RegExp(
      `[${provinces}][A-HJ-NP-Z][ ·•.-]?(?:[DF][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[DF]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警])(?![A-Za-z0-9])`,
      'gi',
    ),
    (found) => /\d/.test(found),
  ),
  names(new RegExp(`${before}(?<it>${family}${given}{1,2})`, 'g')),
  names(new RegExp(`(?<!${given})(?<it>${family}${given}{1,2})${after}`, 'g')),
  names(new RegExp(`(?<=[和与、及]|邻居|业主|住户|老人|居民)(?<it>${family}${given}{1,2})${after}`, 'g')),
];
