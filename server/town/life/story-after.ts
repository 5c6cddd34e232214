import * as told from '@fengqiao/contract/cases.ts';
import type { Story } from './agenda.ts';
import { days, hours } from './hours.ts';
import type { Live } from './story-case.ts';
import { passOver } from './story-dispatch.ts';
import type { Town } from './town.ts';
import { unhappy } from './words.ts';

const REASONS = ['没有解决', '问题再次出现', '没有联系我', '答非所问'];

/** The reporter says whether it is really solved; true when the case was taken up again. Two in five never answer. */
export async function* afterwards(town: Town, matter: Live, id: string): AsyncGenerator<Date, boolean, void> {
  if (matter.channel !== 'resident') return false;
  const { lead } = await town.look(id);
  town.tell(town.later(days(28) + hours(town.random.between(3, 240)), false), fourWeeksOn(town, matter, id));
  if (!town.random.chance(0.58)) return false;
  yield town.later(hours(town.random.between(2, 120)), false);
  const { outcome, state } = await town.hands.do(town.one('callback'), told.readCase, { params: { id } });
  if (state !== 'closed') return false;
  const solved = outcome === 'solved' && town.random.chance(town.manner(lead ?? '').honest ? 0.9 : 0.52);
  const body = solved
    ? { solved, score: town.random.int(4, 5), reasons: [], mayCall: town.random.chance(0.5) }
    : {
        solved,
        score: town.random.int(1, 3),
        reasons: [town.random.pick(REASONS)],
        text: unhappy(town.random),
        mayCall: true,
        reopen: town.random.chance(0.8),
      };
  await town.hands.do(matter.who, told.answerSolved, {
    params: { id: matter.report },
    body: { ...body, code: matter.code },
  });
  if (solved || body.reopen !== true) return false;
  return yield* heard(town, id);
}

/** Whom the system has drawn is asked again after four weeks; fewer than half answer. */
async function* fourWeeksOn(town: Town, matter: Live, id: string): Story {
  const params = { id: matter.report };
  const { question, outcome } = await town.hands.do(matter.who, told.reportProgress, { params });
  if (question === null || !town.random.chance(0.45)) return;
  const solved = outcome === 'solved' && town.random.chance(0.82);
  const text = solved ? '一直没再出现。' : unhappy(town.random);
  const body = { code: matter.code, solved, reasons: [], text, score: solved ? 5 : 2, reopen: !solved };
  const said = await town.hands.do(matter.who, told.answerSolved, { params, body }).catch(passOver);
  if (said !== undefined && !solved) yield* heard(town, id);
}

/** The centre hears a request to take it up again. */
export async function* heard(town: Town, id: string): AsyncGenerator<Date, boolean, void> {
  yield town.office(hours(town.random.between(1, 16)));
  const desk = town.one(town.random.chance(0.5) ? 'supervisor' : 'dispatcher');
  const { reopenings } = await town.hands.do(desk, told.readCase, { params: { id } });
  const asked = reopenings.find((one) => one.decidedAt === null);
  if (asked === undefined) return false;
  const granted = town.random.chance(0.8);
  await town.hands
    .do(desk, told.decideReopening, {
      params: { id: asked.id },
      body: {
        granted,
        reason: granted ? '居民反映未解决属实，重新办理。' : '经复核已按标准解决，已向居民说明。',
      },
    })
    .catch(passOver);
  return granted;
}
