import type { Both } from '../both.ts';
import { keysOf, OneOf } from '../shapes.ts';

/** What a person is to the street 一标三实: registered here, living here, or come for work from elsewhere. */
export const personKinds = {
  registered: { zh: '户籍人口', en: 'Registered here' },
  resident: { zh: '常住人口', en: 'Lives here' },
  migrant: { zh: '流动人口', en: 'Migrant' },
} as const satisfies Record<string, Both>;
export type PersonKind = keyof typeof personKinds;
export const PersonKindName = OneOf(keysOf(personKinds));

export const personStates = {
  here: { zh: '在住', en: 'Lives here' },
  left: { zh: '已迁出', en: 'Moved away' },
  dead: { zh: '已去世', en: 'Deceased' },
  merged: { zh: '已合并', en: 'Merged' },
} as const satisfies Record<string, Both>;
export type PersonState = keyof typeof personStates;
export const PersonStateName = OneOf(keysOf(personStates));

/** Papers that say who somebody is; the number of each has a form of its own. */
export const idKinds = {
  resident: { zh: '居民身份证', en: 'Resident ID card' },
  hk_mo_tw_residence: { zh: '港澳台居民居住证', en: 'Residence permit of Hong Kong, Macao or Taiwan' },
  foreigner: { zh: '外国人永久居留身份证', en: 'Foreigner’s permanent residence card' },
  hk_mo_travel: { zh: '港澳居民来往内地通行证', en: 'Travel permit of Hong Kong or Macao' },
  tw_travel: { zh: '台湾居民来往大陆通行证', en: 'Travel permit of Taiwan' },
  passport: { zh: '护照', en: 'Passport' },
} as const satisfies Record<string, Both>;
export type IdKind = keyof typeof idKinds;
export const IdKindName = OneOf(keysOf(idKinds));

/** GB/T 2261.1 */
export const sexes = {
  '0': { zh: '未知', en: 'Unknown' },
  '1': { zh: '男', en: 'Male' },
  '2': { zh: '女', en: 'Female' },
  '9': { zh: '未说明', en: 'Not stated' },
} as const satisfies Record<string, Both>;
export type Sex = keyof typeof sexes;

