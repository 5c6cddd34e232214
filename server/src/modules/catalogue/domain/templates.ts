import type { Template } from '@fengqiao/contract/catalogue/requests.ts';

const person = [
  { name: 'name', zh: '姓名', en: 'Name' },
  { name: 'idNumber', zh: '身份证号', en: 'ID number' },
];

/**
 * What a street usually lacks, who holds it, and the article to cite; the words are a start, the unit completes them. An
 * article that was not held against its text says so.
 */
export const templates: readonly Template[] = [
  {
    id: 'population',
    name: { zh: '户籍与居住登记人口', en: 'Registered and resident population' },
    bureau: { zh: '公安', en: 'Public security' },
    kind: 'upward',
    basis: {
      zh: '《居住证暂行条例》第三条、《政务数据共享条例》第三十条',
      en: 'Interim Regulations on Residence Permits, art. 3; Government Data Sharing Regulations, art. 30',
    },
    read: 'recalled',
    scenario: {
      zh: '核对街道实有人口台账，减少重复上门登记',
      en: 'To check the register of people, so that nobody is visited twice for it',
    },
    fields: [
      ...person,
      { name: 'address', zh: '住址', en: 'Address' },
      { name: 'registeredAt', zh: '登记日期', en: 'Registered on' },
    ],
  },
  {
    id: 'organizations',
    name: { zh: '市场主体登记', en: 'Registered organizations' },
    bureau: { zh: '市场监管', en: 'Market regulation' },
    kind: 'upward',
    basis: {
      zh: '《市场主体登记管理条例》第六条、《政务数据共享条例》第三十条',
      en: 'Regulations on the Registration of Market Entities, art. 6; Government Data Sharing Regulations, art. 30',
    },
    read: 'recalled',
    scenario: {
      zh: '更新街道法人台账，精准推送惠企政策',
      en: 'To update the register of organizations, and to tell firms of what is for them',
    },
    fields: [
      { name: 'creditCode', zh: '统一社会信用代码', en: 'Credit code' },
      { name: 'orgName', zh: '名称', en: 'Name' },
      { name: 'status', zh: '登记状态', en: 'Status' },
    ],
  },
  {
    id: 'homes',
    name: { zh: '不动产登记', en: 'Registered homes' },
    bureau: { zh: '自然资源和规划', en: 'Natural resources' },
    kind: 'upward',
    basis: {
      zh: '《不动产登记暂行条例》第二十五条',
      en: 'Interim Regulations on Real Estate Registration, art. 25',
    },
    read: 'recalled',
    scenario: {
      zh: '核对房屋台账和用途，用于安全隐患排查',
      en: 'To check homes and their use when hazards are looked for',
    },
    fields: [
      { name: 'realEstateUnitCode', zh: '不动产单元号', en: 'Real-estate unit code' },
      { name: 'use', zh: '用途', en: 'Use' },
      { name: 'area', zh: '面积', en: 'Area' },
    ],
  },
  {
    id: 'marriage',
    name: { zh: '婚姻登记', en: 'Marriages' },
    bureau: { zh: '民政', en: 'Civil affairs' },
    kind: 'upward',
    basis: { zh: '《社会救助暂行办法》第五十八条', en: 'Interim Measures for Social Assistance, art. 58' },
    read: 'recalled',
    scenario: {
      zh: '社会救助申请人家庭成员核对',
      en: 'To check the household of whoever applies for assistance',
    },
    fields: [...person, { name: 'marital', zh: '婚姻状况', en: 'Marital status' }],
  },
  {
    id: 'insurance',
    name: { zh: '社会保险参保', en: 'Social insurance' },
    bureau: { zh: '人力资源和社会保障', en: 'Human resources and social security' },
    kind: 'upward',
    basis: {
      zh: '《社会保险经办条例》第三十九条',
      en: 'Regulations on the Handling of Social Insurance, art. 39',
    },
    read: 'recalled',
    scenario: {
      zh: '失业、退休待遇主动提醒，查漏补缺',
      en: 'To remind people of unemployment and pension benefits',
    },
    fields: [...person, { name: 'insured', zh: '参保状态', en: 'Insured' }],
  },
  {
    id: 'disability',
    name: { zh: '残疾人证', en: 'Disability certificates' },
    bureau: { zh: '残联', en: "Disabled persons' federation" },
    kind: 'upward',
    basis: { zh: '《残疾人保障法》第四十八条', en: 'Law on the Protection of Disabled Persons, art. 48' },
    read: 'recalled',
    scenario: {
      zh: '两项补贴主动发现，应补尽补',
      en: 'To find who has a right to disability subsidies and does not get them',
    },
    fields: [...person, { name: 'disability', zh: '残疾类别等级', en: 'Disability' }],
  },
  {
    id: 'deaths',
    name: { zh: '死亡与殡葬', en: 'Deaths' },
    bureau: { zh: '民政', en: 'Civil affairs' },
    kind: 'return',
    basis: { zh: '《政务数据共享条例》第二十四条', en: 'Government Data Sharing Regulations, art. 24' },
    read: 'seen',
    scenario: {
      zh: '及时停发待遇、更新人口台账，避免打扰家属',
      en: 'To end benefits in time, update the register, and leave the family in peace',
    },
    fields: [...person, { name: 'diedOn', zh: '死亡日期', en: 'Died on' }],
  },
];

/** Articles that templates cite and nobody has held against their text, in the words of the basis. */
export const toCheck: readonly string[] = templates
  .filter(({ read }) => read === 'recalled')
  .flatMap(({ basis: { zh, en } }) => [zh, en]);

/** What the fields of upper levels are called; those of people by their grade first. */
export const wordsOfFields: ReadonlyMap<string, { readonly zh: string; readonly en: string }> = new Map(
  templates.flatMap(({ fields }) => fields.map(({ name, zh, en }) => [name, { zh, en }] as const)),
);
