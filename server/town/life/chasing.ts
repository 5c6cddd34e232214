import * as told from '@fengqiao/contract/cases.ts';
import type { Story } from './agenda.ts';
import { days, hours, minutes } from './hours.ts';
import { dayFrom } from './story-aside.ts';
import { untilRefused, type Live } from './story-case.ts';
import { passOver } from './story-dispatch.ts';
import { workOn } from './story-work.ts';
import type { Town } from './town.ts';

const ANSWERS = [
  '已安排人员到场，预计明日完成。',
  '因人手不足延误，已增派一组，今天内反馈。',
  '等待配件，已先做临时处置并告知诉求人。',
  '协办单位已到位，正在现场处理。',
  '已完成处置，正在上传佐证。',
];

/** Units answer the orders they were given: careful ones within a day or so, sloppy ones late, and some not at all. */
export async function* answering(town: Town): Story {
  for (;;) {
    for (const { id, unit } of await openOrders(town)) {
      const voice = town.voice(unit);
      const { honest } = town.manner(unit);
      if (voice === null || !town.random.chance(honest ? 0.34 : 0.07)) continue;
      const body = { text: town.random.pick(ANSWERS) };
      await town.hands.do(voice, told.answerSupervision, { params: { id }, body }).catch(passOver);
    }
    yield town.later(hours(3));
  }
}

const openOrders = (town: Town): Promise<{ id: string; unit: string }[]> =>
  town.asStreet(({ db, street }) =>
    db
      .selectFrom('cases.supervision')
      .select(['id', 'unit'])
      .where('street', '=', street)
      .where('kind', '=', 'order')
      .where('answered_at', 'is', null)
      .orderBy('id')
      .execute(),
  );

/** The centre looks at every hold when its thirty days are over: most go on by a new milestone, some end. */
export async function* reviewing(town: Town): Story {
  for (;;) {
    const desk = town.one('supervisor');
    const { items } = await town.hands.do(desk, told.listHolds, { query: { limit: 100 } });
    for (const { id } of items.filter((one) => Date.parse(one.nextReviewAt) <= town.now.at.getTime())) {
      yield town.office(minutes(town.random.int(10, 90)));
      const goOn = town.random.chance(0.75);
      const milestones = [
        { title: '按调整后的方案实施', dueOn: dayFrom(town.now.at, town.random.int(10, 30)) },
      ];
      const body = goOn
        ? { goOn, note: '客观原因未消除，调整节点后继续挂账。', milestones }
        : { goOn, note: '条件已具备，解除挂账，恢复办理。' };
      await town.hands.do(desk, told.reviewHold, { params: { id }, body }).catch(passOver);
    }
    yield town.office(days(1));
  }
}

const FORGOTTEN_DAYS = 4;

/** Somebody takes up what has lain for days: taken up again, restored from a merge, settled by silence. Some of it stays. */
export async function* pickingUp(town: Town): Story {
  for (;;) {
    yield town.office(days(1));
    for (const matter of await forgotten(town))
      if (town.random.chance(0.4))
        town.tell(town.later(minutes(town.random.int(5, 300))), goingOn(town, matter));
  }
}

async function* goingOn(town: Town, matter: Live): Story {
  const { state } = await town.look(matter.id);
  yield* untilRefused(town, workOn(town, matter, matter.id, state === 'handled'));
}

const waiting = ['dispatched', 'handling', 'handled'] as const;

/** Late cases nobody has touched for days, as whoever takes them up knows them: by their number, not by their reporter. */
function forgotten(town: Town): Promise<Live[]> {
  const since = new Date(town.now.at.getTime() - days(FORGOTTEN_DAYS));
  return town.asStreet(async ({ db, street, now }) => {
    const found = await db
      .selectFrom('cases.case as c')
      .select(['c.id', 'c.type', 'c.lng', 'c.lat', 'c.address'])
      .where('c.street', '=', street)
      .where('c.state', 'in', [...waiting])
      .where('c.due_at', '<', now)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('cases.activity as a')
              .select('a.id')
              .whereRef('a.street', '=', 'c.street')
              .whereRef('a.case_id', '=', 'c.id')
              .where('a.kind', '<>', 'ladder')
              .where('a.at', '>', since),
          ),
        ),
      )
      .orderBy('c.id')
      .execute();
    const who = town.one('dispatcher');
    return found.flatMap(({ id, type, lng, lat, address }) => {
      const row = town.rows.find((one) => one.type === type);
      const building = { lng, lat, address: { zh: address, en: address } };
      return row === undefined
        ? []
        : [{ id, row, building, channel: 'phone' as const, who, report: '', code: '' }];
    });
  });
}
