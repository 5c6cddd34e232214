import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '#test/world.ts';
import { hashOf } from './http.ts';
import { refuse, refuseKeeping } from './refusal.ts';
import { addNonce } from './files/store.ts';
import { asEngine, withGuess, type Access, type Work } from './work.ts';

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
const begun = async <T>(token: string, access: Access, act: (work: Work) => Promise<T>): Promise<T> =>
  withGuess(world.platform, { tokenHash: hashOf(token) }, world.clock.now(), access, act);
const reading = <T>(token: string, act: (work: Work) => Promise<T>): Promise<T> => begun(token, 'read', act);
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

test('a look with its record leaves one record, of whoever they are now, and none when they are nobody', async () => {
  const { token } = await world.session({ role: 'department', unit: 'police' });
  const kept = async () =>
    (
      await world.asSystem(({ db }) =>
        sql<{ n: number }>`select count(*)::int as n from platform.upload_nonce`.execute(db),
      )
    ).rows[0]?.n;
  const look = (work: Work) => Promise.all([whoReads(work), addNonce(work)]).then(([said]) => said);
  expect(await begun(token, 'write', look)).toBe('police | police');
  expect(await begun(token, 'write', look)).toBe('police | police');
  await change(token, { units: ['fire'] });
  expect(await begun(token, 'write', look)).toBe('fire | fire');
  expect(await kept()).toBe(3);
  await change(token, { ends_at: world.clock.now() });
  await expect(begun(token, 'write', look)).rejects.toMatchObject({ code: 'platform.not_signed_in' });
  expect(await kept()).toBe(3);
});

test('a refusal that keeps what it wrote keeps it, also at the first trip', async () => {
  const { token } = await world.session({ role: 'department', unit: 'police' });
  const count = async () =>
    (await world.asSystem(({ db }) => sql`select 1 from platform.upload_nonce`.execute(db))).rows.length;
  const tried = async (work: Work) => {
    await addNonce(work);
    return refuseKeeping('platform.not_allowed');
  };
  const before = await count();
  for (let n = 0; n < 2; n += 1)
    await expect(begun(token, 'write', tried)).rejects.toMatchObject({ code: 'platform.not_allowed' });
  expect(await count()).toBe(before + 2);
});
