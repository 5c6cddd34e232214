import Type, { type Static } from 'typebox';
import { purposes, type Purpose } from './purposes.ts';
import { roleNames } from './roles.ts';
import { gradedFields, GradedFieldName, type GradedField } from './grades.ts';
import { route, Shape } from './route.ts';
import { Bilingual, Instant, keysOf, Maybe, OneOf, Page, Paging, UnitId, Uuid } from './shapes.ts';

export const PurposeName = OneOf(keysOf(purposes));

/** Which personal facts were shown. */
export const personalFields = gradedFields;
export type PersonalField = GradedField;
export const PersonalFieldName = GradedFieldName;

/** In which capacity somebody looked. */
export const capacities = {
  post: { zh: '岗位职责', en: 'As their post allows' },
  case: { zh: '参与办理工单', en: 'Taking part in a case' },
  emergency: { zh: '应急查看', en: 'Break-glass in an emergency' },
  mandate: { zh: '受托代办', en: 'On behalf of somebody' },
  guardian: { zh: '监护人', en: 'As a guardian' },
  key: { zh: '其他系统', en: 'Another system' },
  system: { zh: '系统自动', en: 'The system by itself' },
} as const;
export type Capacity = keyof typeof capacities;
export const CapacityName = OneOf(keysOf(capacities));

/** What marks a look; each is one bit of its record. */
export const accessFlags = {
  break_glass: { bit: 0, zh: '应急查看', en: 'Break-glass' },
  export: { bit: 1, zh: '导出', en: 'Export' },
  api: { bit: 2, zh: '接口', en: 'Interface' },
  share: { bit: 3, zh: '共享', en: 'Sharing' },
  list: { bit: 4, zh: '列表', en: 'List' },
  orphan: { bit: 5, zh: '无事由', en: 'No matter around it' },
  canary: { bit: 6, zh: '诱饵', en: 'Canary' },
  over: { bit: 7, zh: '超过提醒额度', en: 'Over the soft limit' },
  masked: { bit: 8, zh: '脱敏', en: 'Masked' },
  sensitive: { bit: 9, zh: '敏感事项', en: 'Sensitive matter' },
  /** Facts of special care: lists of looks tell neither whom it was about nor the reason. */
  special: { bit: 10, zh: '特定身份', en: 'Special care' },
  /** A search that found nobody: its subject is a pseudonym of what was sought. */
  missed: { bit: 11, zh: '查无此人', en: 'Found nobody' },
} as const;
export type AccessFlag = keyof typeof accessFlags;
export const AccessFlagName = OneOf(keysOf(accessFlags));

/** What a look can be at; a record says it by its word alone, or with the id of the one thing behind a colon. */
export const accessObjects = {
  case: { zh: '工单', en: 'Case' },
  report: { zh: '本人反映', en: 'A report' },
  reports: { zh: '本人反映', en: 'Reports' },
  contact: { zh: '诉求人联系方式', en: 'How to reach a reporter' },
  account: { zh: '居民账号', en: 'Resident account' },
  ticket: { zh: '居民疑问', en: 'A doubt' },
  tickets: { zh: '居民疑问', en: 'Doubts' },
  person: { zh: '人口登记', en: 'Person of the register' },
  'registry.person': { zh: '人口登记查询', en: 'Search of the register' },
  'registry.twin': { zh: '疑似重复登记', en: 'Possible duplicates' },
  'registry.import': { zh: '数据导入', en: 'Import of data' },
  home: { zh: '房屋登记', en: 'Home' },
  organization: { zh: '单位登记', en: 'Organization' },
  correction: { zh: '校核工单', en: 'Correction' },
  care: { zh: '关爱记录', en: 'Special-care record' },
  'care.list': { zh: '关爱记录列表', en: 'List of special care' },
  'rounds.visit': { zh: '走访记录', en: 'Visits' },
  export: { zh: '导出文件', en: 'Exported file' },
  scrub: { zh: '清洗段落', en: 'Passage to scrub' },
  share: { zh: '共享数据', en: 'Shared data' },
  key: { zh: '外部门户', en: 'Outside portal' },
} as const;
type ObjectName = keyof typeof accessObjects;
export type AccessObject = ObjectName | `${ObjectName}:${string}`;

