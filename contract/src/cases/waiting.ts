import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { Instant, Maybe, OneOf, Page, Paging, UnitId } from '../shapes.ts';
import { RequestView, ConsultationView, SupervisionView, HoldView } from './beside.ts';
import { RequestKindName, TimeUnitName } from './names.ts';
import { TaskView } from './views.ts';

export const myTasks = route({
  id: 'cases.myTasks',
  method: 'GET',
  path: '/tasks',
  who: 'staff',
  says: {
    zh: '本单位的协办任务与待认可任务。',
    en: "My unit's joint tasks and those waiting for its judgement.",
  },
  query: Shape({
    ...Paging,
    state: Type.Optional(OneOf(['open', 'reported', 'accepted', 'rejected', 'cancelled'] as const)),
  }),
  reply: Page(
    Shape({ ...TaskView.properties, no: Type.String(), title: Type.String(), dueAt: Maybe(Instant) }),
  ),
});

export const listRequests = route({
  id: 'cases.requests',
  method: 'GET',
  path: '/requests',
  who: 'staff',
  says: { zh: '待审批与已审批的旁路申请。', en: 'Side requests, waiting and decided.' },
  query: Shape({
    ...Paging,
    kind: Type.Optional(RequestKindName),
    state: Type.Optional(OneOf(['pending', 'approved', 'rejected', 'withdrawn'] as const)),
  }),
  reply: Page(
    Shape({
      ...RequestView.properties,
      no: Type.String(),
      title: Type.String(),
      /** In what the overall clock counts, and so what an extension asks for. */
      clockUnit: Maybe(TimeUnitName),
    }),
  ),
});

export const listConsultations = route({
  id: 'cases.consultations',
  method: 'GET',
  path: '/consultations',
  who: 'staff',
  says: { zh: '商定会商室。', en: 'The consultation room.' },
  query: Shape({ ...Paging, state: Type.Optional(OneOf(['open', 'agreed', 'failed'] as const)) }),
  reply: Page(Shape({ ...ConsultationView.properties, no: Type.String(), title: Type.String() })),
});

export const listSupervisions = route({
  id: 'cases.supervisions',
  method: 'GET',
  path: '/supervisions',
  who: 'staff',
  says: { zh: '督办单。', en: 'Supervision orders.' },
  query: Shape({ ...Paging, open: Type.Optional(Type.Boolean()) }),
  reply: Page(Shape({ ...SupervisionView.properties, no: Type.String(), title: Type.String() })),
});

export const listHolds = route({
  id: 'cases.holds',
  method: 'GET',
  path: '/holds',
  who: 'staff',
  says: { zh: '挂账与节点。', en: 'Cases on hold and their milestones.' },
  query: Shape(Paging),
  reply: Page(
    Shape({ ...HoldView.properties, no: Type.String(), title: Type.String(), lead: Maybe(UnitId) }),
  ),
});
