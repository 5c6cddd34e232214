import type { World } from '../../server/test/world.ts';
import { proof } from './proof.ts';
import { onNewest, inHand, on, open, some, types, units, type Act } from './scene.ts';

const milestones = (world: World) => [
  {
    title: '完成方案',
    dueOn: new Date(world.clock.now().getTime() + 10 * 86_400_000).toISOString().slice(0, 10),
  },
];

/** What happens beside the way: requests, holds, supervision, merging, samples. */
export const beside: readonly Act[] = [
  {
    name: 'ask_return',
    may: [],
    leads: ['return'],
    when: inHand,
    by: 'holder',
    how: on('return', ({ pick }) => ({
      clause: '清单条款',
      betterLead: some(units, pick),
      reason: '应由其他单位承办',
    })),
  },
  {
    name: 'ask_extension',
    may: [],
    when: inHand,
    by: 'holder',
    how: on('extension', () => ({ value: 2, reason: '配件到货需要时间' })),
  },
  {
    name: 'ask_hold',
    may: [],
    leads: ['hold'],
    when: ['handling'],
    by: 'holder',
    how: on('hold', ({ world }) => ({
      reasonCode: 'engineering',
      reason: '需要施工改造',
      plan: '完成设计后报批并分段施工',
      toldHow: '已电话告知',
      milestones: milestones(world),
    })),
  },
  {
    name: 'ask_void',
    may: [],
    leads: ['void'],
    when: inHand,
    by: 'holder',
    how: on('voiding', () => ({ reason: '同一来电重复录入' })),
  },
  {
    name: 'ask_escalation',
    may: [],
    when: inHand,
    by: 'holder',
    how: on('escalation', () => ({ to: 'district_urban', reason: '超出街道权限' })),
  },
  {
    name: 'ask_type_change',
    may: [],
    when: inHand,
    by: 'holder',
    how: on('type-change', ({ pick }) => ({ type: some(types, pick), reason: '现场与登记类别不符' })),
  },
  {
    name: 'ask_termination',
    may: [],
    leads: ['report_handled'],
    when: ['handling'],
    by: 'holder',
    how: on('termination', () => ({ reason: '诉求人拒不配合', explained: '已当面说明依据' })),
  },
  {
    name: 'decide_request',
    may: ['return', 'redispatch', 'hold', 'void', 'report_handled'],
    when: open,
    by: 'supervisor',
    how: ({ view, pick }) =>
      onNewest(
        view.requests.filter((one) => one.state === 'pending'),
        (id) => `/requests/${id}/decision`,
        { approved: pick % 4 !== 0, note: '经核对决定' },
      ),
  },
  {
    name: 'pass_milestone',
    may: [],
    when: ['held'],
    by: 'holder',
    how: ({ view }) =>
      onNewest(
        view.holds.flatMap((one) => one.milestones),
        (id) => `/milestones/${id}/completion`,
        { note: '节点已完成' },
      ),
  },
  {
    name: 'review_hold',
    may: ['resume'],
    when: ['held'],
    by: 'supervisor',
    how: ({ view, pick }) =>
      onNewest(
        view.holds.filter((one) => one.endedAt === null),
        (id) => `/holds/${id}/review`,
        { goOn: pick % 2 === 0, note: '复核意见' },
      ),
  },
  {
    name: 'resume',
    may: ['resume'],
    when: ['held'],
    by: 'holder',
    how: on('resumption', () => ({ reason: '条件已具备' })),
  },
  {
    name: 'supervise',
    may: [],
    when: open,
    by: 'supervisor',
    how: on('supervision', ({ view }) => ({ unit: view.lead ?? 'urban_ops', text: '请说明进展' })),
  },
  {
    name: 'whistle',
    may: [],
    when: inHand,
    by: 'dispatcher',
    how: on('whistle', ({ pick }) => ({
      kind: 'key_work',
      units: [some(units, pick)],
      text: '请到场联合处置',
    })),
  },
  {
    name: 'merge',
    may: ['merge'],
    when: ['received', 'registered', 'dispatched', 'handling'],
    by: 'dispatcher',
    how: ({ view, others, pick }) => ({
      path: '/merges',
      body: {
        into: some(others, pick) ?? view.id,
        from: pick % 3 ? [view.id] : [view.id, ...others.slice(0, 2)],
        reason: '同一问题',
      },
    }),
  },
  {
    name: 'unmerge',
    may: [],
    when: [...open, 'merged'],
    by: 'dispatcher',
    how: ({ view }) =>
      onNewest(
        view.merges.filter((one) => one.undoneAt === null),
        (id) => `/merges/${id}/undoing`,
        { reason: '核对后是两处' },
      ),
  },
  {
    name: 'sample_check',
    may: ['reopen'],
    when: ['closed'],
    by: 'checker',
    how: async (scene) =>
      onNewest(
        scene.view.checks.filter((one) => one.sample && one.at === null),
        (id) => `/checks/${id}/result`,
        {
          method: 'onsite',
          passed: scene.pick % 2 === 0,
          note: '抽查',
          evidence: await proof(scene, 'check'),
        },
      ),
  },
  {
    name: 'draw_checks',
    may: [],
    when: ['closed'],
    by: 'supervisor',
    how: () => ({ path: '/checks/draw', body: { count: 2 } }),
  },
];
