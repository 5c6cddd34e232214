import Type, { type Static } from 'typebox';
import { purposes } from './purposes.ts';
import { roleNames } from './roles.ts';
import { gradedFields, GradedFieldName, type GradedField } from './grades.ts';
import { route, Shape } from './route.ts';
import { Instant, keysOf, Maybe, OneOf, Page, Paging, UnitId, Uuid } from './shapes.ts';

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
} as const;
export type AccessFlag = keyof typeof accessFlags;
export const AccessFlagName = OneOf(keysOf(accessFlags));

const RoleName = OneOf(roleNames);

/** One look at my data: when, which unit and role, why, which facts; never the official's name. */
export const MyAccess = Shape({
  id: Uuid,
  at: Instant,
  role: Maybe(RoleName),
  unit: Maybe(UnitId),
  purpose: PurposeName,
  fields: Type.Array(PersonalFieldName),
});
export type MyAccess = Static<typeof MyAccess>;

export const myAccesses = route({
  id: 'audit.mine',
  method: 'GET',
  path: '/me/accesses',
  who: 'resident',
  says: {
    zh: '谁看过我的个人信息：时间、单位、岗位、目的、内容。',
    en: 'Who looked at my data: when, which unit and role, why, what.',
  },
  query: Shape({ ...Paging, after: Type.Optional(Uuid) }),
  reply: Page(MyAccess),
});

export const AccessView = Shape({
  id: Uuid,
  at: Instant,
  account: Maybe(Uuid),
  role: Maybe(RoleName),
  unit: Maybe(UnitId),
  action: Type.String(),
  object: Type.String(),
  subjects: Type.Array(Uuid),
  fields: Type.Array(PersonalFieldName),
  purpose: PurposeName,
});
export type AccessView = Static<typeof AccessView>;

export const listAccesses = route({
  id: 'audit.accesses',
  method: 'GET',
  path: '/accesses',
  who: ['supervisor', 'leader', 'district'],
  says: {
    zh: '个人信息查看记录，供监督检查；时间范围最长 92 天。',
    en: 'Records of personal data viewed, for inspection; at most 92 days at a time.',
  },
  query: Shape({
    ...Paging,
    after: Type.Optional(Uuid),
    from: Instant,
    to: Instant,
    account: Type.Optional(Uuid),
    subject: Type.Optional(Uuid),
  }),
  reply: Page(AccessView),
});
