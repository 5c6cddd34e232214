import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Text, UnitId } from '../shapes.ts';
import { ConsultationView } from './beside.ts';
import { CaseState } from './views.ts';
import { CoTask, version } from './given.ts';

export const dispatchCase = route({
  id: 'cases.dispatch',
  method: 'POST',
  path: '/cases/:id/dispatch',
  who: ['dispatcher'],
  says: {
    zh: '法定分拨：引用责任清单条目及版本；含协办任务。',
    en: 'Statutory dispatch, citing a row of the list; with joint tasks.',
  },
  params: ById,
  body: Shape({
    ...version,
    rowKey: Type.Optional(Type.String({ maxLength: 10 })),
    tasks: Type.Optional(Type.Array(CoTask, { maxItems: 12 })),
    note: Type.Optional(Text(0, 300)),
  }),
  reply: CaseState,
});

export const designate = route({
  id: 'cases.designate',
  method: 'POST',
  path: '/cases/:id/designation',
  who: ['leader'],
  says: {
    zh: '领导署名指定承办并说明理由（含仲裁裁定），计数并触发清单修订。',
    en: 'A named leader designates with a reason, also to settle arbitration; it counts and opens a revision.',
  },
  params: ById,
  body: Shape({
    ...version,
    lead: UnitId,
    reason: Text(5, 500),
    tasks: Type.Optional(Type.Array(CoTask, { maxItems: 12 })),
  }),
  reply: CaseState,
});

export const openConsultation = route({
  id: 'cases.openConsultation',
  method: 'POST',
  path: '/cases/:id/consultation',
  who: ['dispatcher'],
  says: {
    zh: '发起商定，4 个工作小时，沉默视为同意（留痕）。',
    en: 'Open a consultation of four working hours; silence is consent, and logged.',
  },
  params: ById,
  body: Shape({ ...version, lead: UnitId, co: Type.Array(UnitId, { maxItems: 12 }), question: Text(2, 500) }),
  reply: CaseState,
});

export const answerConsultation = route({
  id: 'cases.answerConsultation',
  method: 'POST',
  path: '/consultations/:id/opinions',
  who: ['department', 'community', 'grid_worker'],
  says: { zh: '商定表态。', en: 'Answer a consultation.' },
  params: ById,
  body: Shape({
    consents: Type.Boolean(),
    betterLead: Type.Optional(UnitId),
    clause: Type.Optional(Text(1, 200)),
    text: Type.Optional(Text(0, 500)),
  }),
  reply: ConsultationView,
});
