import Type, { type Static } from 'typebox';
import { PurposeName } from '../audit.ts';
import { PersonFieldName, personFields, type PersonField } from './people.ts';
import { CorrectionAboutName, CorrectionFieldName } from './correction-fields.ts';
import { HomeRoleName } from './home-people.ts';
import { route, Shape } from '../route.ts';
import { Bilingual, ById, Day, Instant, keysOf, Maybe, OneOf, Page, Paging, Text, Uuid } from '../shapes.ts';
import { readers, takers } from './people-words.ts';

export const correctionStates = {
  open: { zh: '待核实', en: 'To be verified' },
  accepted: { zh: '已更正', en: 'Corrected' },
  partly: { zh: '部分更正', en: 'Partly corrected' },
  refused: { zh: '未更正', en: 'Not corrected' },
} as const;
export type CorrectionState = keyof typeof correctionStates;
export const CorrectionStateName = OneOf(keysOf(correctionStates));

/** 政务数据共享条例（国务院令第 809 号）第二十六条: verify, correct and reply within ten work days. */
export const CORRECTION_WORK_DAYS = 10;

const Wish = Shape({ field: PersonFieldName, value: Text(0, 120) });
const Wishes = Type.Array(Wish, { minItems: 1, maxItems: 9 });

export const CorrectionView = Shape({
  id: Uuid,
  about: CorrectionAboutName,
  subject: Uuid,
  fields: Type.Array(CorrectionFieldName),
  state: CorrectionStateName,
  byResident: Type.Boolean(),
  /** Asked by whoever reads this, who is not to decide it. */
  mine: Type.Boolean(),
  askedAt: Instant,
  dueAt: Instant,
  late: Type.Boolean(),
  decidedAt: Maybe(Instant),
  accepted: Type.Array(CorrectionFieldName),
  reply: Maybe(Type.String()),
});
export type CorrectionView = Static<typeof CorrectionView>;

export const askCorrection = route({
  id: 'registry.askCorrection',
  method: 'POST',
  path: '/me/registry/corrections',
  who: 'resident',
  says: {
    zh: '本人申请更正自己的登记信息：十个工作日内核实、更正并答复。',
    en: 'Ask to correct what the registry says of oneself: verified, corrected and answered within ten work days.',
  },
  body: Shape({ wishes: Wishes, words: Type.Optional(Text(0, 500)) }),
  reply: CorrectionView,
});

export const askCorrectionFor = route({
  id: 'registry.askCorrectionFor',
  method: 'POST',
  path: '/registry/people/:id/corrections',
  who: takers,
  says: {
    zh: '工作人员代为提出更正（入户、窗口）；由另一人核实决定。',
    en: 'Staff ask for a correction on somebody’s behalf; another person decides.',
  },
  params: ById,
  body: Shape({ wishes: Wishes, words: Type.Optional(Text(0, 500)) }),
  reply: CorrectionView,
});

export const listCorrections = route({
  id: 'registry.corrections',
  method: 'GET',
  path: '/registry/corrections',
  who: readers,
  says: {
    zh: '岗位范围内的校核工单，快到期的在前。',
    en: 'Corrections within the reach of the post, those due first on top.',
  },
  query: Shape({ ...Paging, state: Type.Optional(CorrectionStateName), subject: Type.Optional(Uuid) }),
  reply: Page(CorrectionView),
});

export const countCorrections = route({
  id: 'registry.correctionsWaiting',
  method: 'GET',
  path: '/registry/corrections/waiting',
  who: ['steward', 'community'],
  says: {
    zh: '岗位范围内等待核实的校核工单有多少，不计自己提出的。',
    en: 'How many corrections within the reach of the post wait to be verified, one’s own not counted.',
  },
  reply: Shape({ corrections: Type.Integer() }),
});

