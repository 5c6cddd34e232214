import { decideCare, noteCare, proposeCare } from '@fengqiao/contract/care.ts';
import { personSeals } from '#modules/identity';
import { fromJson } from '#platform/json.ts';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import { seat, type Seats } from '../catalogue/seats.ts';
import { Hands, type Now, type Townsman } from '../life/hand.ts';
import { days } from '../life/hours.ts';
import { stories, type Step, type Story } from './stories.ts';

type Paper = { readonly name: string; readonly idNumber: string };
type Stage = { readonly hands: Hands; readonly clock: Now; readonly now: Date; readonly seats: Seats };

/** A few invented records of two units, lived by the people whose duty they are, up to now. */
export async function liveCare(platform: Platform, street: string): Promise<void> {
  const now = platform.clock();
  const clock: Now = { at: new Date(now.getTime() - days(60)) };
  const units = [...new Set(stories.map(({ unit }) => unit))];
  const inStreet = <T>(act: (work: Work) => Promise<T>) =>
    withWork(platform, { service: 'system', street }, clock.at, 'write', act);
  const seats = await inStreet((work) => seat(work, units, now));
  const people = await inStreet((work) => papers(work, stories.length));
  const stage = { hands: new Hands(platform, clock), clock, now, seats };
  for (const [at, story] of stories.entries()) {
    const paper = people[at];
    if (paper !== undefined) await live(stage, story, paper);
  }
}

/** Papers of grown-ups of the registry, far apart in it. */
async function papers(work: Work, count: number): Promise<Paper[]> {
  const rows = await work.db
    .selectFrom('registry.person')
    .select(['id', 'g2_enc', 'g3_enc'])
    .where('street', '=', work.street)
    .where('state', '=', 'here')
    .orderBy('id')
    .limit(400)
    .execute();
  const seals = await personSeals(
    work,
    rows.map(({ id }) => id),
  );
  const grown = rows.flatMap(({ id, g2_enc: g2, g3_enc: g3 }): Paper[] => {
    const seal = seals.get(id);
    if (seal === undefined || g2 === null || g3 === null) return [];
    const at = (column: string) => ({ table: 'registry.person', column, row: id });
    const { name } = fromJson<{ name: string }>(JSON.parse(seal.open(g2, at('g2_enc'))));
    const { idNumber, birthDate } = fromJson<{ idNumber: string | null; birthDate: string | null }>(
      JSON.parse(seal.open(g3, at('g3_enc'))),
    );
    const isGrown = birthDate !== null && birthDate > '1965' && birthDate < '2002';
    return idNumber !== null && isGrown ? [{ name, idNumber }] : [];
  });
  const step = Math.max(1, Math.floor(grown.length / count));
  return Array.from({ length: count }, (_, n) => grown[n * step]).filter((one) => one !== undefined);
}

const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

async function live(stage: Stage, story: Story, paper: Paper): Promise<void> {
  const { hands, clock, now, seats } = stage;
  const { unit, by, kind, measures, why } = story;
  const pair = { worker: seats.of(unit, by), second: seats.of(unit, by === 0 ? 1 : 0) };
  const ahead = (n: number) => new Date(now.getTime() + days(n));
  const contacts = story.steps.filter(([act]) => act === 'note').map(([, daysAgo]) => ahead(-daysAgo));
  const next = ahead(story.nextIn);
  clock.at = ahead(-story.proposedDaysAgo);
  const { id } = await hands.do(pair.worker, proposeCare, {
    body: {
      ...paper,
      kind,
      paper: story.paper,
      why,
      measures: [...measures],
      contactOn: dayOf(contacts.shift() ?? next),
      until: dayOf(ahead(story.monthsLeft * 30)),
      second: pair.second.account ?? '',
    },
  });
  for (const step of story.steps) {
    clock.at = ahead(-step[1]);
    const isNote = step[0] === 'note';
    await act(hands, pair, { id, step, next: isNote ? (contacts.shift() ?? next) : next });
  }
}

type Pair = { readonly worker: Townsman; readonly second: Townsman };

async function act(
  hands: Hands,
  { worker, second }: Pair,
  { id, step: [what, , says], next }: { id: string; step: Step; next: Date },
): Promise<void> {
  const params = { id };
  if (what === 'approve')
    await hands.do(second, decideCare, { params, body: { approve: true, answer: says } });
  else await hands.do(worker, noteCare, { params, body: { text: says, contactOn: dayOf(next) } });
}
