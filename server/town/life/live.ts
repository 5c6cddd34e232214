import type { Platform } from '#platform/serve.ts';
import { seedRows } from '#modules/cases';
import { arrivals } from './arrivals.ts';
import { archiving, callbacks, engine, merging, samples } from './desks.ts';
import { answering, pickingUp, reviewing } from './chasing.ts';
import type { Now } from './hand.ts';
import { days, hours } from './hours.ts';
import { settle } from './settle.ts';
import { Town } from './town.ts';

export type Lived = {
  readonly cases: number;
  readonly acts: number;
  readonly refused: ReadonlyMap<string, number>;
};
type Span = {
  readonly from: Date;
  readonly days: number;
  readonly perDay: number;
  readonly told?: (day: number, acts: number) => Promise<void>;
};

/** Lives the demo street for some days on an empty database whose clock is `now`; `from` is a local midnight. */
export async function liveStreet(platform: Platform, now: Now, span: Span): Promise<Lived> {
  now.at = span.from;
  const people = await settle(platform, now.at);
  const town = new Town(platform, now, people.street, seedRows());
  await town.wake(people);
  town.tell(span.from, arrivals(town, span.perDay));
  const desks = [
    engine(town, platform),
    callbacks(town),
    samples(town),
    archiving(town),
    merging(town),
    answering(town),
    reviewing(town),
    pickingUp(town),
  ];
  desks.forEach((story, i) => town.tell(new Date(span.from.getTime() + hours(9) + i * 60_000), story));
  const end = new Date(span.from.getTime() + days(span.days));
  let day = -1;
  for (let next = town.agenda.next(end); next !== null; next = town.agenda.next(end)) {
    now.at = next.at;
    const went = await next.story.next();
    if (went.done !== true) town.tell(went.value > now.at ? went.value : now.at, next.story);
    const today = Math.floor((now.at.getTime() - span.from.getTime()) / days(1));
    if (today !== day) await span.told?.((day = today), town.hands.done);
  }
  now.at = end;
  return { cases: await countCases(town), acts: town.hands.done, refused: town.refused };
}

const countCases = (town: Town): Promise<number> =>
  town.asStreet(async ({ db, street }) =>
    Number(
      (
        await db
          .selectFrom('cases.case')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .where('street', '=', street)
          .executeTakeFirstOrThrow()
      ).n,
    ),
  );
