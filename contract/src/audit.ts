import Type, { type Static } from 'typebox';
import { roleNames } from './roles.ts';
import { route, Shape } from './route.ts';
import { Instant, keysOf, Maybe, OneOf, Page, Paging, UnitId, Uuid } from './shapes.ts';

/** Why personal data may be looked at; the plain words are what the person concerned reads. */
export const purposes = {
  handle: { zh: '为办理您的诉求', en: 'To handle what you reported' },
  verify: { zh: '为核实您反映的情况', en: 'To verify what you reported' },
  callback: { zh: '为回访您是否满意', en: 'To ask whether you are satisfied' },
  deliver: { zh: '为把通知送达给您', en: 'To deliver a message to you' },
  correct: { zh: '为更正您的资料', en: 'To correct your details' },
  inspect: { zh: '为检查工作是否合规', en: 'To inspect whether the work was proper' },
  legal: { zh: '依法律法规要求', en: 'Because the law requires it' },
} as const;
export type Purpose = keyof typeof purposes;
export const PurposeName = OneOf(keysOf(purposes));

/** Which personal facts were shown. */
export const personalFields = {
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  email: { zh: '电子邮箱', en: 'E-mail' },
  address: { zh: '住址', en: 'Home address' },
  report: { zh: '诉求内容', en: 'What was reported' },
  photo: { zh: '照片', en: 'Photo' },
} as const;
export type PersonalField = keyof typeof personalFields;
export const PersonalFieldName = OneOf(keysOf(personalFields));

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
