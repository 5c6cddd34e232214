import type { Template } from '@fengqiao/contract/catalogue/requests.ts';

const person = [
  { name: 'name', zh: '姓名', en: 'Name' },
  { name: 'idNumber', zh: '身份证号', en: 'ID number' },
];

/** What a street usually lacks, who holds it, and the article to cite; the words are a start, the unit completes them. */
export const templates: readonly Template[] = [
  {
    id: 'population',
    name: { zh: '户籍与居住登记人口', en: 'Registered and resident population' },
    bureau: { zh: '公安', en: 'Public security' },
    basis: '《居住证暂行条例》第三条、《政务数据共享条例》第三十条',
    scenario: '核对街道实有人口台账，减少重复上门登记',
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
    basis: '《市场主体登记管理条例》第六条、《政务数据共享条例》第三十条',
    scenario: '更新街道法人台账，精准推送惠企政策',
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
    basis: '《不动产登记暂行条例》第二十五条',
    scenario: '核对房屋台账和用途，用于安全隐患排查',
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
    basis: '《社会救助暂行办法》第五十八条',
    scenario: '社会救助申请人家庭成员核对',
    fields: [...person, { name: 'marital', zh: '婚姻状况', en: 'Marital status' }],
  },
  {
    id: 'insurance',
    name: { zh: '社会保险参保', en: 'Social insurance' },
    bureau: { zh: '人力资源和社会保障', en: 'Human resources and social security' },
    basis: '《社会保险经办条例》第三十九条',
    scenario: '失业、退休待遇主动提醒，查漏补缺',
    fields: [...person, { name: 'insured', zh: '参保状态', en: 'Insured' }],
  },
  {
    id: 'disability',
    name: { zh: '残疾人证', en: 'Disability certificates' },
    bureau: { zh: '残联', en: "Disabled persons' federation" },
    basis: '《残疾人保障法》第四十八条',
    scenario: '两项补贴主动发现，应补尽补',
    fields: [...person, { name: 'disability', zh: '残疾类别等级', en: 'Disability' }],
  },
  {
    id: 'deaths',
    name: { zh: '死亡与殡葬', en: 'Deaths' },
    bureau: { zh: '民政', en: 'Civil affairs' },
    basis: '《政务数据共享条例》第二十四条',
    scenario: '及时停发待遇、更新人口台账，避免打扰家属',
    fields: [...person, { name: 'diedOn', zh: '死亡日期', en: 'Died on' }],
  },
];
