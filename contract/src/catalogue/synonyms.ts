import { importColumns } from '../registry/columns.ts';

/** Letters and signs by which two names of one field may differ. */
const plain = (name: string): string => name.toLowerCase().replace(/[\s_\-·*＊:：()（）、，,/]/g, '');

/** Facts that come in no table of the registry, or go by more names than tables have. */
const more: Readonly<Record<string, readonly string[]>> = {
  证件号码: ['idNumber', '公民身份证号码', '居民身份证号'],
  联系电话: ['phone', '移动电话', '联系手机', '电话号码', 'telephone', 'mobile'],
  出生日期: ['birthDate', '出生年月'],
  工作单位: ['就业单位'],
  与户主关系: ['家庭成员关系'],
  居住地址: ['现住地址', '常住地址', '家庭地址', 'home address'],
  户籍地址: ['户籍地', '户籍所在地', '户口所在地', 'registered address'],
  婚姻状况: ['婚姻', '婚姻登记情况', 'marital', 'marital status'],
  残疾类别等级: ['残疾类别', '残疾等级', '残疾人证号', 'disability'],
  参保状态: ['社保状态', '参保情况', 'insured'],
  死亡日期: ['diedOn', '去世日期', 'died on'],
  统一社会信用代码: ['creditCode', '社会信用代码证号'],
  不动产单元代码: ['realEstateUnitCode', '不动产权证号', 'real-estate unit code'],
};

/** Papers that residents and firms are asked to bring, by the fact that stands on them. */
const papers: Readonly<Record<string, string>> = {
  身份证: '证件号码',
  户口簿: '与户主关系',
  户口本: '与户主关系',
  结婚证: '婚姻状况',
  离婚证: '婚姻状况',
  婚姻登记: '婚姻状况',
  残疾人证: '残疾类别等级',
  参保证明: '参保状态',
  社保证明: '参保状态',
  死亡证明: '死亡日期',
  营业执照: '统一社会信用代码',
  不动产权证: '不动产单元代码',
  房产证: '不动产单元代码',
};

const factByName = namesOfFacts();

/** Every name by the fact it names; one that names two facts, such as 地址, names none by itself. */
function namesOfFacts(): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  const unclear = new Set<string>();
  const add = (name: string, fact: string) => {
    const key = plain(name);
    const known = facts.get(key);
    if (known !== undefined && known !== fact) unclear.add(key);
    facts.set(key, fact);
  };
  for (const columns of Object.values(importColumns))
    for (const { zh, en, called } of Object.values(columns))
      for (const name of [zh, en, ...called]) add(name, zh);
  for (const [fact, names] of Object.entries(more)) for (const name of [fact, ...names]) add(name, fact);
  for (const name of unclear) facts.delete(name);
  return facts;
}

/** What a field, a column or a paper tells, so that 手机号 and 联系电话 are one; a name nobody knows tells itself. */
export function factNamed(name: string): string {
  const key = plain(name);
  const known = factByName.get(key);
  if (known !== undefined) return known;
  const paper = Object.keys(papers).find((word) => name.includes(word));
  return paper === undefined ? key : (papers[paper] ?? key);
}
