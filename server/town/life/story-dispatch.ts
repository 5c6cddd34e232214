import * as told from '@fengqiao/contract/cases.ts';
import { Refusal } from '#platform/refusal.ts';
import { hours, minutes } from './hours.ts';
import type { Live } from './story-case.ts';
import type { Town } from './town.ts';
import { joint } from './words.ts';

/** The case is given to whoever answers for it, by the list, by agreement, or by a leader; false when nobody could be found. */
export async function* giveOut(town: Town, matter: Live): AsyncGenerator<Date, boolean, void> {
  const basis = await dispatch(town, matter);
  if (basis === 'several') return yield* consult(town, matter);
  if (basis === 'none') return yield* designate(town, matter, '清单无对应条目，根据职责相近原则确定。');
  yield town.soon(matter, minutes(town.random.int(5, 45)));
  return yield* maybeReturn(town, matter);
}

async function dispatch(town: Town, { id, row }: Live): Promise<'given' | 'several' | 'none'> {
  const co = row.co.filter((unit) => unit !== 'community' && unit !== row.lead);
  const unit = co[0];
  const tasks =
    unit !== undefined && town.random.chance(0.18)
      ? { tasks: [{ unit, text: joint(town.random), required: true }] }
      : {};
  try {
    await town.hands.do(town.one('dispatcher'), told.dispatchCase, { params: { id }, body: tasks });
    return 'given';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'cases.several_rows_fit') return 'several';
    if (error.code === 'cases.no_row_fits') return 'none';
    throw error;
  }
}

const atPlace = (word: string, community: string | null): string =>
  word === 'community' && community !== null ? community : word;

/** Consultation: most agree, some are silent, which is consent, and a few object; then a leader decides. */
async function* consult(town: Town, matter: Live): AsyncGenerator<Date, boolean, void> {
  const { community } = await town.look(matter.id);
  const lead = atPlace(matter.row.lead, community);
  const co = [...new Set(matter.row.co.map((unit) => atPlace(unit, community)))]
    .filter((unit) => unit !== lead)
    .slice(0, 3);
  await town.hands.do(town.one('dispatcher'), told.openConsultation, {
    params: { id: matter.id },
    body: { lead, co, question: `${matter.row.zh}：请商定牵头与协办。` },
  });
  const { items } = await town.hands.do(town.one('dispatcher'), told.listConsultations, {
    query: { state: 'open' },
  });
  const open = items.find((item) => item.caseId === matter.id);
  for (const unit of [lead, ...co]) {
    const voice = town.of(unit);
    if (open === undefined || voice === null || town.random.chance(0.35)) continue;
    yield town.later(minutes(town.random.int(10, 70)));
    if ((await town.look(matter.id)).state !== 'negotiating') break;
    const better = co[0];
    const objects = unit === lead && better !== undefined && town.random.chance(0.12);
    const body = objects
      ? {
          consents: false,
          betterLead: better,
          clause: `责任清单 ${matter.row.rowKey}`,
          text: '本单位仅承担配合职责。',
        }
      : { consents: true, text: '同意。' };
    await town.hands.do(voice, told.answerConsultation, { params: { id: open.id }, body }).catch(passOver);
  }
  let after = await town.look(matter.id);
  for (let turn = 0; turn < 6 && after.state === 'negotiating'; turn++) {
    yield town.later(hours(town.random.int(2, 5)));
    after = await town.look(matter.id);
  }
  if (after.state === 'registered')
    return yield* designate(town, matter, '商定未达成一致，按主要工作量确定牵头单位。');
  return after.lead !== null;
}

/** A person who comes too late or may not, is turned away; the story goes on without them. */
export function passOver(error: unknown): undefined {
  if (error instanceof Refusal) return undefined;
  throw error;
}

async function* designate(town: Town, matter: Live, reason: string): AsyncGenerator<Date, boolean, void> {
  const { community } = await town.look(matter.id);
  yield town.soon(matter, hours(town.random.int(1, 6)));
  const lead = atPlace(matter.row.lead, community);
  await town.hands.do(town.one('leader'), told.designate, {
    params: { id: matter.id },
    body: { lead, reason },
  });
  yield town.soon(matter, minutes(20));
  return true;
}

/** Some units try to give it back; the dispatcher hears them, and a second try goes to a leader. */
async function* maybeReturn(town: Town, matter: Live): AsyncGenerator<Date, boolean, void> {
  const { lead, community } = await town.look(matter.id);
  const voice = town.of(lead);
  const better = matter.row.co
    .map((unit) => atPlace(unit, community))
    .find((unit) => unit !== lead && !unit.startsWith('c0') && unit !== 'c10');
  if (
    voice === null ||
    lead === null ||
    better === undefined ||
    !town.random.chance(town.manner(lead).honest ? 0.05 : 0.16)
  )
    return true;
  const ask = {
    params: { id: matter.id },
    body: {
      clause: `责任清单 ${matter.row.rowKey} 备注`,
      betterLead: better,
      reason: '现场主要问题属其他单位职责。',
    },
  };
  const asked = await town.hands.do(voice, told.askReturn, ask).catch(passOver);
  if (asked === undefined) return true;
  yield town.random.chance(0.5)
    ? town.later(minutes(town.random.int(20, 120)))
    : town.office(hours(town.random.int(1, 8)));
  const approved = town.random.chance(0.35);
  await town.hands.do(town.one('dispatcher'), told.decideRequest, {
    params: { id: asked.id },
    body: { approved, note: approved ? '理由成立，重新分拨。' : '清单明确为你单位职责，请抓紧办理。' },
  });
  if (approved) return yield* again(town, matter);
  if (!town.random.chance(0.7)) return true;
  yield town.later(minutes(30));
  const second = await town.hands.do(voice, told.askReturn, ask).catch(passOver);
  if (second === undefined) return true;
  yield town.office(hours(town.random.int(2, 12)));
  return yield* designate(town, matter, '经仲裁，维持由该单位牵头，其他单位配合。');
}

async function* again(town: Town, matter: Live): AsyncGenerator<Date, boolean, void> {
  yield town.later(minutes(25));
  const basis = await dispatch(town, matter);
  if (basis === 'several') return yield* consult(town, matter);
  return basis === 'given' ? true : yield* designate(town, matter, '退单成立，清单无其他条目，指定办理。');
}
