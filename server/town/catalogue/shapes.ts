import type { DataItem, ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import type { Base } from '@fengqiao/contract/catalogue/words.ts';

/** What a kind of ledger holds, and how the catalogue sorts it. */
export type Shape = {
  readonly base: Base;
  readonly zh: string;
  readonly format: ResourceContent['format'];
  readonly items: readonly DataItem[];
};

type Line = readonly [name: string, zh: string, en: string, type: DataItem['type'], grade: number];

const lengths: Readonly<Record<string, number>> = {
  idNumber: 18,
  creditCode: 18,
  realEstateUnitCode: 28,
  phone: 20,
  name: 60,
};

/** The first field tells rows apart and, with the second, is always filled. */
const items = (...lines: readonly Line[]): DataItem[] =>
  lines.map(([name, zh, en, type, grade], n) => {
    const length = lengths[name];
    return { name, zh, en, type, grade, required: n < 2, ...(length === undefined ? {} : { length }) };
  });

const name: Line = ['name', '姓名', 'Name', 'text', 2];
const phone: Line = ['phone', '联系电话', 'Phone', 'text', 2];
const idNumber: Line = ['idNumber', '证件号码', 'ID number', 'code', 3];
const address: Line = ['address', '住址', 'Home address', 'text', 3];
const location: Line = ['location', '地点', 'Place', 'text', 1];
const unit: Line = ['unitName', '管理单位', 'Unit in charge', 'text', 1];
const credit: Line = ['creditCode', '统一社会信用代码', 'Credit code', 'code', 1];
const orgName: Line = ['orgName', '单位名称', 'Organization', 'text', 1];
const state: Line = ['state', '状态', 'State', 'code', 1];
const result: Line = ['result', '处理结果', 'Result', 'text', 1];

export const shapes = {
  contact: {
    base: 'business',
    zh: '人员通讯',
    format: 'spreadsheet',
    items: items(
      name,
      phone,
      unit,
      ['duty', '职责', 'Duty', 'text', 1],
      ['fromDay', '任职日期', 'Since', 'date', 1],
    ),
  },
  person: {
    base: 'business',
    zh: '服务对象',
    format: 'database',
    items: items(
      idNumber,
      name,
      phone,
      address,
      ['registeredAt', '登记日期', 'Registered on', 'date', 1],
      ['kind', '类别', 'Kind', 'code', 1],
      state,
    ),
  },
  resident: {
    base: 'population',
    zh: '人口基础',
    format: 'database',
    items: items(
      idNumber,
      name,
      ['sex', '性别', 'Sex', 'code', 2],
      ['birthDate', '出生日期', 'Birth date', 'date', 3],
      address,
      ['household', '家庭关系', 'Household', 'code', 2],
      ['registeredAt', '登记日期', 'Registered on', 'date', 1],
    ),
  },
  hardship: {
    base: 'business',
    zh: '救助保障',
    format: 'database',
    items: items(
      idNumber,
      name,
      phone,
      address,
      ['hardship', '困难情况', 'Hardship', 'text', 3],
      ['amount', '金额（元）', 'Amount (yuan)', 'number', 2],
      ['paidOn', '发放日期', 'Paid on', 'date', 1],
    ),
  },
  disability: {
    base: 'population',
    zh: '残疾人服务',
    format: 'database',
    items: items(
      idNumber,
      name,
      phone,
      ['disability', '残疾类别等级', 'Disability', 'code', 3],
      ['issuedOn', '发证日期', 'Issued on', 'date', 1],
    ),
  },
  minor: {
    base: 'population',
    zh: '未成年人保护',
    format: 'database',
    items: items(idNumber, name, ['minor', '监护情况', 'Guardianship', 'text', 3], address, phone),
  },
  health: {
    base: 'business',
    zh: '卫生健康',
    format: 'database',
    items: items(
      idNumber,
      name,
      phone,
      ['health', '健康状况', 'Health', 'text', 3],
      ['visitedAt', '服务日期', 'Served on', 'date', 1],
    ),
  },
  care: {
    base: 'business',
    zh: '特定服务管理',
    format: 'database',
    items: items(idNumber, name, ['care', '特定身份', 'Special care', 'code', 4], address, [
      'visitedAt',
      '走访日期',
      'Visited on',
      'date',
      1,
    ]),
  },
  visit: {
    base: 'business',
    zh: '受理走访',
    format: 'database',
    items: items(
      ['eventNo', '编号', 'Number', 'code', 1],
      name,
      phone,
      ['occurredAt', '受理时间', 'Received at', 'date', 1],
      ['matter', '事由', 'Matter', 'text', 2],
      result,
    ),
  },
  event: {
    base: 'business',
    zh: '业务过程',
    format: 'database',
    items: items(
      ['eventNo', '编号', 'Number', 'code', 0],
      ['occurredAt', '发生时间', 'When', 'date', 0],
      location,
      ['kind', '类别', 'Kind', 'code', 0],
      unit,
      result,
    ),
  },
  org: {
    base: 'organization',
    zh: '法人基础',
    format: 'database',
    items: items(
      credit,
      orgName,
      ['industry', '行业', 'Industry', 'code', 0],
      ['orgAddress', '经营地址', 'Place of business', 'text', 1],
      ['establishedOn', '成立日期', 'Established on', 'date', 0],
      state,
    ),
  },
  licence: {
    base: 'organization',
    zh: '许可备案',
    format: 'database',
    items: items(
      ['licenceNo', '许可编号', 'Licence', 'code', 0],
      orgName,
      credit,
      ['kind', '许可事项', 'What it allows', 'code', 0],
      ['issuedOn', '发证日期', 'Issued on', 'date', 0],
      ['validUntil', '有效期至', 'Valid until', 'date', 0],
    ),
  },
  credit: {
    base: 'credit',
    zh: '信用信息',
    format: 'database',
    items: items(
      ['decisionNo', '决定书文号', 'Decision', 'code', 0],
      orgName,
      credit,
      ['matter', '事由', 'Matter', 'text', 0],
      ['decidedOn', '决定日期', 'Decided on', 'date', 0],
      ['shownUntil', '公示截止日期', 'Shown until', 'date', 0],
    ),
  },
  house: {
    base: 'house',
    zh: '房屋基础',
    format: 'database',
    items: items(
      ['buildingNo', '楼幢编号', 'Building number', 'code', 1],
      location,
      ['use', '用途', 'Use', 'code', 1],
      ['area', '面积（平方米）', 'Area (m²)', 'number', 1],
      ['checkedOn', '核查日期', 'Checked on', 'date', 1],
      state,
    ),
  },
  property: {
    base: 'house',
    zh: '不动产',
    format: 'database',
    items: items(
      ['realEstateUnitCode', '不动产单元号', 'Real-estate unit code', 'code', 1],
      name,
      idNumber,
      address,
      ['use', '用途', 'Use', 'code', 1],
      ['area', '面积（平方米）', 'Area (m²)', 'number', 1],
      ['registeredAt', '登记日期', 'Registered on', 'date', 1],
    ),
  },
  place: {
    base: 'geography',
    zh: '地理实体',
    format: 'database',
    items: items(
      ['placeNo', '编号', 'Number', 'code', 0],
      ['placeName', '名称', 'Name of the place', 'text', 0],
      ['location', '位置', 'Location', 'text', 0],
      ['area', '面积或长度', 'Area or length', 'number', 0],
      unit,
    ),
  },
  facility: {
    base: 'business',
    zh: '设施设备',
    format: 'database',
    items: items(
      ['assetNo', '设施编号', 'Asset number', 'code', 0],
      ['facilityName', '设施名称', 'Facility', 'text', 0],
      ['location', '位置', 'Location', 'text', 0],
      ['installedOn', '安装日期', 'Installed on', 'date', 0],
      ['inspectedOn', '检查日期', 'Inspected on', 'date', 1],
      state,
    ),
  },
  money: {
    base: 'business',
    zh: '项目资金',
    format: 'spreadsheet',
    items: items(
      ['projectNo', '项目编号', 'Project number', 'code', 0],
      ['projectName', '项目名称', 'Project', 'text', 0],
      ['amount', '金额（元）', 'Amount (yuan)', 'number', 1],
      ['year', '年度', 'Year', 'number', 0],
      state,
    ),
  },
  document: {
    base: 'business',
    zh: '文件目录',
    format: 'document',
    items: items(
      ['documentNo', '文号', 'Number', 'code', 0],
      ['title', '标题', 'Title', 'text', 0],
      ['issuedOn', '发布日期', 'Issued on', 'date', 0],
      ['kind', '类别', 'Kind', 'code', 0],
    ),
  },
  statistic: {
    base: 'business',
    zh: '统计指标',
    format: 'spreadsheet',
    items: items(
      ['period', '统计期', 'Period', 'text', 0],
      ['indicator', '指标', 'Indicator', 'text', 0],
      ['value', '数值', 'Value', 'number', 0],
      ['scope', '统计范围', 'Scope', 'text', 0],
    ),
  },
} as const satisfies Record<string, Shape>;
export type ShapeName = keyof typeof shapes;
