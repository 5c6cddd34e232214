import { randomBytes } from 'node:crypto';
import type { CaseView, EvidenceGiven } from '@fengqiao/contract/cases/views.ts';
import type { State } from '@fengqiao/contract/cases/words.ts';
import type { Happening } from '../server/src/modules/cases/domain/case.ts';
import { places } from '../server/test/ground.ts';
import type { TestPerson } from '../server/test/people.ts';
import type { World } from '../server/test/world.ts';

/** What a person knows who is about to act: the case as the centre sees it, a number to choose by, who else there is. */
export type Scene = {
  readonly world: World;
  readonly view: CaseView;
  readonly others: readonly string[];
  readonly pick: number;
  readonly actor: TestPerson;
  readonly reports: ReadonlyMap<string, string>;
};
export type Doing = { readonly path: string; readonly body: object };

export type Act = {
  readonly name: string;
  /** What it may do to a case's life; nothing when it leaves the state alone. */
  readonly may: readonly Happening[];
  /** States in which it makes sense; it is tried in others too. */
  readonly when: readonly State[];
  /** Who would do it: a role of the centre, whoever holds the case, or one of those who help. */
  readonly by: string;
  readonly how: (scene: Scene) => Promise<Doing | null> | Doing | null;
};

const inHand: readonly State[] = ['dispatched', 'handling'];
const open: readonly State[] = [
  'received',
  'verifying',
  'registered',
  'negotiating',
  'dispatched',
  'handling',
  'handled',
  'held',
];
const some = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const on =
  (name: string, body: (scene: Scene) => object | null) =>
  ({ view, ...scene }: Scene): Doing | null => {
    const made = body({ view, ...scene });
    return made === null ? null : { path: `/cases/${view.id}/${name}`, body: made };
  };
const units = [
  'traffic_police',
  'law_enforcement',
  'urban_ops',
  'property_co',
  'police',
  'c01',
  'dispute_center',
] as const;
const types = [
  '02004',
  '02001',
  '02001',
  '12001',
  '02004',
  '12005',
  '02012',
  '16002',
  '02004',
  '05009',
] as const;

/** Evidence as the type asks for it, or one record where it asks for nothing; every picture is a new one. */
async function proof(
  { world, view, actor, pick }: Scene,
  stage: 'handle' | 'check',
): Promise<EvidenceGiven[]> {
  if (pick % 7 === 0) return [];
  const wanted = view.evidenceNeeded
    .filter((need) => need.stage === stage)
    .flatMap((need) => Array.from({ length: need.least }, () => need.kind));
  const kinds = wanted.length === 0 ? ['photo'] : wanted;
  const given: EvidenceGiven[] = [];
  for (const kind of kinds)
    given.push(
      kind === 'record'
        ? { kind: 'record', note: '记录' }
        : {
            kind: kind === 'document' ? 'document' : 'photo',
            file: await newFile(world, actor),
            ...places['c01-g01'],
            accuracy: 9,
          },
    );
  return given;
}

const newFile = (world: World, owner: TestPerson): Promise<string> =>
  world.asSystem(async (work) => {
    const id = work.newId();
    const mark = randomBytes(8).toString('hex');
    await work.db
      .insertInto('platform.file')
      .values({
        street: work.street,
        id,
        owner: owner.account,
        session: null,
        sha256: mark.repeat(4),
        media: 'image/jpeg',
        bytes: 9000,
        width: 640,
        height: 480,
        phash: mark,
        taken: '{}',
        name: '现场.jpg',
        attached: false,
        fresh: true,
        thumb: true,
        made_at: work.now,
      })
      .execute();
    return id;
  });

const firstOf = <T extends { id: string }>(
  list: readonly T[],
  path: (id: string) => string,
  body: object,
): Doing | null => {
  const found = list.at(-1);
  return found === undefined ? null : { path: path(found.id), body };
};

const milestones = (world: World) => [
  {
    title: '完成方案',
    dueOn: new Date(world.clock.now().getTime() + 10 * 86_400_000).toISOString().slice(0, 10),
  },
];

/** Everything that can be done to a case from the outside, one operation each. */
export const acts: readonly Act[] = [
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
      firstOf(
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
      firstOf(
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
  {
    name: 'acknowledge',
    may: ['acknowledge'],
    when: inHand,
    by: 'holder',
    how: on('acknowledgement', () => ({})),
  },
  {
    name: 'contact',
    may: [],
    when: inHand,
    by: 'holder',
    how: on('contact', () => ({ reached: true, note: '已联系' })),
  },
  {
    name: 'assign_on',
    may: ['redispatch'],
    when: inHand,
    by: 'holder',
    how: on('sub-assignment', ({ view }) => ({ unit: view.grid ?? 'c01-g01' })),
  },
  {
    name: 'add_task',
    may: [],
    when: inHand,
    by: 'holder',
    how: on('tasks', ({ pick }) => ({ unit: some(units, pick), text: '请协助' })),
  },
  {
    name: 'report_task',
    may: [],
    when: inHand,
    by: 'helper',
    how: ({ view, pick }) =>
      firstOf(
        view.tasks.filter(
          (one) =>
            (one.part === 'co' && (one.state === 'open' || one.state === 'rejected')) || pick % 11 === 0,
        ),
        (id) => `/tasks/${id}/report`,
        { text: '已协助处理' },
      ),
  },
  {
    name: 'judge_task',
    may: [],
    when: inHand,
    by: 'holder',
    how: ({ view, pick }) =>
      firstOf(
        view.tasks.filter((one) => one.state === 'reported' || pick % 11 === 0),
        (id) => `/tasks/${id}/judgement`,
        { accepted: pick % 5 !== 0, note: '已核对' },
      ),
  },
  {
    name: 'report_handled',
    may: ['report_handled'],
    when: ['handling'],
    by: 'holder',
    how: async (scene) => ({
      path: `/cases/${scene.view.id}/handled`,
      body: {
        summary: '已经处理完毕',
        outcome: scene.pick % 6 ? 'solved' : 'explained',
        evidence: await proof(scene, 'handle'),
      },
    }),
  },
  {
    name: 'check',
    may: ['check_passed', 'check_failed'],
    when: ['handled'],
    by: 'checker',
    how: async (scene) => ({
      path: `/cases/${scene.view.id}/check`,
      body: {
        method: some(['onsite', 'onsite', 'onsite', 'onsite', 'phone', 'record'], scene.pick),
        passed: scene.pick % 4 !== 0,
        note: '到场核对',
        evidence: await proof(scene, 'check'),
      },
    }),
  },
  {
    name: 'close',
    may: ['close'],
    when: ['handled'],
    by: 'checker',
    how: on('closure', ({ view, pick }) => ({
      summary: '核查通过予以结案',
      outcome: pick % 9 ? (view.outcome ?? 'solved') : 'solved',
    })),
  },
  {
    name: 'answer',
    may: [],
    when: ['closed'],
    by: 'reporter',
    how: ({ view, reports, pick }) =>
      reports.get(view.id) === undefined
        ? null
        : {
            path: `/reports/${reports.get(view.id) ?? ''}/satisfaction`,
            body: { solved: pick % 3 === 0, score: 2, reopen: true, text: '没有解决' },
          },
  },
  { name: 'archive', may: ['archive'], when: ['closed'], by: 'checker', how: on('archive', () => ({})) },
  {
    name: 'ask_return',
    may: [],
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
      firstOf(
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
      firstOf(
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
      firstOf(
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
      firstOf(
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
      firstOf(
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
