import * as told from '@fengqiao/contract/cases.ts';
import type { ListRow } from '@fengqiao/contract/cases/list-row.ts';
import type { Channel } from '@fengqiao/contract/cases/words.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Building } from '../street/types.ts';
import type { Story } from './agenda.ts';
import type { Townsman } from './hand.ts';
import { hours, minutes } from './hours.ts';
import { giveOut } from './story-dispatch.ts';
import { workOn } from './story-work.ts';
import type { Town } from './town.ts';
import { found, handled, notFound, reportText } from './words.ts';

/** One matter: what it is, where, and by which channel it comes in. */
export type Matter = {
  readonly row: ListRow;
  readonly building: Pick<Building, 'lng' | 'lat' | 'address'>;
  readonly channel: Channel;
  readonly who: Townsman;
};
/** A matter that has become a case. */
export type Live = Matter & { readonly id: string; readonly report: string; readonly code: string };

const taken: readonly Channel[] = ['hotline', 'phone', 'window', 'paper', 'upstream'];

/** The whole story of a matter, from the report to the answer. */
export const live = (town: Town, matter: Matter): Story => untilRefused(town, wholeLife(town, matter));

/** A story that ends early when the engine refuses what was tried. */
export async function* untilRefused(town: Town, story: Story): Story {
  try {
    yield* story;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    town.refused.set(error.code, (town.refused.get(error.code) ?? 0) + 1);
  }
}

async function* wholeLife(town: Town, matter: Matter): Story {
  const opened = await report(town, matter);
  if (opened === null || opened.joined) return;
  if (!opened.done) {
    yield town.soon(matter, minutes(town.random.int(4, 40)));
    if (!(yield* intake(town, opened.live, opened.registered))) return;
    if (!(yield* giveOut(town, opened.live))) return;
  }
  yield* workOn(town, opened.live, opened.id, opened.done);
}

type Opened = { live: Live; id: string; joined: boolean; done: boolean; registered: boolean };

async function report(town: Town, matter: Matter): Promise<Opened | null> {
  const { row, building, channel, who } = matter;
  const place = {
    lng: building.lng + town.random.normal(0, 0.0001),
    lat: building.lat + town.random.normal(0, 0.00008),
    address: building.address.zh,
  };
  const text = reportText(town.random, row, building.address.zh);
  const base = { ...place, text, ...placeKind(row) };
  if (channel === 'field') return findIt(town, matter, base);
  const join = await neighbours(town, matter, base);
  const files = channel === 'resident' && town.random.chance(0.55) ? [await town.photo(who)] : [];
  const given = {
    ...base,
    ...(join === null ? {} : { join }),
    ...(town.random.chance(0.6) ? { type: row.type } : {}),
  };
  const contact = { name: '张先生', phone: `1990000${String(town.random.int(1000, 9999))}` };
  const receipt = taken.includes(channel)
    ? await town.hands.do(town.one('intake'), told.takeReport, { body: { ...given, channel, contact } })
    : await town.hands.do(who, told.reportProblem, {
        body: {
          ...given,
          files,
          anonymous: town.random.chance(0.08),
          ...(who.account === null ? { contact } : {}),
        },
      });
  return {
    live: { ...matter, id: receipt.caseId, report: receipt.report, code: receipt.code },
    id: receipt.caseId,
    joined: receipt.joined,
    done: false,
    registered: false,
  };
}

type Base = { lng: number; lat: number; address: string; text: string };
const placeKind = (row: ListRow) => (row.placeKinds[0] === undefined ? {} : { placeKind: row.placeKinds[0] });

/** A grid worker finds it; a small thing is done at once. */
async function findIt(town: Town, matter: Matter, base: Base): Promise<Opened> {
  const { row, who } = matter;
  const onTheSpot =
    row.onTheSpot && town.random.chance(0.55)
      ? { done: handled(town.random, row), evidence: await town.evidence(who, row, 'handle', base) }
      : undefined;
  const files = [await town.photo(who)];
  const calledOut = row.grade === 'S' ? { calledOut: '已拨打 119，消防到场' } : {};
  const receipt = await town.hands.do(who, told.reportFound, {
    body: { ...base, type: row.type, files, ...calledOut, ...(onTheSpot === undefined ? {} : { onTheSpot }) },
  });
  return {
    live: { ...matter, id: receipt.caseId, report: receipt.report, code: receipt.code },
    id: receipt.caseId,
    joined: receipt.joined,
    done: onTheSpot !== undefined,
    registered: true,
  };
}

/** Most people join what neighbours have already reported when they are shown it. */
async function neighbours(town: Town, { row, who, channel }: Matter, base: Base): Promise<string | null> {
  if (!town.random.chance(0.35)) return null;
  const asker = channel === 'resident' ? who : town.one('intake');
  const { items } = await town.hands.do(asker, told.findNearby, {
    query: { lng: base.lng, lat: base.lat, text: base.text, type: row.type },
  });
  const like = items.find((item) => item.likeness > 0.5);
  return like === undefined || !town.random.chance(0.7) ? null : like.caseId;
}