const RoleName = OneOf(roleNames);

/**
 * What makes a look part of a sensitive service: its purpose or one of its facts, beside the mark `sensitive`. From their
 * 14th birthday on such looks are the child's own business, which guardians do not read.
 */
export const sensitiveServices = {
  purposes: ['care'],
  fields: ['health', 'disability', 'hardship', 'care'],
} as const satisfies { purposes: Purpose[]; fields: GradedField[] };

/** A doubt about a look, as far as it has come. */
export const doubtStates = {
  open: { zh: '已收到', en: 'Received' },
  acknowledged: { zh: '正在核查', en: 'Being looked into' },
  upheld: { zh: '您说得对：这次查看不当', en: 'You were right: the look was not proper' },
  explained: { zh: '已说明原因', en: 'Explained' },
  proper: { zh: '查看正当', en: 'The look was proper' },
} as const;
export type DoubtState = keyof typeof doubtStates;
export const DoubtStateName = OneOf(keysOf(doubtStates));

/**
 * One look at my data, or the looks of one month in lists: when, which unit and role, why, which facts. The official's
 * name only where a doubt was upheld.
 */
export const MyAccess = Shape({
  id: Uuid,
  at: Instant,
  role: Maybe(RoleName),
  unit: Maybe(UnitId),
  purpose: PurposeName,
  why: Bilingual,
  fields: Type.Array(PersonalFieldName),
  capacity: CapacityName,
  flags: Type.Array(AccessFlagName),
  /** How many times in this month; 1 for a look at me alone. */
  times: Type.Integer(),
  name: Maybe(Type.String()),
  doubt: Maybe(DoubtStateName),
});
export type MyAccess = Static<typeof MyAccess>;

export const myAccesses = route({
  id: 'audit.mine',
  method: 'GET',
  path: '/me/accesses',
  who: 'resident',
  says: {
    zh: '谁看过我的个人信息：时间、单位、岗位、目的、内容；列表中的查看按月合计。',
    en: 'Who looked at my data: when, which unit and role, why, what; lists are summed per month.',
  },
  query: Shape({ ...Paging, after: Type.Optional(Uuid) }),
  reply: Page(MyAccess),
});

export const AccessView = Shape({
  id: Uuid,
  at: Instant,
  account: Maybe(Uuid),
  name: Maybe(Type.String()),
  role: Maybe(RoleName),
  unit: Maybe(UnitId),
  action: Type.String(),
  object: Type.String(),
  subjects: Type.Array(Uuid),
  fields: Type.Array(PersonalFieldName),
  purpose: PurposeName,
  capacity: CapacityName,
  reason: Maybe(Type.String()),
  flags: Type.Array(AccessFlagName),
  review: Maybe(OneOf(['proper', 'improper'])),
});
export type AccessView = Static<typeof AccessView>;

/** By what looks are found; the span is at most 92 days. */
export const accessFilters = {
  from: Instant,
  to: Instant,
  account: Type.Optional(Uuid),
  subject: Type.Optional(Uuid),
  unit: Type.Optional(UnitId),
  role: Type.Optional(RoleName),
  purpose: Type.Optional(PurposeName),
  flag: Type.Optional(AccessFlagName),
  /** Those that stand out and that nobody has looked into yet. */
  desk: Type.Optional(OneOf(['open'])),
};

export const listAccesses = route({
  id: 'audit.accesses',
  method: 'GET',
  path: '/accesses',
  who: ['supervisor', 'leader', 'district', 'privacy', 'auditor'],
  says: {
    zh: '个人信息查看记录，供监督检查；时间范围最长 92 天。',
    en: 'Records of personal data viewed, for inspection; at most 92 days at a time.',
  },
  query: Shape({ ...Paging, after: Type.Optional(Uuid), ...accessFilters }),
  reply: Page(AccessView),
});
