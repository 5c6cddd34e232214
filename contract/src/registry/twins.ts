import Type, { type Static } from 'typebox';
import { PurposeName } from '../audit.ts';
import { route, Shape } from '../route.ts';
import { Day, Instant, keysOf, Maybe, OneOf, Page, Paging, Uuid } from '../shapes.ts';
import { PersonFieldName, PersonSummary } from './people.ts';
import { keepers } from './people-words.ts';

export const twinStates = {
  open: { zh: '待判断', en: 'To be judged' },
  apart: { zh: '不是同一人', en: 'Not the same' },
  merged: { zh: '已合并', en: 'Merged' },
} as const;
export type TwinState = keyof typeof twinStates;
const TwinStateName = OneOf(keysOf(twinStates));

export const twinReasonWords = {
  same_id: { zh: '证件号码相同', en: 'same number' },
  same_name: { zh: '姓名相同', en: 'same name' },
  alike_name: { zh: '姓名相近', en: 'alike name' },
  same_birth_date: { zh: '出生日期相同', en: 'same birth date' },
  same_phone: { zh: '电话相同', en: 'same phone' },
  same_home: { zh: '住址相同', en: 'same home' },
  same_building: { zh: '同一楼栋', en: 'same building' },
  other_sex: { zh: '性别不同', en: 'other sex' },
  other_id: { zh: '证件号码不同', en: 'other number' },
} as const;
export type TwinReasonName = keyof typeof twinReasonWords;

export const TwinView = Shape({
  one: Uuid,
  other: Uuid,
  score: Type.Number(),
  reasons: Type.Array(OneOf(keysOf(twinReasonWords))),
  state: TwinStateName,
  foundAt: Instant,
  decidedAt: Maybe(Instant),
});
export type TwinView = Static<typeof TwinView>;

export const findTwins = route({
  id: 'registry.findTwins',
  method: 'POST',
  path: '/registry/twins/search',
  who: keepers,
  says: {
    zh: '查找疑似重复的人：同名同生日，再比电话、住址；只提出，不合并。',
    en: 'Look for rows that may be one person: same name and birth date, then phone and address; only proposed, never merged.',
  },
  reply: Shape({ found: Type.Integer() }),
});

export const listTwins = route({
  id: 'registry.twins',
  method: 'GET',
  path: '/registry/twins',
  who: keepers,
  says: { zh: '疑似重复名单，把握大的在前。', en: 'Rows that may be one person, the likeliest first.' },
  query: Shape({ ...Paging, state: Type.Optional(TwinStateName) }),
  reply: Page(TwinView),
});

const Pair = Shape({ one: Uuid, other: Uuid });

export const viewTwins = route({
  id: 'registry.viewTwins',
  method: 'POST',
  path: '/registry/twins/:one/:other/view',
  who: keepers,
  reads: 'personal',
  secret: true,
  says: {
    zh: '对照疑似重复的两条登记（均脱敏）；留查看记录。',
    en: 'Both rows side by side, masked; recorded.',
  },
  params: Pair,
  body: Shape({ purpose: PurposeName }),
  reply: Shape({
    ...TwinView.properties,
    sides: Type.Array(
      Shape({
        ...PersonSummary.properties,
        idNumber: Maybe(Type.String()),
        source: Type.String(),
        asOf: Day,
      }),
      { minItems: 2, maxItems: 2 },
    ),
    differ: Type.Array(PersonFieldName),
  }),
});
export type TwinDetail = Static<typeof viewTwins.reply>;

export const decideTwins = route({
  id: 'registry.decideTwins',
  method: 'POST',
  path: '/registry/twins/:one/:other/decision',
  who: keepers,
  says: {
    zh: '判断疑似重复：合并（保留一条，可撤销）或确认不是同一人。',
    en: 'Decide: merge (one stays, it can be undone) or keep apart.',
  },
  params: Pair,
  body: Shape({ keep: Maybe(Uuid) }),
  reply: TwinView,
});

export const undoMergeOfTwins = route({
  id: 'registry.undoMerge',
  method: 'POST',
  path: '/registry/twins/:one/:other/undoing',
  who: keepers,
  says: { zh: '撤销合并，两条登记恢复原状。', en: 'Undo a merge; both rows are as before.' },
  params: Pair,
  reply: TwinView,
});
