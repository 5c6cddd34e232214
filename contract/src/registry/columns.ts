import type { Both } from '../both.ts';
import { keysOf, OneOf } from '../shapes.ts';
import {
  homeUses,
  idKinds,
  organizationKinds,
  organizationStates,
  personKinds,
  relations,
  sexes,
} from './words.ts';

export const importKinds = {
  people: { zh: '人口', en: 'People' },
  homes: { zh: '房屋', en: 'Homes' },
  organizations: { zh: '单位', en: 'Organizations' },
  addresses: { zh: '地址', en: 'Addresses' },
} as const satisfies Record<string, Both>;
export type ImportKind = keyof typeof importKinds;
export const ImportKindName = OneOf(keysOf(importKinds));

/** What a column may be called in the tables of departments; a header that is one of these is matched by itself. */
type Told = Both & { readonly needed?: true; readonly called: readonly string[] };

export const importColumns = {
  people: {
    name: { zh: '姓名', en: 'Name', needed: true, called: ['姓名', 'name', '人员姓名', '居民姓名'] },
    idNumber: {
      zh: '证件号码',
      en: 'Number of the paper',
      called: ['证件号码', '身份证号', '身份证号码', '公民身份号码', '身份证', '证件号', 'id number'],
    },
    idKind: { zh: '证件类型', en: 'Kind of paper', called: ['证件类型', '证件种类', '证件类别', 'id kind'] },
    sex: { zh: '性别', en: 'Sex', called: ['性别', 'sex', 'gender'] },
    birthDate: { zh: '出生日期', en: 'Birth date', called: ['出生日期', '出生年月日', '生日', 'birth date'] },
    ethnicity: { zh: '民族', en: 'Ethnicity', called: ['民族', 'ethnicity'] },
    phone: {
      zh: '联系电话',
      en: 'Phone',
      called: ['联系电话', '手机号', '手机号码', '电话', '手机', '联系方式', 'phone'],
    },
    address: {
      zh: '居住地址',
      en: 'Home address',
      called: ['居住地址', '现住址', '现居住地址', '住址', '地址', '家庭住址', 'address'],
    },
    kind: { zh: '人口类别', en: 'Kind', called: ['人口类别', '人员类别', '人口类型', '人口性质', 'kind'] },
    relation: {
      zh: '与户主关系',
      en: 'Relation to the head',
      called: ['与户主关系', '户主关系', '家庭关系', 'relation'],
    },
    household: { zh: '户号', en: 'Household number', called: ['户号', '家庭编号', '户编号', 'household'] },
    workplace: { zh: '工作单位', en: 'Workplace', called: ['工作单位', '服务处所', '单位', 'workplace'] },
    since: {
      zh: '迁入日期',
      en: 'Lives here since',
      called: ['迁入日期', '来本地日期', '入住日期', '登记日期', 'since'],
    },
  },
  homes: {
    address: {
      zh: '房屋地址',
      en: 'Address',
      needed: true,
      called: ['房屋地址', '地址', '房屋坐落', '坐落', 'address'],
    },
    use: { zh: '使用情况', en: 'Use', called: ['使用情况', '房屋用途', '居住情况', '用途', 'use'] },
    squareMetres: {
      zh: '建筑面积',
      en: 'Square metres',
      called: ['建筑面积', '面积', '建筑面积（平方米）', 'square metres'],
    },
    rooms: { zh: '居室数', en: 'Rooms', called: ['居室数', '房间数', '间数', 'rooms'] },
    ownerIdNumber: {
      zh: '产权人证件号码',
      en: 'Number of the owner’s paper',
      called: ['产权人证件号码', '房主身份证号', '产权人身份证号', 'owner id'],
    },
    realEstateUnit: {
      zh: '不动产单元代码',
      en: 'Real estate unit code',
      called: ['不动产单元代码', '不动产单元号', 'real estate unit'],
    },
    houseCode: { zh: '房屋代码', en: 'House code', called: ['房屋代码', '房屋编码', 'house code'] },
  },
  organizations: {
    name: {
      zh: '单位名称',
      en: 'Name',
      needed: true,
      called: ['单位名称', '企业名称', '名称', '机构名称', 'name'],
    },
    creditCode: {
      zh: '统一社会信用代码',
      en: 'Unified social credit code',
      called: ['统一社会信用代码', '信用代码', '社会信用代码', 'credit code'],
    },
    kind: { zh: '单位类别', en: 'Kind', called: ['单位类别', '企业类型', '单位类型', '类型', 'kind'] },
    address: {
      zh: '经营地址',
      en: 'Address',
      called: ['经营地址', '单位地址', '地址', '注册地址', '住所', 'address'],
    },
    trade: { zh: '行业', en: 'Trade', called: ['行业', '所属行业', '经营范围', 'trade'] },
    staff: { zh: '从业人数', en: 'Staff', called: ['从业人数', '员工人数', '职工人数', 'staff'] },
    contact: {
      zh: '负责人',
      en: 'Responsible person',
      called: ['负责人', '法定代表人', '联系人', '经营者', 'contact'],
    },
    phone: { zh: '联系电话', en: 'Phone', called: ['联系电话', '电话', '手机', 'phone'] },
    state: { zh: '状态', en: 'State', called: ['状态', '登记状态', '经营状态', 'state'] },
  },
  addresses: {
    address: {
      zh: '标准地址',
      en: 'Address',
      needed: true,
      called: ['标准地址', '地址', '详细地址', 'address'],
    },
    policeCode: {
      zh: '公安地址编码',
      en: 'Police address code',
      called: ['公安地址编码', '地址编码', 'police code'],
    },
    lng: { zh: '经度', en: 'Longitude', called: ['经度', 'lng', 'longitude'] },
    lat: { zh: '纬度', en: 'Latitude', called: ['纬度', 'lat', 'latitude'] },
  },
} as const satisfies Record<ImportKind, Record<string, Told>>;

/** The columns that say one of a few words of ours; a department may have codes of its own for them. */
export const codedColumns = {
  people: { kind: personKinds, idKind: idKinds, sex: sexes, relation: relations },
  homes: { use: homeUses },
  organizations: { kind: organizationKinds, state: organizationStates },
  addresses: {},
} as const satisfies {
  [K in ImportKind]: Partial<Record<keyof (typeof importColumns)[K], Record<string, Both>>>;
};
export const codedOf = (kind: ImportKind): Readonly<Record<string, Readonly<Record<string, Both>>>> =>
  codedColumns[kind];

export const columnsOf = (kind: ImportKind): Readonly<Record<string, Told>> => importColumns[kind];

const plain = (name: string) => name.toLowerCase().replace(/[\s*＊:：（）()_-]/g, '');

/** The columns of a header that call themselves by a known name. */
export function guessFields(kind: ImportKind, header: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [field, { called }] of Object.entries(columnsOf(kind))) {
    const names = called.map(plain);
    const met = header.find(
      (column) => names.includes(plain(column)) && !Object.values(found).includes(column),
    );
    if (met !== undefined) found[field] = met;
  }
  return found;
}