/** The centre verifies, registers or declines; false when the story ends here. */
async function* intake(town: Town, matter: Live, registered: boolean): AsyncGenerator<Date, boolean, void> {
  if (registered && (await town.look(matter.id)).state !== 'received') return true;
  if (matter.row.verifyPublic && matter.channel !== 'field' && !(yield* verify(town, matter))) return false;
  if (town.random.chance(0.035))
    return yield* decline(town, matter, 'EXIT_OUT_OF_SCOPE', '属市场经营纠纷，建议与商家协商或向消协投诉。');
  if (town.random.chance(0.012))
    return yield* decline(town, matter, 'EXIT_LEGAL_ROUTE', '该争议已进入仲裁程序，请按仲裁安排办理。');
  const calledOut = matter.row.grade === 'S' ? { calledOut: '已拨打 119/110，接警员已记录' } : {};
  await town.hands.do(town.one('intake'), told.registerCase, {
    params: { id: matter.id },
    body: { type: matter.row.type, ...placeKind(matter.row), ...calledOut },
  });
  yield town.soon(matter, minutes(town.random.int(2, 35)));
  return true;
}

async function* verify(town: Town, matter: Live): AsyncGenerator<Date, boolean, void> {
  const place = await town.look(matter.id);
  const unit = place.grid ?? place.community;
  const worker = town.of(unit);
  if (unit === null || worker === null) return true;
  await town.hands.do(town.one('intake'), told.askVerification, {
    params: { id: matter.id },
    body: { unit },
  });
  yield town.soon(matter, minutes(town.random.int(20, 170)));
  const there = town.random.chance(0.94);
  await town.hands.do(worker, told.reportVerification, {
    params: { id: matter.id },
    body: { found: there, note: there ? found(town.random) : notFound(town.random) },
  });
  yield town.soon(matter, minutes(town.random.int(3, 30)));
  if (there) return true;
  return yield* decline(town, matter, 'EXIT_NOT_FOUND', '网格员现场核实未发现所述情况。');
}

/** Declined; one in four objects, and half of those are heard: then the story goes on. */
async function* decline(
  town: Town,
  matter: Live,
  exit: 'EXIT_OUT_OF_SCOPE' | 'EXIT_LEGAL_ROUTE' | 'EXIT_NOT_FOUND',
  reason: string,
): AsyncGenerator<Date, boolean, void> {
  await town.hands.do(town.one('intake'), told.declineCase, {
    params: { id: matter.id },
    body: {
      exit,
      reason,
      route: exit === 'EXIT_LEGAL_ROUTE' ? '听枫人民调解委员会 / 仲裁委' : '12345 转行业监管部门指导',
    },
  });
  if (matter.channel !== 'resident' || !town.random.chance(0.25)) return false;
  yield town.later(hours(town.random.int(5, 60)), false);
  await town.hands.do(matter.who, told.contestDecline, {
    params: { id: matter.report },
    body: { code: matter.code, reason: '问题确实存在，请再来看一次。' },
  });
  yield town.office(hours(town.random.int(3, 20)));
  const { items } = await town.hands.do(town.one('supervisor'), told.listReopenings, {
    query: { open: true },
  });
  const asked = items.find((item) => item.caseId === matter.id);
  if (asked === undefined) return false;
  const granted = town.random.chance(0.5);
  await town.hands.do(town.one('supervisor'), told.decideReopening, {
    params: { id: asked.id },
    body: {
      granted,
      reason: granted ? '复核后认为应当受理，重新立案。' : '两次现场核实均未发现，维持原决定。',
    },
  });
  if (!granted) return false;
  yield town.later(minutes(30));
  const calledOut = matter.row.grade === 'S' ? { calledOut: '已拨打 119/110，接警员已记录' } : {};
  if (matter.row.verifyPublic && !(yield* seenAgain(town, matter))) return false;
  await town.hands.do(town.one('intake'), told.registerCase, {
    params: { id: matter.id },
    body: { type: matter.row.type, ...placeKind(matter.row), ...calledOut },
  });
  return true;
}

async function* seenAgain(town: Town, matter: Live): AsyncGenerator<Date, boolean, void> {
  const { community } = await town.look(matter.id);
  const worker = town.of(community);
  if (community === null || worker === null) return false;
  await town.hands.do(town.one('intake'), told.askVerification, {
    params: { id: matter.id },
    body: { unit: community },
  });
  yield town.later(hours(2));
  await town.hands.do(worker, told.reportVerification, {
    params: { id: matter.id },
    body: { found: true, note: '社区再次到场，情况属实。' },
  });
  yield town.later(minutes(10));
  return true;
}
