import { addressLevelNames, type AddressLevel } from '@fengqiao/contract/registry/words.ts';

/** What a level without a value is written as, so that an absent one is told from one that was forgotten. */
export const NONE = '无';
export type Elements = Readonly<Record<AddressLevel, string>>;

const nothing: Elements = {
  province: NONE,
  city: NONE,
  district: NONE,
  town: NONE,
  community: NONE,
  group: NONE,
  road: NONE,
  number: NONE,
  estate: NONE,
  building: NONE,
  unit: NONE,
  floor: NONE,
  room: NONE,
};

const SUFFIX: Partial<Record<AddressLevel, string>> = {
  group: '组',
  number: '号',
  building: '幢',
  unit: '单元',
  floor: '层',
  room: '室',
};

const label = '[0-9]{1,5}(?:-[0-9]{1,3})?[A-Z]?|[A-Z][0-9]{0,3}|[甲乙丙丁戊东南西北中]';
/** How each level is told, from coarse to fine; a level that does not stand at the front is passed over. */
const forms: readonly (readonly [AddressLevel, RegExp])[] = [
  ['province', /^([一-龥]{2,7}?(?:省|自治区|特别行政区)|(?:北京|上海|天津|重庆)市(?=[一-龥]{1,8}[区县]))/],
  ['city', /^([一-龥]{2,7}?(?:市|自治州|盟)|[一-龥]{2,5}地区)(?!场)/],
  [
    'district',
    /^([一-龥]{1,8}?(?:(?<![小社园住宅业景校厂片地库])区|县|旗)(?:（[^）]{1,12}）)?)(?![0-9路街])/,
  ],
  ['town', /^([一-龥]{1,8}?(?:街道(?:办事处)?|[镇乡])(?![路街巷弄道]))/],
  ['community', /^([一-龥]{1,10}?(?:社区(?:居委会|居民委员会)?|居委会|村委会|居民委员会|村民委员会))/],
  ['group', /^(?:第)?([0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:村民)?(?:小)?组/],
  [
    'road',
    /^([一-龥]{1,10}?(?:大道|大街|公路|路|街|巷|弄|胡同|塘岸|浜|里)(?=[0-9甲乙丙丁]+(?:-[0-9]+)?(?:号|弄))|[一-龥]{1,10}?(?:大道|大街|公路|路|街|巷|胡同)(?![一-龥]*(?:小区|新村|花园|苑)))/,
  ],
  ['number', /^([0-9甲乙丙丁]{1,6}(?:-[0-9]{1,4})?)号(?:院(?=[0-9A-Z]))?(?!楼)/],
  [
    'estate',
    /^([一-龥][一-龥·（）A-Z0-9]+?)(?=(?:[0-9]{1,5}|[A-Z][0-9]{0,3})(?:幢|栋|座|号楼|单元|层|室|-[0-9])|[甲乙丙丁东南西北中](?:幢|栋|座|单元)|$)/,
  ],
  ['building', new RegExp(`^(${label})(?:幢|栋|座|号楼|#)`)],
  ['unit', new RegExp(`^(${label})(?:单元|门|梯)`)],
  ['floor', /^([0-9]{1,3}|负[0-9])(?:层|楼|F)/],
  ['room', /^([0-9]{1,5}(?:-[0-9]{1,3})?[A-Z]?)(?:室|房|户|号)?$/],
];

/** An address in one spelling: no blanks, narrow signs, capital letters. */
export const plainAddress = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[(]/g, '（')
    .replace(/[)]/g, '）')
    .replace(/[\s,，。;；、]/g, '')
    .replace(/[—–－]/g, '-')
    .toUpperCase();

/**
 * Takes an address apart into the elements of GA/T 2000.32 and our levels below them; what it does not name is 无. Null when a
 * part stays over that belongs to no level, or when it names neither a road with its number, nor an estate, nor a number of a
 * villagers' group.
 */
export function parseAddress(text: string): Elements | null {
  const found = { ...nothing };
  let rest = dashed(plainAddress(text).replaceAll(NONE, ''));
  for (const [level, form] of forms) {
    const met = form.exec(rest);
    if (met?.[1] === undefined || met[1] === '') continue;
    found[level] = met[1];
    rest = rest.slice(met[0].length);
  }
  if (rest !== '') return null;
  const inVillage = found.community !== NONE && found.group !== NONE && found.number !== NONE;
  const placed = (found.road !== NONE && found.number !== NONE) || found.estate !== NONE || inVillage;
  return placed ? found : null;
}

/** 3-2-501 at the end is building, entrance, room; 3-501 is building and room. */
const dashed = (text: string): string =>
  text
    .replace(/(?<![0-9])([0-9]{1,4})-([0-9]{1,2})-([0-9]{2,5}[A-Z]?)室?$/, '$1幢$2单元$3室')
    .replace(/(?<![0-9])([0-9]{1,4})-([0-9]{3,5}[A-Z]?)室?$/, '$1幢$2室')
    .replace(/(幢|栋|座|号楼)([0-9]{1,2})-([0-9]{2,5}[A-Z]?)室?$/, '$1$2单元$3室');

/** The standard words of an address, levels without a value left out. */
export const standardAddress = (elements: Elements, from: AddressLevel = 'province'): string =>
  addressLevelNames
    .slice(addressLevelNames.indexOf(from))
    .filter((level) => elements[level] !== NONE)
    .map((level) => elements[level] + (SUFFIX[level] ?? ''))
    .join('');

/** From which level on an address is told within a street: a villagers' group is one of its community only. */
export const localLevel = ({ group }: Pick<Elements, 'group'>): AddressLevel =>
  group === NONE ? 'road' : 'community';

/** What tells one building of a street from all others, however the rest of its address is written. */
export function buildingKey({ community, group, road, number, estate, building }: Elements): string {
  const at = number === NONE ? '' : `${number}号`;
  const village = group === NONE ? '' : `${community}${group}组${at}`;
  const gate = road === NONE ? village : `${road}${at}`;
  return `${gate}|${estate === NONE ? '' : estate}|${building === NONE ? '' : `${building}幢`}`;
}

/** What tells one home of a building from the others; empty for the whole building. */
export const doorOf = ({ unit, floor, room }: Elements): string =>
  [
    unit === NONE ? '' : `${unit}单元`,
    room === NONE && floor !== NONE ? `${floor}层` : '',
    room === NONE ? '' : `${room}室`,
  ].join('');
