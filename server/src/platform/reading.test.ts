import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '#test/world.ts';
import { hashOf } from './http.ts';
import { refuse } from './refusal.ts';
import { asEngine, withReading, type Work } from './work.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ rooms: [] });
});
afterAll(() => world.close());

/** Who reads, as the program and as the row policies know it; told of each time the act ran. */
const ran: string[] = [];
const whoReads = async ({ db, actor }: Work): Promise<string> => {
  const { rows } = await sql<{ units: string[] }>`
    select units from identity.session where id = nullif(current_setting('fengqiao.session', true), '')::uuid`.execute(
    db,
  );
  const said = `${actor.units.join()} | ${rows[0]?.units.join() ?? 'nobody'}`;
  ran.push(said);
  return said;
};
const reading = async <T>(token: string, act: (work: Work) => Promise<T>): Promise<T> =>
  withReading(world.platform, { tokenHash: hashOf(token) }, world.clock.now(), act);
const change = (token: string, set: Partial<{ units: string[]; ends_at: Date }>) =>
  world.platform.db
    .updateTable('identity.session')
    .set(set)
    .where('token_hash', '=', hashOf(token))
    .execute();

test('whoever reads again is believed to be who they were, and reads once, under their own policies', async () => {
  const { token } = await world.session({ role: 'department', unit: 'police' });
  ran.length = 0;
  for (let i = 0; i < 3; i += 1) expect(await reading(token, whoReads)).toBe('police | police');
  expect(ran).toHaveLength(3);
});

test('somebody whose post has changed since is given what they may see now', async () => {
  const { token } = await world.session({ role: 'department', unit: 'police' });
  await reading(token, whoReads);
  await change(token, { units: ['fire'] });
  ran.length = 0;
  expect(await reading(token, whoReads)).toBe('fire | fire');
  expect(ran).toEqual(['police | fire', 'fire | fire']);
  expect(await reading(token, whoReads)).toBe('fire | fire');
});

test('a refusal that only who they were would have met is not theirs', async () => {
  const { token } = await world.session({ role: 'department', unit: 'police' });
  const forPoliceNot = async (work: Work) =>
    work.actor.units.includes('police') ? refuse('platform.not_allowed') : 'read';
  await expect(reading(token, forPoliceNot)).rejects.toMatchObject({ code: 'platform.not_allowed' });
  await change(token, { units: ['fire'] });
  expect(await reading(token, forPoliceNot)).toBe('read');
});

test('once their session is over nothing is read, and nothing that was thought to be theirs is given', async () => {
  const { token } = await world.session({ role: 'department', unit: 'police' });
  await reading(token, whoReads);
  await change(token, { ends_at: world.clock.now() });
  ran.length = 0;
  await expect(reading(token, whoReads)).rejects.toMatchObject({ code: 'platform.not_signed_in' });
  await expect(reading(token, async () => 'said without asking')).rejects.toMatchObject({
    code: 'platform.not_signed_in',
  });
  expect(ran).toEqual(['police | nobody']);
});

test('an act that fails fails as itself, and the connection serves on', async () => {
  const { token } = await world.session({ role: 'department', unit: 'police' });
  await reading(token, whoReads);
  await expect(reading(token, ({ db }) => sql`select 1 / 0`.execute(db))).rejects.toMatchObject({
    code: '22012',
  });
  expect(await reading(token, whoReads)).toBe('police | police');
});

test('what the engine does for somebody ends with it, also one inside the other and when it refuses', async () => {
  const { token } = await world.session({ role: 'department', unit: 'police' });
  const refused = () => Promise.resolve(refuse('platform.not_found'));
  const told = await reading(token, async (work) => [
    await asEngine(work, async () => {
      await asEngine(work, () => whoReads(work));
      return whoReads(work);
    }),
    await whoReads(work),
    await asEngine(work, refused).catch(() => whoReads(work)),
  ]);
  expect(told).toEqual(['police | ', 'police | police', 'police | police']);
});