/** To the head of the household, after GB/T 4761. */
export const relations = {
  head: { zh: '户主', en: 'Head' },
  spouse: { zh: '配偶', en: 'Spouse' },
  child: { zh: '子女', en: 'Child' },
  grandchild: { zh: '孙子女', en: 'Grandchild' },
  parent: { zh: '父母', en: 'Parent' },
  grandparent: { zh: '祖父母', en: 'Grandparent' },
  sibling: { zh: '兄弟姐妹', en: 'Sibling' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Both>;
export type Relation = keyof typeof relations;
export const RelationName = OneOf(keysOf(relations));

export const lifeEvents = {
  registered: { zh: '登记', en: 'Registered' },
  born: { zh: '出生', en: 'Born' },
  moved_in: { zh: '迁入', en: 'Moved in' },
  moved: { zh: '变更住址', en: 'Moved house' },
  moved_out: { zh: '迁出', en: 'Moved away' },
  returned: { zh: '迁回', en: 'Came back' },
  household_changed: { zh: '变更户', en: 'Changed household' },
  married: { zh: '结婚', en: 'Married' },
  divorced: { zh: '离婚', en: 'Divorced' },
  died: { zh: '去世', en: 'Died' },
  kind_changed: { zh: '人口类别变更', en: 'Kind changed' },
  merged: { zh: '合并重复', en: 'Duplicate merged' },
  unmerged: { zh: '撤销合并', en: 'Merge undone' },
} as const satisfies Record<string, Both>;
export type LifeEventKind = keyof typeof lifeEvents;
export const LifeEventName = OneOf(keysOf(lifeEvents));

export const homeUses = {
  owner: { zh: '自住', en: 'Lived in by its owner' },
  rented: { zh: '出租', en: 'Rented' },
  shared: { zh: '群租', en: 'Let room by room' },
  empty: { zh: '空置', en: 'Empty' },
  dormitory: { zh: '集体宿舍', en: 'Dormitory' },
  business: { zh: '经营', en: 'Business' },
} as const satisfies Record<string, Both>;
export type HomeUse = keyof typeof homeUses;
export const HomeUseName = OneOf(keysOf(homeUses));

export const organizationKinds = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  household_business: { zh: '个体工商户', en: 'Household business' },
  social: { zh: '社会组织', en: 'Social organization' },
  public: { zh: '机关事业单位', en: 'Public institution' },
  collective: { zh: '集体经济组织', en: 'Collective economic organization' },
} as const satisfies Record<string, Both>;
export type OrganizationKind = keyof typeof organizationKinds;
export const OrganizationKindName = OneOf(keysOf(organizationKinds));

export const organizationStates = {
  open: { zh: '存续', en: 'In business' },
  moved: { zh: '已迁出', en: 'Moved away' },
  closed: { zh: '已注销', en: 'Closed' },
} as const satisfies Record<string, Both>;
export type OrganizationState = keyof typeof organizationStates;
export const OrganizationStateName = OneOf(keysOf(organizationStates));

/**
 * The levels of an address, coarse to fine, with the element codes of GA/T 2000.32-2014 as far as it has them. Number, building,
 * entrance, floor and room are levels of ours: the standard's table ends with the estate.
 */
export const addressLevels = {
  province: { code: '11', zh: '省', en: 'Province' },
  city: { code: '12', zh: '市', en: 'City' },
  district: { code: '13', zh: '县（区）', en: 'District' },
  town: { code: '20', zh: '乡镇（街道）', en: 'Town or subdistrict' },
  community: { code: '30', zh: '社区（居、村委会）', en: 'Community or village' },
  group: { code: '34', zh: '组', en: 'Villagers’ group' },
  road: { code: '41', zh: '街路巷', en: 'Road' },
  number: { code: null, zh: '门牌号', en: 'House number' },
  estate: { code: '42', zh: '小区', en: 'Estate' },
  building: { code: null, zh: '幢', en: 'Building' },
  unit: { code: null, zh: '单元', en: 'Entrance' },
  floor: { code: null, zh: '层', en: 'Floor' },
  room: { code: null, zh: '室', en: 'Room' },
} as const satisfies Record<string, Both & { readonly code: string | null }>;

/** What towns and communities are of more exactly, by the end of their names. */
const finer: readonly (readonly [level: string, ending: RegExp, code: string])[] = [
  ['town', /乡$/, '21'],
  ['town', /镇$/, '22'],
  ['town', /街道(办事处)?$/, '23'],
  ['community', /(居委会|居民委员会)$/, '32'],
  ['community', /(村委会|村民委员会)$/, '33'],
  ['community', /社区$/, '31'],
];

/** The element code of GA/T 2000.32 of an element by its level and value; null where the standard has none. */
export const addressCodeOf = (level: AddressLevel, value: string): string | null =>
  finer.find(([of, ending]) => of === level && ending.test(value))?.[2] ?? addressLevels[level].code;

export type AddressLevel = keyof typeof addressLevels;
export const addressLevelNames = keysOf(addressLevels);

/** Numbers that official and other systems give to things; attributes with a validity, never keys. */
export const codeSchemes = {
  real_estate_unit: { zh: '不动产单元代码', en: 'Real estate unit code' },
  police_address: { zh: '公安标准地址编码', en: 'Police address code' },
  house: { zh: '房屋代码', en: 'House code' },
  credit: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  organization: { zh: '组织机构代码', en: 'Organization code' },
  area: { zh: '统计用区划代码', en: 'Statistical area code' },
} as const satisfies Record<string, Both>;
export type CodeScheme = keyof typeof codeSchemes;
export const CodeSchemeName = OneOf(keysOf(codeSchemes));
