import * as told from '@fengqiao/contract/cases.ts';
import type { HoldReason } from '@fengqiao/contract/cases/words.ts';
import { days, hours, minutes } from './hours.ts';
import type { Live } from './story-case.ts';
import { passOver } from './story-dispatch.ts';
import type { Townsman } from './hand.ts';
import type { Town } from './town.ts';

const HOLDS: readonly [HoldReason, string, string][] = [
  ['engineering', '需开挖施工，须报批并避开汛期', '完成勘察设计后报批施工，分段实施并设置围挡'],
  ['owner', '产权人外迁，正在查找并协商', '登报寻找产权人，社区协助联系，协商不成走法定程序'],
  ['funds', '维修资金须经业主表决', '组织业主表决，表决通过后申请维修资金'],
  ['season', '低温雨雪不宜施工', '天气转好后进场，期间设置临时防护'],
];

/** What may happen beside the line of work: extension, hold, whistle, order, escalation, other type, void; false when it ends the story. */
export async function* aside(
  town: Town,
  matter: Live,
  id: string,
  staff: Townsman,
): AsyncGenerator<Date, boolean, void> {
  const { random } = town;
  const { row } = matter;
  if (row.elastic === 'Y' && random.chance(0.22)) return yield* hold(town, matter, id, staff);
  if (['B', 'C'].includes(row.grade) && random.chance(0.08)) return yield* extend(town, id, staff);
  if (random.chance(0.018)) return yield* voided(town, id, staff);
  if (random.chance(0.03)) yield* whistle(town, matter, id, staff);
  if (random.chance(0.02)) yield* order(town, id);
  if (random.chance(0.016)) yield* escalated(town, id, staff);
  if (random.chance(0.02)) yield* retyped(town, matter, id, staff);
  if (random.chance(0.014)) return yield* terminated(town, id, staff);
  return true;
}

/** The date some days from a moment, in China. */
export const dayFrom = (at: Date, n: number): string =>
  new Date(at.getTime() + hours(8) + days(n)).toISOString().slice(0, 10);

async function* hold(
  town: Town,
  matter: Live,
  id: string,
  staff: Townsman,
): AsyncGenerator<Date, boolean, void> {
  const [reasonCode, reason, plan] = town.random.pick(HOLDS);
  const first = town.random.int(6, 20);
  const second = first + town.random.int(8, 40);
  const milestones = [
    { title: '完成方案与公示', dueOn: dayFrom(town.now.at, first) },
    { title: '实施完成', dueOn: dayFrom(town.now.at, second) },
  ];
  const body = { reasonCode, reason, plan, toldHow: '已电话告知诉求人原因和下一节点', milestones };
  const asked = await town.hands.do(staff, told.askHold, { params: { id }, body }).catch(passOver);
  if (asked === undefined) return true;
  yield town.office(hours(town.random.int(2, 12)));
  const approved = town.random.chance(0.8);
  await town.hands.do(town.one('supervisor'), told.decideRequest, {
    params: { id: asked.id },
    body: {
      approved,
      note: approved ? '客观原因属实，同意挂账，按节点推进。' : '不属于客观限制，请按期办理。',
    },
  });
  if (!approved) return true;
  for (const due of [first, second]) {
    yield town.later(days(due) * town.random.between(0.7, matter.row.class === 'enforcement' ? 1.3 : 1));
    const { holds } = await town.hands.do(staff, told.readCase, { params: { id } });
    const next = holds.find((one) => one.endedAt === null)?.milestones.find((one) => one.doneAt === null);
    if (next !== undefined)
      await town.hands
        .do(staff, told.passMilestone, {
          params: { id: next.id },
          body: { note: `${next.title}，已完成。` },
        })
        .catch(passOver);
  }
  await town.hands
    .do(staff, told.resumeCase, { params: { id }, body: { reason: '节点已完成，恢复办理。' } })
    .catch(passOver);
  return true;
}

async function* extend(town: Town, id: string, staff: Townsman): AsyncGenerator<Date, boolean, void> {
  const asked = await town.hands
    .do(staff, told.askExtension, {
      params: { id },
      body: { value: town.random.int(1, 4), reason: '配件到货需要时间，已告知诉求人。' },
    })
    .catch(passOver);
  if (asked === undefined) return true;
  yield town.office(hours(town.random.int(1, 12)));
  const approved = town.random.chance(0.75);
  await town.hands
    .do(town.one('supervisor'), told.decideRequest, {
      params: { id: asked.id },
      body: { approved, note: approved ? '情况属实，同意延期。' : '理由不足，请按期完成。' },
    })
    .catch(passOver);
  return true;
}

