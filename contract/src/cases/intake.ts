import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Maybe, Reason, Text, TypeCode, UnitId, Uuid } from '../shapes.ts';
import { ExitCode, GradeName, PlaceKindName } from './names.ts';
import { CaseState, EvidenceList } from './views.ts';

export const askVerification = route({
  id: 'cases.askVerification',
  method: 'POST',
  path: '/cases/:id/verification-request',
  who: ['intake', 'dispatcher'],
  says: { zh: '安排网格或社区现场核实。', en: 'Send the grid or community to verify on site.' },
  params: ById,
  body: Shape({ unit: UnitId, note: Type.Optional(Text(0, 300)), version: Type.Optional(Type.Integer()) }),
  reply: CaseState,
});

export const reportVerification = route({
  id: 'cases.reportVerification',
  method: 'POST',
  path: '/cases/:id/verification',
  who: ['grid_worker', 'community', 'department', 'checker'],
  says: { zh: '反馈核实结果。', en: 'Report what was found on site.' },
  params: ById,
  body: Shape({ found: Type.Boolean(), note: Text(2, 500), evidence: Type.Optional(EvidenceList) }),
  reply: CaseState,
});

export const registerCase = route({
  id: 'cases.register',
  method: 'POST',
  path: '/cases/:id/registration',
  who: ['intake', 'dispatcher'],
  says: {
    zh: '立案：确定类别和等级，全程时钟起算。',
    en: 'Register: type and grade are set and the overall clock starts.',
  },
  params: ById,
  body: Shape({
    type: TypeCode,
    grade: Type.Optional(GradeName),
    placeKind: Type.Optional(PlaceKindName),
    title: Type.Optional(Text(2, 60)),
    calledOut: Type.Optional(Text(2, 200)),
    note: Type.Optional(Text(0, 300)),
    version: Type.Optional(Type.Integer()),
  }),
  reply: CaseState,
});

export const declineCase = route({
  id: 'cases.decline',
  method: 'POST',
  path: '/cases/:id/refusal',
  who: ['intake', 'dispatcher'],
  says: {
    zh: '不予受理（立案），须引用法定情形并告知诉求人。',
    en: 'Decline by one of the exits; the reporter is told and may object.',
  },
  params: ById,
  body: Shape({
    exit: ExitCode,
    reason: Text(5, 500),
    route: Type.Optional(Text(0, 300)),
    version: Type.Optional(Type.Integer()),
  }),
  reply: CaseState,
});

export const revealReporter = route({
  id: 'cases.revealReporter',
  method: 'POST',
  path: '/cases/:id/reporter',
  who: 'staff',
  reads: 'personal',
  says: {
    zh: '因办理需要查看诉求人联系方式（留痕）。',
    en: 'Reveal how to reach the reporter, for handling; the look is recorded.',
  },
  params: ById,
  body: Shape({
    report: Uuid,
    purpose: Type.Unsafe<'contact' | 'callback' | 'verify'>(Type.Enum(['contact', 'callback', 'verify'])),
    reason: Type.Optional(Reason),
  }),
  reply: Shape({
    name: Maybe(Type.String()),
    phone: Maybe(Type.String()),
    email: Maybe(Type.String()),
    anonymous: Type.Boolean(),
  }),
});
