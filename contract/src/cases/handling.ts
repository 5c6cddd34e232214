import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Instant, Text, UnitId } from '../shapes.ts';
import { CheckMethodName, OutcomeName } from './names.ts';
import { CaseState, EvidenceList, TaskView } from './views.ts';
import { CoTask, version } from './given.ts';

export const acknowledge = route({
  id: 'cases.acknowledge',
  method: 'POST',
  path: '/cases/:id/acknowledgement',
  who: ['department', 'community', 'grid_worker'],
  says: { zh: '签收。', en: 'Acknowledge receipt.' },
  params: ById,
  body: Shape(version),
  reply: CaseState,
});

export const recordContact = route({
  id: 'cases.recordContact',
  method: 'POST',
  path: '/cases/:id/contact',
  who: ['department', 'community', 'grid_worker', 'dispatcher', 'callback'],
  says: { zh: '记录与诉求人的联系。', en: 'Record a contact with the reporter.' },
  params: ById,
  body: Shape({ reached: Type.Boolean(), note: Text(2, 500) }),
  reply: CaseState,
});

export const assignOn = route({
  id: 'cases.assignOn',
  method: 'POST',
  path: '/cases/:id/sub-assignment',
  who: ['department', 'community'],
  says: { zh: '二级交办：部门到班组、社区到网格。', en: 'Pass on: department to team, community to grid.' },
  params: ById,
  body: Shape({ ...version, unit: UnitId, note: Type.Optional(Text(0, 300)) }),
  reply: CaseState,
});

export const addTask = route({
  id: 'cases.addTask',
  method: 'POST',
  path: '/cases/:id/tasks',
  who: ['department', 'community', 'dispatcher'],
  says: { zh: '增加协办任务。', en: 'Add a joint task.' },
  params: ById,
  body: CoTask,
  reply: TaskView,
});

export const reportTask = route({
  id: 'cases.reportTask',
  method: 'POST',
  path: '/tasks/:id/report',
  who: ['department', 'community', 'grid_worker'],
  says: { zh: '协办单位反馈自己的任务。', en: 'A co-handler reports its own task.' },
  params: ById,
  body: Shape({ text: Text(2, 1000), evidence: Type.Optional(EvidenceList) }),
  reply: TaskView,
});

export const judgeTask = route({
  id: 'cases.judgeTask',
  method: 'POST',
  path: '/tasks/:id/judgement',
  who: ['department', 'community', 'dispatcher', 'supervisor'],
  says: { zh: '认可或退回协办任务（不得自行认可）。', en: "Accept or send back a task; never one's own." },
  params: ById,
  body: Shape({ accepted: Type.Boolean(), note: Text(2, 500) }),
  reply: TaskView,
});

export const reportHandled = route({
  id: 'cases.reportHandled',
  method: 'POST',
  path: '/cases/:id/handled',
  who: ['department', 'community', 'grid_worker'],
  says: { zh: '反馈处置结果，附佐证。', en: 'Report it handled, with evidence.' },
  params: ById,
  body: Shape({ ...version, summary: Text(5, 1000), outcome: OutcomeName, evidence: EvidenceList }),
  reply: CaseState,
});

export const checkCase = route({
  id: 'cases.check',
  method: 'POST',
  path: '/cases/:id/check',
  who: ['checker', 'supervisor', 'district', 'grid_worker', 'community'],
  says: { zh: '独立核查：通过或返工。', en: 'Independent check: passed or back to work.' },
  params: ById,
  body: Shape({
    ...version,
    method: CheckMethodName,
    passed: Type.Boolean(),
    note: Text(2, 500),
    evidence: Type.Optional(EvidenceList),
  }),
  reply: CaseState,
});

export const closeCase = route({
  id: 'cases.close',
  method: 'POST',
  path: '/cases/:id/closure',
  who: ['checker', 'dispatcher', 'supervisor', 'district'],
  says: {
    zh: '结案；结果分“已解决”和“已答复”。',
    en: 'Close; "solved" and "answered" are different outcomes.',
  },
  params: ById,
  body: Shape({ ...version, summary: Text(5, 1000), outcome: OutcomeName }),
  reply: CaseState,
});

export const archiveCase = route({
  id: 'cases.archive',
  method: 'POST',
  path: '/cases/:id/archive',
  who: ['checker', 'dispatcher', 'supervisor'],
  says: { zh: '归档：生成可复核的封存包。', en: 'Archive as a sealed, reproducible package.' },
  params: ById,
  body: Shape(version),
  reply: Shape({ ...CaseState.properties, sha256: Type.String(), bytes: Type.Integer() }),
});

export const readArchive = route({
  id: 'cases.readArchive',
  method: 'GET',
  path: '/cases/:id/archive',
  who: ['checker', 'dispatcher', 'supervisor', 'leader', 'district'],
  says: { zh: '下载封存包（JSON）。', en: 'The sealed package as JSON.' },
  params: ById,
  reply: Shape({ sha256: Type.String(), bytes: Type.Integer(), madeAt: Instant, package: Type.String() }),
});