export const viewCorrection = route({
  id: 'registry.viewCorrection',
  method: 'POST',
  path: '/registry/corrections/:id/view',
  who: ['steward', 'community'],
  reads: 'personal',
  secret: true,
  says: {
    zh: '核实一件校核：逐项对照现有值与申请值；留查看记录。',
    en: 'See a correction with what is written and what is asked, field by field; recorded.',
  },
  params: ById,
  body: Shape({ purpose: PurposeName }),
  reply: Shape({
    ...CorrectionView.properties,
    words: Maybe(Type.String()),
    wishes: Type.Array(
      Shape({ field: CorrectionFieldName, now: Maybe(Type.String()), asked: Type.String() }),
    ),
  }),
});
export type CorrectionDetail = Static<typeof viewCorrection.reply>;

export const decideCorrection = route({
  id: 'registry.decideCorrection',
  method: 'POST',
  path: '/registry/corrections/:id/decision',
  who: ['steward', 'community'],
  says: {
    zh: '决定一件校核：采纳哪几项、答复什么；采纳的项目记明来源与核实单位，答复告知申请人。',
    en: 'Decide a correction: which fields hold, and the answer; what holds is written with its source and who vouches, and the requester is told.',
  },
  params: ById,
  body: Shape({
    accept: Type.Array(CorrectionFieldName, { maxItems: 9, uniqueItems: true }),
    reply: Text(4, 500),
  }),
  reply: CorrectionView,
});

export const MyRegistry = Shape({
  known: Type.Boolean(),
  fields: Type.Array(
    Shape({
      field: PersonFieldName,
      value: Maybe(Type.String()),
      source: Type.String(),
      asOf: Day,
      unit: Maybe(Bilingual),
    }),
  ),
  /** What I have to do with homes, beside living in one. */
  homes: Type.Array(
    Shape({
      address: Type.String(),
      role: HomeRoleName,
      from: Maybe(Day),
      until: Maybe(Day),
      source: Type.String(),
      asOf: Day,
      unit: Maybe(Bilingual),
    }),
  ),
  corrections: Type.Array(CorrectionView),
});
export type MyRegistry = Static<typeof MyRegistry>;

export const myRegistry = route({
  id: 'registry.mine',
  method: 'GET',
  path: '/me/registry',
  who: 'resident',
  says: {
    zh: '我的资料：街道登记了我的哪些信息，来自哪里、哪一天，以及我的更正申请。',
    en: 'What the street has written down about me, from where and of which day, and my corrections.',
  },
  reply: MyRegistry,
});

export const proveRealName = route({
  id: 'registry.proveRealName',
  method: 'POST',
  path: '/me/real-name',
  who: 'resident',
  secret: true,
  says: {
    zh: '实名核验：提交姓名与证件号码，与登记比对，不采集人脸；不一致与未登记的答复相同。',
    en: 'Prove a real name by name and number against the registry, without a face; the answer is the same whether wrong or unknown.',
  },
  body: Shape({ name: Text(1, 60), idNumber: Text(4, 30) }),
  reply: Shape({ level: Type.Integer() }),
});

export const proveAtWindow = route({
  id: 'registry.proveAtWindow',
  method: 'POST',
  path: '/registry/real-names',
  who: ['intake', 'community', 'steward'],
  stepUp: true,
  secret: true,
  says: {
    zh: '窗口实名核验：工作人员看过证件后，为用该手机号登录的居民办理；没有手机的，按代办授权中的居民账号办理。本人收到告知。',
    en: 'Prove a real name at the window: staff have seen the paper, for the resident who signs in with this phone or, without a phone, for the account of a mandate. The resident is told.',
  },
  body: Shape({
    phone: Type.Optional(Text(3, 30)),
    account: Type.Optional(Uuid),
    name: Text(1, 60),
    idNumber: Text(4, 30),
  }),
  reply: Shape({ level: Type.Integer() }),
});

export const correctable = keysOf(personFields) satisfies PersonField[];
