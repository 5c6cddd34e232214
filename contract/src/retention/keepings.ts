import type { Both } from '../both.ts';
import type { GradedField } from '../grades.ts';
import { keysOf, OneOf } from '../shapes.ts';
import { auditKeepings } from './keepings-audit.ts';
import { catalogueKeepings } from './keepings-catalogue.ts';
import { roundsKeepings } from './keepings-rounds.ts';

export const termUnits = {
  day: { zh: '天', en: 'days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
} as const;
export type TermUnit = keyof typeof termUnits;
export const TermUnitName = OneOf(keysOf(termUnits));

/** What becomes of something when its term is over. */
export const fates = {
  delete: { zh: '删除', en: 'Deleted' },
  anonymise: { zh: '去除身份', en: 'Made anonymous' },
  archive: { zh: '移交存档', en: 'Handed to the archive' },
} as const;
export type Fate = keyof typeof fates;

/** How the end of a term is acted upon. */
export const wayNames = {
  approved: { zh: '先清点，批准后执行', en: 'Counted first, done once approved' },
  itself: { zh: '到期自动清除', en: 'Goes by itself' },
  hand: { zh: '逐件办理', en: 'Decided one by one' },
} as const;
export type Way = keyof typeof wayNames;

export type Term = { readonly value: number; readonly unit: TermUnit };

type Rules = {
  readonly words: Both;
  /** What the term counts from. */
  readonly from: Both;
  readonly term: Term;
  /** The law forbids a shorter one. */
  readonly least: Term;
  readonly fate: Fate;
  readonly way: Way;
  readonly basis: Both;
  readonly owner: Both;
  /** Which facts about people are in it. */
  readonly fields: readonly GradedField[];
};

const owners = {
  centre: { zh: '联动中心', en: 'Command centre' },
  steward: { zh: '数据管理员', en: 'Data steward' },
  privacy: { zh: '个人信息保护专员', en: 'Privacy officer' },
  operator: { zh: '运维人员', en: 'Operator' },
} as const;

const needed: Both = {
  zh: '个人信息保护法第十九条：保存期限为实现处理目的所必要的最短时间',
  en: 'Personal Information Protection Law art. 19: no longer than the purpose needs',
};
const limitation: Both = {
  zh: '个人信息保护法第十九条；民法典第一百八十八条：诉讼时效三年',
  en: 'Personal Information Protection Law art. 19; Civil Code art. 188: actions lapse after three years',
};
const archives: Both = {
  zh: '档案法；机关文件材料归档范围和文书档案保管期限规定：定期十年、三十年',
  en: 'Archives Law; rules on the terms of official files: ten or thirty years',
};
const records: Both = {
  zh: '个人信息保护法第五十六条、网络数据安全管理条例第十二条：处理记录至少保存三年',
  en: 'Personal Information Protection Law art. 56; Network Data Regulations art. 12: records for at least three years',
};
const archived: Both = { zh: '归档之日', en: 'the day of filing' };
const made: Both = { zh: '产生之时', en: 'when it was made' };

/** What is kept for how long: the first version of every street; a later one needs two people (个人信息保护法第十七条第一款第三项). */
export const keepings = {
  'cases.reporters': {
    words: { zh: '归档诉求的反映人（登录用户）', en: 'Reporters with an account, of filed cases' },
    from: archived,
    term: { value: 3, unit: 'year' },
    least: { value: 3, unit: 'year' },
    fate: 'anonymise',
    way: 'approved',
    basis: limitation,
    owner: owners.centre,
    fields: ['name', 'phone'],
  },
  'cases.contacts': {
    words: { zh: '归档诉求留下的联系方式（未登录）', en: 'Contacts left without an account, of filed cases' },
    from: archived,
    term: { value: 1, unit: 'year' },
    least: { value: 6, unit: 'month' },
    fate: 'anonymise',
    way: 'approved',
    basis: needed,
    owner: owners.centre,
    fields: ['name', 'phone', 'email'],
  },
  'cases.photos': {
    words: { zh: '归档诉求的照片和附件', en: 'Photos and attachments of filed cases' },
    from: archived,
    term: { value: 3, unit: 'year' },
    least: { value: 1, unit: 'year' },
    fate: 'delete',
    way: 'approved',
    basis: limitation,
    owner: owners.centre,
    fields: ['photo'],
  },
  'cases.imports': {
    words: { zh: '工单导入中问题行的原值', en: 'Cells of rows that a case import refused' },
    from: { zh: '导入结束之时', en: 'the end of the import' },
    term: { value: 90, unit: 'day' },
    least: { value: 7, unit: 'day' },
    fate: 'delete',
    way: 'approved',
    basis: needed,
    owner: owners.steward,
    fields: ['report'],
  },
  'cases.archive': {
    words: {
      zh: '诉求归档卷宗（封装、专用密钥）',
      en: 'Sealed packages of filed cases, with a key of their own',
    },
    from: archived,
    term: { value: 10, unit: 'year' },
    least: { value: 10, unit: 'year' },
    fate: 'archive',
    way: 'hand',
    basis: archives,
    owner: owners.centre,
    fields: ['report', 'photo'],
  },
  'registry.staged': {
    words: { zh: '校验后未应用的人口等导入及其密钥', en: 'Registry imports never applied, with their keys' },
    from: { zh: '上传之时', en: 'the upload' },
    term: { value: 30, unit: 'day' },
    least: { value: 7, unit: 'day' },
    fate: 'delete',
    way: 'approved',
    basis: needed,
    owner: owners.steward,
    fields: ['name', 'phone', 'idNumber', 'address'],
  },
  'registry.people': {
    words: { zh: '迁出、死亡人员的登记资料', en: 'Facts about people who moved away or died' },
    from: { zh: '迁出、死亡登记之日', en: 'the day it was noted' },
    term: { value: 5, unit: 'year' },
    least: { value: 1, unit: 'year' },
    fate: 'delete',
    way: 'approved',
    basis: needed,
    owner: owners.steward,
    fields: ['name', 'phone', 'idNumber', 'birthDate', 'address'],
  },
  ...roundsKeepings,
  'identity.sessions': {
    words: { zh: '登录记录与设备', en: 'Sign-ins and devices' },
    from: { zh: '退出或过期之时', en: 'the end of the session' },
    term: { value: 6, unit: 'month' },
    least: { value: 6, unit: 'month' },
    fate: 'delete',
    way: 'approved',
    basis: {
      zh: '网络安全法：网络日志留存不少于六个月',
      en: 'Cybersecurity Law: logs for at least six months',
    },
    owner: owners.operator,
    fields: ['name'],
  },
  'identity.mandates': {
    words: {
      zh: '已结束的代办授权、授权书照片和使用记录',
      en: 'Ended mandates, their signed forms and what was done by them',
    },
    from: { zh: '授权结束之时', en: 'the end of the mandate' },
    term: { value: 3, unit: 'year' },
    least: { value: 3, unit: 'year' },
    fate: 'delete',
    way: 'approved',
    basis: limitation,
    owner: owners.centre,
    fields: ['name', 'phone', 'photo'],
  },
  'identity.codes': {
    words: { zh: '验证码和登录尝试', en: 'Codes and tries to sign in' },
    from: made,
    term: { value: 1, unit: 'day' },
    least: { value: 1, unit: 'day' },
    fate: 'delete',
    way: 'itself',
    basis: needed,
    owner: owners.operator,
    fields: ['phone'],
  },
  'notices.messages': {
    words: { zh: '站内消息和短信文字', en: 'Messages and texts of SMS' },
    from: { zh: '发出之时', en: 'when it was sent' },
    term: { value: 1, unit: 'year' },
    least: { value: 6, unit: 'month' },
    fate: 'delete',
    way: 'approved',
    basis: needed,
    owner: owners.centre,
    fields: ['report'],
  },
  'platform.uploads': {
    words: { zh: '上传后未使用的照片和附件', en: 'Uploads that nothing refers to' },
    from: { zh: '上传之时', en: 'the upload' },
    term: { value: 1, unit: 'day' },
    least: { value: 1, unit: 'day' },
    fate: 'delete',
    way: 'itself',
    basis: needed,
    owner: owners.operator,
    fields: ['photo'],
  },
  'platform.answers': {
    words: { zh: '为防重复提交而封存的应答', en: 'Sealed answers kept against doing things twice' },
    from: made,
    term: { value: 7, unit: 'day' },
    least: { value: 7, unit: 'day' },
    fate: 'delete',
    way: 'itself',
    basis: needed,
    owner: owners.operator,
    fields: ['name', 'phone', 'report'],
  },
  ...auditKeepings,
  ...catalogueKeepings,
  'exports.files': {
    words: { zh: '导出名单的文件和内容', en: 'Files and contents of exported lists' },
    from: {
      zh: '文件生成之时（小时数可由 EXPORT_HOURS 缩短或延长）',
      en: 'when the file was made (EXPORT_HOURS sets the hours)',
    },
    term: { value: 3, unit: 'day' },
    least: { value: 1, unit: 'day' },
    fate: 'delete',
    way: 'itself',
    basis: needed,
    owner: owners.steward,
    fields: ['name', 'phone', 'idNumber', 'address'],
  },
  'care.records': {
    words: { zh: '已结束的特定身份服务记录', en: 'Ended records of special care' },
    from: { zh: '记录结束之时，有法定保全的除外', en: 'the end of the record, unless a legal hold stands' },
    term: { value: 90, unit: 'day' },
    least: { value: 90, unit: 'day' },
    fate: 'delete',
    way: 'itself',
    basis: {
      zh: '个人信息保护法第十九条、第二十八条：敏感个人信息只在必要的最短时间内保存',
      en: 'Personal Information Protection Law arts. 19, 28: sensitive facts no longer than is needed',
    },
    owner: owners.privacy,
    fields: ['care', 'name'],
  },
  'retention.ledger': {
    words: {
      zh: '删除申请、法定保全和删除台账（只有代号）',
      en: 'Requests to erase, legal holds and the ledger, by pseudonyms only',
    },
    from: made,
    term: { value: 3, unit: 'year' },
    least: { value: 3, unit: 'year' },
    fate: 'archive',
    way: 'hand',
    basis: records,
    owner: owners.privacy,
    fields: [],
  },
} as const satisfies Record<string, Rules>;

export type KeepingId = keyof typeof keepings;
export const KeepingName = OneOf(keysOf(keepings));
