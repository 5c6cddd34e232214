import { onNewest, on, some, types, units, type Act } from './scene.ts';

/** From a report to somebody who has it in hand. */
export const giving: readonly Act[] = [
  {
    name: 'verify',
    may: ['verify'],
    when: ['received'],
    by: 'intake',
    how: on('verification-request', ({ pick }) => ({ unit: pick % 9 === 0 ? 'c01' : 'c01-g01' })),
  },
  {
    name: 'report_verification',
    may: ['confirm'],
    when: ['verifying'],
    by: 'c01-g01',
    how: on('verification', ({ pick }) => ({ found: pick % 5 !== 0, note: '到场看过' })),
  },
  {
    name: 'register',
    may: ['register'],
    when: ['received'],
    by: 'intake',
    how: on('registration', ({ pick }) => ({
      type: some(types, pick),
      placeKind: 'road',
      ...(pick % 2 ? { calledOut: '已拨打 119' } : {}),
    })),
  },
  {
    name: 'decline',
    may: ['decline'],
    when: ['received', 'registered'],
    by: 'intake',
    how: on('refusal', ({ pick }) => ({
      exit: pick % 2 ? 'EXIT_OUT_OF_SCOPE' : 'EXIT_NOT_FOUND',
      reason: '不属于本级职责范围',
    })),
  },
  {
    name: 'contest',
    may: [],
    leads: ['contest'],
    when: ['declined'],
    by: 'reporter',
    how: ({ view, reports }) =>
      reports.get(view.id) === undefined
        ? null
        : { path: `/reports/${reports.get(view.id) ?? ''}/objection`, body: { reason: '问题确实存在' } },
  },
  {
    name: 'decide_reopening',
    may: ['contest', 'reopen'],
    when: ['closed', 'declined', 'archived'],
    by: 'supervisor',
    how: ({ view, pick }) =>
      onNewest(
        view.reopenings.filter((one) => one.decidedAt === null),
        (id) => `/reopenings/${id}/decision`,
        { granted: pick % 3 !== 0, reason: '经复核作出决定' },
      ),
  },
  {
    name: 'dispatch',
    may: ['dispatch'],
    when: ['registered'],
    by: 'dispatcher',
    how: on('dispatch', ({ pick }) =>
      pick % 2 ? {} : { tasks: [{ unit: some(units, pick >> 1), text: '协助办理', required: true }] },
    ),
  },
  {
    name: 'consult',
    may: ['consult'],
    when: ['registered'],
    by: 'dispatcher',
    how: on('consultation', ({ pick }) => ({
      lead: pick % 2 ? 'c01' : some(units, pick),
      co: [some(units, pick + 1)],
      question: '谁来牵头',
    })),
  },
  {
    name: 'answer_consultation',
    may: ['dispatch', 'consultation_failed'],
    when: ['negotiating'],
    by: 'consulted',
    how: ({ view, pick }) =>
      onNewest(
        view.consultations,
        (id) => `/consultations/${id}/opinions`,
        pick % 4
          ? { consents: true }
          : { consents: false, clause: '清单', betterLead: 'law_enforcement', text: '不同意' },
      ),
  },
  {
    name: 'designate',
    may: ['dispatch', 'redispatch'],
    when: ['registered', 'dispatched', 'handling'],
    by: 'leader',
    how: on('designation', ({ pick }) => ({
      lead: pick % 2 ? 'c01' : some(units, pick),
      reason: '经研究确定',
    })),
  },
];
