import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Instant, Maybe, Page, Paging, Text, UnitId, Uuid, Words } from '../shapes.ts';
import { AppealAboutName, AppealStateName } from './words.ts';

const workers = ['grid_worker', 'community', 'department'] as const;
const answerers = ['supervisor', 'leader'] as const;

export const AppealView = Shape({
  id: Uuid,
  about: AppealAboutName,
  /** The number of the case it is about. */
  caseNo: Maybe(Type.String()),
  text: Type.String(),
  by: Type.String(),
  unit: Maybe(UnitId),
  madeAt: Instant,
  state: AppealStateName,
  answer: Maybe(Type.String()),
  answeredAt: Maybe(Instant),
});
export type AppealView = Static<typeof AppealView>;

export const makeAppeal = route({
  id: 'rounds.makeAppeal',
  method: 'POST',
  path: '/appeals',
  who: workers,
  says: {
    zh: '对自己的工作记录提出申诉；由督办人员答复，不影响任何其他人。',
    en: 'Object to what is on record about one’s own work; answered by the supervisor.',
  },
  body: Shape({ about: AppealAboutName, caseNo: Type.Optional(Text(1, 40)), text: Words(5, 1000) }),
  reply: AppealView,
});

export const myAppeals = route({
  id: 'rounds.myAppeals',
  method: 'GET',
  path: '/appeals/mine',
  who: workers,
  says: { zh: '我的申诉与答复。', en: 'My objections and what was answered.' },
  reply: Shape({ items: Type.Array(AppealView) }),
});

export const listAppeals = route({
  id: 'rounds.appeals',
  method: 'GET',
  path: '/appeals',
  who: answerers,
  says: { zh: '工作人员的申诉，待答复的在前。', en: 'Objections of staff, those that wait first.' },
  query: Shape({ ...Paging, after: Type.Optional(Uuid) }),
  reply: Page(AppealView),
});

export const answerAppeal = route({
  id: 'rounds.answerAppeal',
  method: 'POST',
  path: '/appeals/:id/answer',
  who: answerers,
  says: {
    zh: '答复申诉：成立或说明理由；答复一次。',
    en: 'Answer an objection, once: it is right, or why it is not.',
  },
  params: ById,
  body: Shape({ upheld: Type.Boolean(), answer: Words(2, 1000) }),
  reply: AppealView,
});