async function* voided(town: Town, id: string, staff: Townsman): AsyncGenerator<Date, boolean, void> {
  const asked = await town.hands
    .do(staff, told.askVoid, { params: { id }, body: { reason: '同一来电重复录入，内容与前一单完全一致。' } })
    .catch(passOver);
  if (asked === undefined) return true;
  yield town.office(hours(town.random.int(2, 12)));
  const approved = town.random.chance(0.6);
  await town.hands
    .do(town.one('supervisor'), told.decideRequest, {
      params: { id: asked.id },
      body: { approved, note: approved ? '核对录音，确为重复录入。' : '内容不同，应继续办理。' },
    })
    .catch(passOver);
  return !approved;
}

async function* whistle(
  town: Town,
  matter: Live,
  id: string,
  staff: Townsman,
): AsyncGenerator<Date, void, void> {
  const units = [
    ...new Set(['law_enforcement', 'urban_ops', 'market_reg'].filter((unit) => unit !== staff.unit)),
  ].slice(0, 2);
  const blown = await town.hands
    .do(staff, told.blowWhistle, {
      params: { id },
      body: { kind: 'enforcement', units, text: `${matter.row.zh}，请到场联合处置。` },
    })
    .catch(passOver);
  if (blown === undefined) return;
  for (const unit of units) {
    yield town.later(minutes(town.random.int(20, 150)));
    const voice = town.of(unit);
    if (voice !== null)
      await town.hands
        .do(voice, told.answerWhistle, {
          params: { id: blown.id },
          body: {
            attends: town.random.chance(0.88),
            text: '收到，安排人员到场。',
            rating: town.random.int(3, 5),
          },
        })
        .catch(passOver);
  }
  yield town.office(hours(town.random.int(3, 30)));
  await town.hands
    .do(staff, told.endWhistle, {
      params: { id: blown.id },
      body: {
        result: '联合到场，当场责令整改。',
        attended: units.map((unit) =>
          town.random.chance(town.manner(unit).honest ? 0.95 : 0.6)
            ? { unit, attended: true, rating: town.random.int(3, 5) }
            : { unit, attended: false, rating: town.random.int(1, 2) },
        ),
      },
    })
    .catch(passOver);
}

async function* order(town: Town, id: string): AsyncGenerator<Date, void, void> {
  const { lead } = await town.look(id);
  if (lead === null) return;
  const given = await town.hands
    .do(town.one('supervisor'), told.supervise, {
      params: { id },
      body: { unit: lead, text: '居民多次来电，请说明进展并限时办结。' },
    })
    .catch(passOver);
  yield town.later(hours(town.random.int(2, 12)));
  const voice = town.of(lead);
  if (given !== undefined && voice !== null && town.random.chance(0.85))
    await town.hands
      .do(voice, told.answerSupervision, {
        params: { id: given.id },
        body: { text: '已安排人员到场，预计明日完成。' },
      })
      .catch(passOver);
}

async function* escalated(town: Town, id: string, staff: Townsman): AsyncGenerator<Date, void, void> {
  const asked = await town.hands
    .do(staff, told.askEscalation, {
      params: { id },
      body: { to: 'district_water', reason: '涉及区管河道闸站调度，街道无权限。' },
    })
    .catch(passOver);
  if (asked === undefined) return;
  yield town.office(hours(town.random.int(3, 14)));
  await town.hands
    .do(town.one('leader'), told.decideRequest, {
      params: { id: asked.id },
      body: { approved: true, note: '同意提级，请区级部门支持。' },
    })
    .catch(passOver);
}

async function* retyped(
  town: Town,
  matter: Live,
  id: string,
  staff: Townsman,
): AsyncGenerator<Date, void, void> {
  const like = town.rows.find(
    (row) => row.lead === matter.row.lead && row.type !== matter.row.type && !row.sensitive,
  );
  if (like === undefined) return;
  const asked = await town.hands
    .do(staff, told.askTypeChange, {
      params: { id },
      body: { type: like.type, reason: '现场情况与登记类别不符。' },
    })
    .catch(passOver);
  if (asked === undefined) return;
  yield town.office(hours(town.random.int(2, 12)));
  await town.hands
    .do(town.one('supervisor'), told.decideRequest, {
      params: { id: asked.id },
      body: { approved: town.random.chance(0.5), note: '已核对登记内容和现场照片。' },
    })
    .catch(passOver);
}

async function* terminated(town: Town, id: string, staff: Townsman): AsyncGenerator<Date, boolean, void> {
  const asked = await town.hands
    .do(staff, told.askTermination, {
      params: { id },
      body: {
        reason: '诉求人三次约定均不到场并拒绝提供信息。',
        explained: '已当面和电话说明法律依据与其他途径。',
      },
    })
    .catch(passOver);
  if (asked === undefined) return true;
  yield town.office(hours(town.random.int(4, 14)));
  const approved = town.random.chance(0.5);
  await town.hands
    .do(town.one('supervisor'), told.decideRequest, {
      params: { id: asked.id },
      body: { approved, note: approved ? '材料齐全，同意终止，转核查。' : '请再联系一次。' },
    })
    .catch(passOver);
  return true;
}
