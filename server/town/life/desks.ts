import * as told from '@fengqiao/contract/cases.ts';
import type { Platform } from '#platform/serve.ts';
import { hearAll } from '#platform/listen.ts';
import { withWork } from '#platform/work.ts';
import type { Story } from './agenda.ts';
import { days, hours, minutes } from './hours.ts';
import { passOver } from './story-dispatch.ts';
import { heard } from './story-after.ts';
import type { Town } from './town.ts';
import { checked, failed, unhappy } from './words.ts';

/** What the engine does by itself: timers, questions, consultations that end in silence, messages. */
export async function* engine(town: Town, platform: Platform): Story {
  for (;;) {
    for (const job of platform.rooms.flatMap((room) => room.jobs ?? [])) {
      if (!('act' in job)) continue;
      for (let batch = 0; batch < 20; batch++) {
        if (
          (await withWork(
            platform,
            { service: 'system', street: town.street.id },
            town.now.at,
            'write',
            job.act,
          )) === 0
        )
          break;
      }
    }
    while ((await hearAll(platform, new Map())) > 0);
    yield new Date(town.now.at.getTime() + hours(1));
  }
}

/** The callback desk rings up whom the system has drawn. */
export async function* callbacks(town: Town): Story {
  for (;;) {
    const desk = town.one('callback');
    const { items } = await town.hands.do(desk, told.listCallbacks, { query: { limit: 12 } });
    for (const item of items) {
      yield town.later(minutes(town.random.int(4, 20)));
      const { outcome, lead } = await town.hands.do(desk, told.readCase, { params: { id: item.id } });
      const reached = town.random.chance(0.7);
      const solved = outcome === 'solved' && town.random.chance(town.manner(lead ?? '').honest ? 0.88 : 0.5);
      const body = reached
        ? {
            outcome: 'answered' as const,
            solved,
            score: solved ? town.random.int(4, 5) : town.random.int(1, 3),
            reasons: [],
            text: solved ? '已处理好了。' : unhappy(town.random),
          }
        : { outcome: 'no_answer' as const };
      await town.hands.do(desk, told.answerCallback, { params: { id: item.ask }, body }).catch(passOver);
      if (reached && !solved) town.tell(town.later(hours(2)), again(town, item.id));
    }
    yield town.office(hours(town.random.int(5, 9)));
  }
}

async function* again(town: Town, id: string): Story {
  yield* heard(town, id);
}

/** Every day the system draws some closed cases, and checkers look again. */
export async function* samples(town: Town): Story {
  for (;;) {
    await town.hands.do(town.one('supervisor'), told.drawChecks, { body: { count: 3 } });
    const { items } = await town.hands.do(town.one('checker'), told.listChecks, { query: { limit: 20 } });
    for (const item of items) {
      yield town.office(minutes(town.random.int(40, 200)));
      const checker = town.one('checker');
      const passed = town.random.chance(town.manner(item.lead ?? '').honest ? 0.95 : 0.72);
      const evidence = [
        {
          kind: 'photo' as const,
          file: await town.photo(checker),
          lng: item.lng,
          lat: item.lat,
          accuracy: 15,
        },
      ];
      const row = town.rows.find((one) => one.type === item.type);
      const body = {
        method: row?.checkMethods[0] ?? ('onsite' as const),
        passed,
        note: passed ? checked(town.random) : failed(town.random),
        evidence,
      };
      await town.hands.do(checker, told.doSampleCheck, { params: { id: item.check }, body }).catch(passOver);
    }
    yield town.later(days(1));
  }
}

/** Every day the closed cases whose fourteen days are over are filed away. */
export async function* archiving(town: Town): Story {
  for (;;) {
    const desk = town.one('checker');
    let after: string | null = null;
    do {
      const page: { items: { id: string }[]; next: string | null } = await town.hands.do(
        desk,
        told.listCases,
        { query: { desk: 'to_archive', limit: 100, sort: 'oldest', ...(after === null ? {} : { after }) } },
      );
      for (const item of page.items)
        await town.hands.do(desk, told.archiveCase, { params: { id: item.id }, body: {} }).catch(passOver);
      after = page.next;
    } while (after !== null);
    yield town.later(days(1));
  }
}

/** Now and then the intake desk finds two cases about one thing and joins them; sometimes that was a mistake. */
export async function* merging(town: Town): Story {
  for (;;) {
    const desk = town.one('dispatcher');
    const { items } = await town.hands.do(desk, told.listCases, {
      query: { desk: 'to_dispatch', limit: 10, sort: 'newest' },
    });
    for (const item of items) {
      const { duplicates } = await town.hands.do(desk, told.suggest, { params: { id: item.id } });
      const like = duplicates.find((one) => one.likeness > 0.58 && one.caseId !== item.id);
      if (like === undefined) continue;
      const { merged } = await town.hands.do(desk, told.mergeCases, {
        body: { into: like.caseId, from: [item.id], reason: '同一地点同一问题，并单办理。' },
      });
      const [first] = merged;
      if (first !== undefined && town.random.chance(0.15)) {
        yield town.later(minutes(20));
        await town.hands
          .do(desk, told.unmerge, { params: { id: first.id }, body: { reason: '核对照片后确认是两处。' } })
          .catch(passOver);
      }
    }
    yield town.later(hours(4));
  }
}
