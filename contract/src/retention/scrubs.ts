import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Instant, keysOf, Maybe, OneOf, Page, Paging, UnitId, Uuid } from '../shapes.ts';

/** What is looked for in free text; a person decides about each find. */
export const hitKinds = {
  idNumber: { zh: '证件号码', en: 'ID number' },
  phone: { zh: '电话', en: 'Phone' },
  plate: { zh: '车牌', en: 'Number plate' },
  bankCard: { zh: '银行卡号', en: 'Bank card' },
  email: { zh: '电子邮箱', en: 'E-mail' },
  name: { zh: '姓名', en: 'Name' },
} as const;
export type HitKind = keyof typeof hitKinds;
const HitKindName = OneOf(keysOf(hitKinds));

/** Where in the text, from one character to before another (UTF-16). */
export const Hit = Shape({
  kind: HitKindName,
  from: Type.Integer({ minimum: 0 }),
  to: Type.Integer({ minimum: 1 }),
});
export type Hit = Static<typeof Hit>;

/** A passage in which something was found; its words are shown only to whoever opens it, on record. */
export const ScrubView = Shape({
  id: Uuid,
  /** The case it belongs to, by its number. */
  subject: Uuid,
  no: Type.String(),
  unit: Maybe(UnitId),
  /** Where it stands, such as report.text or activity.facts/note. */
  place: Type.String(),
  found: Type.Array(Shape({ kind: HitKindName, count: Type.Integer() })),
  foundAt: Instant,
  state: OneOf(['open', 'done']),
  masked: Type.Integer(),
  kept: Type.Integer(),
  decidedAt: Maybe(Instant),
});
export type ScrubView = Static<typeof ScrubView>;

const handlers = ['privacy', 'department', 'community', 'grid_worker'] as const;

export const listScrubs = route({
  id: 'retention.scrubs',
  method: 'GET',
  path: '/retention/scrubs',
  who: [...handlers, 'auditor'],
  says: {
    zh: '清洗队列：文字中疑似写有个人信息的地方，专员看全街道，承办单位看自己手上的；列表不显示原文。',
    en: 'Passages that seem to hold personal data: all for the privacy officer, their own for those who handle the case; the list shows none of the words.',
  },
  query: Shape({ ...Paging, done: Type.Optional(Type.Boolean()) }),
  reply: Page(ScrubView),
});

export const openPassage = route({
  id: 'retention.passage',
  method: 'POST',
  path: '/retention/scrubs/:id/look',
  who: handlers,
  reads: 'personal',
  secret: true,
  says: {
    zh: '打开一处原文，查看找到的内容；查看本身留痕。',
    en: 'Open a passage with what was found in it; the look is recorded.',
  },
  params: ById,
  reply: Shape({ id: Uuid, text: Type.String(), hits: Type.Array(Hit) }),
});

export const decideScrub = route({
  id: 'retention.decideScrub',
  method: 'POST',
  path: '/retention/scrubs/:id/decision',
  who: handlers,
  says: {
    zh: '逐处确认遮盖或保留；遮盖后原文、检索和经过中同样的内容都换成 ■，不能恢复。',
    en: 'Mask or keep each find; what is masked becomes ■ in the text, in the search and in the history of the case, for good.',
  },
  params: ById,
  body: Shape({
    /** The finds to mask; the others are kept. */
    mask: Type.Array(Hit, { maxItems: 100 }),
    keep: Type.Array(Hit, { maxItems: 100 }),
  }),
  reply: ScrubView,
});
