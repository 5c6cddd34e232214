import { keepCollections, seedResources, sweepRequests } from '#modules/catalogue';
import { allUnits } from '#modules/identity';
import { fromJson } from '#platform/json.ts';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import type { ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import { Hands, type Now } from '../life/hand.ts';
import { days } from '../life/hours.ts';
import { Random } from '../names/random.ts';
import { changes, doubts, proposals } from './aside.ts';
import { assess, publishDrafts } from './assessments.ts';
import { announceIn, doubt, live, propose, type Known } from './asking.ts';
import { resourcesOf } from './resources.ts';
import { seat } from './seats.ts';
import { stories } from './stories.ts';

const WEEKS = 9;

/** Fills the catalogue of a loaded demo street and lives two months of asking and answering, up to now. */
export async function liveCatalogue(platform: Platform, street: string): Promise<void> {
  const now = platform.clock();
  const clock: Now = { at: new Date(now.getTime() - days(WEEKS * 7)) };
  const asStreet = <T>(act: (work: Work) => Promise<T>) =>
    withWork(platform, { service: 'system', street }, clock.at, 'write', act);
  const units = [...new Set([...stories, ...doubts, ...proposals].flatMap(unitsIn))];
  const seats = await asStreet((work) => seat(work, units, now));
  const hands = new Hands(platform, clock);
  const numbers = await assess({ hands, seats, clock });
  await asStreet(async (work) => seedResources(work, resourcesOf(await allUnits(work), numbers)));
  const kept = platform.rooms.flatMap(({ collections = [] }) => [...collections]);
  while ((await asStreet((work) => keepCollections(work, kept))) > 0);
  await publishDrafts({ hands, seats, clock }, numbers);
  await measurePast(platform, clock, asStreet);
  const known = await asStreet(resourcesByName);
  const sweep = () => asStreet(sweepRequests);
  const random = new Random('tingfeng-sharing');
  const stage = { hands, clock, random, seats, known, sweep };
  for (const story of stories) await live(stage, story, now);
  for (const told of doubts) await doubt(stage, told, now);
  for (const told of changes) await announceIn(stage, told, now);
  for (const told of proposals) await propose(stage, told, now);
  clock.at = now;
  await sweep();
}

const unitsIn = ({ by, of }: { readonly by?: string; readonly of: string }): string[] => [
  ...(by === undefined ? [] : [by]),
  of.split('/')[0] ?? '',
];

/** Cases are counted as they stood at the end of each week; what has no past is counted now. */
async function measurePast(
  platform: Platform,
  clock: Now,
  asStreet: <T>(act: (work: Work) => Promise<T>) => Promise<T>,
): Promise<void> {
  const kept = platform.rooms.flatMap(({ collections = [] }) => [...collections]);
  const dated = kept.filter(({ id }) => id === 'cases.case');
  const now = platform.clock();
  for (let week = WEEKS; week >= 1; week--) {
    clock.at = new Date(now.getTime() - days(week * 7));
    while ((await asStreet((work) => keepCollections(work, week === WEEKS ? kept : dated))) > 0);
  }
}

async function resourcesByName({ db, street }: Work): Promise<Known> {
  const rows = await db
    .selectFrom('catalogue.resource')
    .select(['id', 'provider', 'content'])
    .where('street', '=', street)
    .execute();
  return new Map(
    rows.map(({ id, provider, content }) => {
      const said = fromJson<ResourceContent>(content);
      return [`${provider}/${said.name.zh}`, { id, content: said }];
    }),
  );
}
