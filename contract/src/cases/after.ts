import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Instant, Maybe, Page, Paging, Text, UnitId, Uuid } from '../shapes.ts';
import { ReopeningView } from './beside.ts';
import { CheckMethodName } from './names.ts';
import { CaseLine, CaseState, EvidenceList } from './views.ts';

export const decideReopening = route({
  id: 'cases.decideReopening',
  method: 'POST',
  path: '/reopenings/:id/decision',
  who: ['dispatcher', 'supervisor', 'leader'],
  says: { zh: '答复重办申请或异议。', en: 'Answer a request to reopen or an objection.' },
  params: ById,
  body: Shape({ granted: Type.Boolean(), reason: Text(5, 500) }),
  reply: ReopeningView,
});

export const listReopenings = route({
  id: 'cases.reopenings',
  method: 'GET',
  path: '/reopenings',
  who: 'staff',
  says: { zh: '重办申请与异议。', en: 'Requests to reopen and objections.' },
  query: Shape({ ...Paging, open: Type.Optional(Type.Boolean()) }),
  reply: Page(
    Shape({ ...ReopeningView.properties, no: Type.String(), title: Type.String(), lead: Maybe(UnitId) }),
  ),
});

export const drawChecks = route({
  id: 'cases.drawChecks',
  method: 'POST',
  path: '/checks/draw',
  who: ['checker', 'supervisor', 'district'],
  says: { zh: '由系统从已结案中随机抽查。', en: 'Let the system draw closed cases for a sample check.' },
  body: Shape({ count: Type.Integer({ minimum: 1, maximum: 100 }) }),
  reply: Shape({ drawn: Type.Integer() }),
});

export const listChecks = route({
  id: 'cases.checks',
  method: 'GET',
  path: '/checks',
  who: ['checker', 'supervisor', 'district'],
  says: { zh: '抽查任务。', en: 'Sample checks to do.' },
  query: Shape(Paging),
  reply: Page(Shape({ check: Uuid, drawnAt: Instant, ...CaseLine.properties })),
});

export const doSampleCheck = route({
  id: 'cases.doSampleCheck',
  method: 'POST',
  path: '/checks/:id/result',
  who: ['checker', 'supervisor', 'district'],
  says: { zh: '抽查结果；不合格即重办。', en: 'Result of a sample check; a failure reopens the case.' },
  params: ById,
  body: Shape({
    method: CheckMethodName,
    passed: Type.Boolean(),
    note: Text(2, 500),
    evidence: Type.Optional(EvidenceList),
  }),
  reply: CaseState,
});
