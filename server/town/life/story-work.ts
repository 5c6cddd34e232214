import * as told from '@fengqiao/contract/cases.ts';
import type { CheckMethod, Outcome } from '@fengqiao/contract/cases/words.ts';
import { hours, minutes } from './hours.ts';
import { afterwards } from './story-after.ts';
import { aside } from './story-aside.ts';
import type { Live } from './story-case.ts';
import { passOver } from './story-dispatch.ts';
import type { Look, Town } from './town.ts';
import { checked, contacted, failed, handled, taskWork } from './words.ts';

const LIMIT_HOURS = { urgent_hour: 1, work_hour: 1.1, work_day: 22, calendar_day: 24 } as const;
const MOST_ROUNDS = 3;

/** The unit works on it, somebody else checks, the centre closes, the reporter is asked; an unhappy answer begins again. */
export async function* workOn(
  town: Town,
  matter: Live,
  id: string,
  done: boolean,
): AsyncGenerator<Date, void, void> {
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    if (!(done && round === 1) && !(yield* handle(town, matter, id))) return;
    if (!(yield* check(town, matter, id))) return;
    yield* close(town, matter, id);
    if (!(yield* afterwards(town, matter, id))) return;
  }
}

async function* handle(town: Town, matter: Live, id: string): AsyncGenerator<Date, boolean, void> {
  const place = await town.look(id);
  const { lead } = place;
  if (lead === null) return false;
  const manner = town.manner(lead);
  const staff = town.of(lead);
  if (staff === null) return false;
  await town.hands.do(staff, told.acknowledge, { params: { id }, body: {} }).catch(passOver);
  const term = termOf(matter);
  yield town.soon(matter, Math.min(minutes(town.random.int(15, 240)), term * 0.2) * manner.pace);
  if (matter.channel !== 'field')
    await town.hands.do(staff, told.recordContact, {
      params: { id },
      body: { reached: town.random.chance(0.85), note: contacted(town.random) },
    });
  await passOn(town, id, lead, place);
  if (!(yield* aside(town, matter, id, staff))) return false;
  const share = manner.pace * town.random.between(0.3, manner.honest ? 1.05 : 2.2);
  yield town.soon(matter, Math.max(minutes(20), term * share));
  yield* together(town, id, lead);
  if ((await town.look(id)).state !== 'handling') return false;
  await reportHandled(town, matter, id, lead);
  return true;
}

/** How long the list gives for it, in ms of the street's own hours. */
const termOf = ({ row }: Live): number => hours(row.limit.value * LIMIT_HOURS[row.limit.unit]);

/** A department passes it to its team, a community to its grid. */
async function passOn(town: Town, id: string, lead: string, { grid, community }: Look): Promise<void> {
  const staff = town.of(lead);
  if (staff === null || !town.random.chance(0.45)) return;
  const unit = lead === community ? grid : `${lead}-t${town.random.int(1, 2)}`;
  if (unit === null || town.of(unit) === null) return;
  await town.hands
    .do(staff, told.assignOn, { params: { id }, body: { unit, note: '请到场处置。' } })
    .catch(passOver);
  const below = town.of(unit);
  if (below !== null)
    await town.hands.do(below, told.acknowledge, { params: { id }, body: {} }).catch(passOver);
}

/** Co-handlers report their own share; the lead accepts or sends it back. */
async function* together(town: Town, id: string, lead: string): AsyncGenerator<Date, void, void> {
  const staff = town.of(lead);
  if (staff === null) return;
  for (let turn = 0; turn < 2; turn++) {
    const { tasks, round } = await town.hands.do(staff, told.readCase, { params: { id } });
    for (const task of tasks.filter(
      (one) =>
        one.part === 'co' &&
        one.round === round &&
        ['open', 'rejected'].includes(one.state) &&
        (one.required || town.random.chance(0.6)),
    )) {
      const helper = town.of(task.unit);
      if (helper === null) continue;
      yield town.later(minutes(town.random.int(20, 200) * town.manner(task.unit).pace));
      await town.hands
        .do(helper, told.reportTask, { params: { id: task.id }, body: { text: taskWork(town.random) } })
        .catch(passOver);
      const accepted = turn === 1 || town.random.chance(0.9);
      await town.hands
        .do(staff, told.judgeTask, {
          params: { id: task.id },
          body: { accepted, note: accepted ? '已核对，认可。' : '请补充处理情况。' },
        })
        .catch(passOver);
    }
  }
}

async function reportHandled(town: Town, matter: Live, id: string, lead: string): Promise<void> {
  const staff = town.of(lead);
  if (staff === null) return;
  const outcome: Outcome = town.random.chance(matter.row.class === 'mediation' ? 0.3 : 0.09)
    ? 'explained'
    : 'solved';
  const evidence = await town.evidence(staff, matter.row, 'handle', matter.building);
  await town.hands.do(staff, told.reportHandled, {
    params: { id },
    body: { summary: handled(town.random, matter.row), outcome, evidence },
  });
}

/** Somebody outside the handling looks; what does not hold goes back and is looked at again. */
async function* check(town: Town, matter: Live, id: string): AsyncGenerator<Date, boolean, void> {
  for (let turn = 0; turn < 4; turn++) {
    yield town.soon(matter, Math.min(hours(town.random.between(1, 9)), termOf(matter) * 0.3));
    const { lead } = await town.look(id);
    const checker = town.outside(lead, 'checker');
    const method: CheckMethod = matter.row.checkMethods[0] ?? 'onsite';
    const passed = turn === 3 || town.random.chance(town.manner(lead ?? '').care);
    const own = await town.evidence(checker, matter.row, 'check', matter.building);
    const evidence =
      own.length > 0 || method !== 'onsite'
        ? own
        : [
            {
              kind: 'photo' as const,
              file: await town.photo(checker),
              lng: matter.building.lng,
              lat: matter.building.lat,
              accuracy: 12,
            },
          ];
    await town.hands.do(checker, told.checkCase, {
      params: { id },
      body: { method, passed, note: passed ? checked(town.random) : failed(town.random), evidence },
    });
    if (passed) return true;
    yield town.later(hours(town.random.between(3, 30)));
    if (lead !== null) await reportHandled(town, matter, id, lead);
  }
  return false;
}

async function* close(town: Town, matter: Live, id: string): AsyncGenerator<Date, void, void> {
  yield town.soon(matter, minutes(town.random.int(3, 34)));
  const { lead } = await town.look(id);
  const closer = town.outside(lead, town.random.chance(0.5) ? 'dispatcher' : 'checker');
  const { outcome } = await town.hands.do(closer, told.readCase, { params: { id } });
  await town.hands.do(closer, told.closeCase, {
    params: { id },
    body: {
      summary:
        outcome === 'solved'
          ? '核查通过，问题已解决，予以结案。'
          : '已依法答复说明，暂不具备解决条件，予以结案。',
      outcome: outcome ?? 'explained',
    },
  });
}
