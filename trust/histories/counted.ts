import { MOST_HELPERS, type MandateView } from '@fengqiao/contract/mandates.ts';
import { garbage } from '../../server/test/cases.ts';
import type { TestPerson } from '../../server/test/people.ts';
import type { World } from '../../server/test/world.ts';
import { told, type Ask, type Bell } from './bell.ts';
import type { Scene } from './scenes.ts';

const refusedAs = (bell: Bell, path: string, code: string): number =>
  bell.heard.filter((one) => one.path.endsWith(path) && one.said['code'] === code).length;

const exactly = (what: string, wanted: number, got: number): string[] =>
  got === wanted ? [] : [`${what}: ${got} instead of ${wanted}`];

let lastPhone = 13_700_000_000;
const newPhone = () => String((lastPhone += 1));

/** Somebody asks more helpers at once than anybody may have, one of them from two windows. */
const helpers: Scene = {
  name: 'more helpers are asked at once than one may have',
  play: async ({ town: { world }, bell }) => {
    const mother = await world.person('resident');
    const until = new Date(world.clock.now().getTime() + 90 * 86_400_000).toISOString().slice(0, 10);
    const ask = (phone: string): Ask => ({
      who: mother,
      path: '/mandates/helpers',
      body: { phone, acts: ['reports.follow'], until },
    });
    const twice = newPhone();
    const first = await bell.ring([ask(twice), ask(twice), ask(twice)]);
    const others = await bell.ring(Array.from({ length: MOST_HELPERS + 3 }, () => ask(newPhone())));
    const { items } = (await world.as(mother).get('/api/mandates')).json<{ items: MandateView[] }>();
    return [
      ...exactly('asked one person several times', 1, told(first, '/helpers').length),
      ...exactly('helpers were asked', MOST_HELPERS - 1, told(others, '/helpers').length),
      ...exactly('helpers stand', MOST_HELPERS, items.length),
    ];
  },
};

/** Everybody who administers ends the post or the account of the next one: of four, two must remain. */
const administrators: Scene = {
  name: 'four administrators let each other go at once',
  play: async ({ town: { world }, bell }) => {
    const four = await administering(world);
    const ends = four.map((who, i): Ask => {
      const other = four[(i + 1) % four.length];
      return i % 2 === 0
        ? { who, path: `/posts/${other?.post}/end`, body: { reason: '轮岗' } }
        : { who, path: `/accounts/${other?.account}/closure`, body: { reason: '离职' } };
    });
    const gone = (await bell.ring(ends)).filter(({ status }) => status === 200);
    return [
      ...exactly('administrators were let go', 2, gone.length),
      ...exactly('administrators are left', 2, (await postsOfAdmins(world)).size),
    ];
  },
};

const known = new WeakMap<World, TestPerson[]>();

/** Four people who administer, those of earlier rounds first. */
async function administering(world: World): Promise<TestPerson[]> {
  const held = await postsOfAdmins(world);
  const people = (known.get(world) ?? []).filter(({ post }) => held.has(post ?? ''));
  while (people.length < 4) people.push(await world.person('admin'));
  known.set(world, people);
  return people;
}

async function postsOfAdmins(world: World): Promise<Set<string>> {
  const rows = await world.asSystem(({ db, now }) =>
    db
      .selectFrom('identity.post')
      .select('id')
      .where('role', '=', 'admin')
      .where('valid_to', '>', now)
      .execute(),
  );
  return new Set(rows.map(({ id }) => id));
}

const posts: Scene = {
  name: 'a post is granted, approved and ended from several windows',
  play: async ({ town: { world }, bell }) => {
    const [one, two, three] = await administering(world);
    if (one === undefined || two === undefined || three === undefined) throw new Error('too few');
    const holder = await world.person('department', 'urban_ops');
    const grant: Ask = {
      who: one,
      path: `/accounts/${holder.account}/posts`,
      body: { role: 'dispatcher', unit: 'centre', reason: '轮岗' },
    };
    const granted = told(await bell.ring([grant, grant, grant]), '/posts');
    const id = String(granted[0]?.said['id']);
    const asking = (who: TestPerson, act: string, body: object = {}): Ask => ({
      who,
      path: `/posts/${id}/${act}`,
      body,
    });
    const approved = told(
      await bell.ring([one, two, three, two].map((who) => asking(who, 'approval'))),
      '/approval',
    );
    const ended = told(
      await bell.ring([one, two].map((who) => asking(who, 'end', { reason: '轮岗' }))),
      '/end',
    );
    return [
      ...exactly('granted', 1, granted.length),
      ...exactly('approved', 1, approved.length),
      ...exactly('ended', 1, ended.length),
      ...(approved.some(({ who }) => who === one) ? ['approved by whoever granted it'] : []),
    ];
  },
};

const HARD = 4;

/** An officer asks for more people at one moment than may be seen on a day. */
const budget: Scene = {
  name: 'more people are revealed at once than a day allows',
  play: async ({ town, cast, bell }) => {
    const { world } = town;
    await world.asSystem(({ db, street, now }) =>
      db
        .insertInto('audit.budget')
        .values({ street, role: 'department', version: 1, soft: HARD - 1, hard: HARD, since: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
    const officer = await world.person('department', 'law_enforcement');
    const asks: Ask[] = [];
    while (asks.length < HARD + 4) {
      const contact = { name: '居民', phone: newPhone() };
      const taken = await town.done<{ caseId: string; report: string }>(town.intake, '/cases', {
        ...garbage,
        channel: 'upstream',
        contact,
      });
      await town.done(town.intake, `/cases/${taken.caseId}/registration`, { type: '02001' });
      await town.done(cast.dispatchers[0], `/cases/${taken.caseId}/dispatch`);
      asks.push({
        who: officer,
        path: `/cases/${taken.caseId}/reporter`,
        body: { report: taken.report, purpose: 'contact', reason: '核对当事人情况' },
      });
    }
    const before = refusedAs(bell, '/reporter', 'audit.budget_spent');
    const seen = told(await bell.ring(asks), '/reporter');
    const counted = await world.asSystem(({ db }) =>
      db
        .selectFrom('audit.revealed_count')
        .select('people')
        .where('account', '=', officer.account)
        .executeTakeFirst(),
    );
    const refused = refusedAs(bell, '/reporter', 'audit.budget_spent') - before;
    return [
      ...exactly('people were shown', HARD, seen.length),
      ...exactly('looks were refused for the limit', asks.length - HARD, refused),
      ...exactly('people are counted', HARD, counted?.people ?? 0),
    ];
  },
};

export const counted: readonly Scene[] = [helpers, administrators, posts, budget];
