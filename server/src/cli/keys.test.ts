import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { indexKeyFits, keepContact, keyFits, peopleWithPhone } from '#modules/identity';
import { searchPeople } from '#modules/registry';
import { readSettings } from '#platform/config.ts';
import { buildPlatform, type OpenPlatform } from '#platform/platform.ts';
import { withWork, type Work } from '#platform/work.ts';
import { keyAfter } from '#test/keys.ts';
import { STREET } from '#test/world.ts';
import { people, peopleCsv, startRegistry, type Registry } from '../modules/registry/registry.fixture.ts';
import type { Given } from './command.ts';
import { refuseWrongKey } from './doctor-service.ts';
import { keysRotateCommand, keysStatusCommand } from './keys.ts';

let registry: Registry;
let contact: string;
let newer: { MASTER_KEY: string; INDEX_KEY: string; CRYPTO_SUITE: string };

beforeAll(async () => {
  registry = await startRegistry();
  const before = registry.world.platform.settings.masterKey.toString('base64');
  newer = { MASTER_KEY: keyAfter(before), INDEX_KEY: keyAfter(), CRYPTO_SUITE: 'sm' };
  await registry.bring('people', peopleCsv);
  contact = await registry.world.asSystem((work) =>
    keepContact(work, { name: '钱七', phone: '19900000777' }),
  );
});
afterAll(() => registry.world.close());

/** The same database, served by a process that was started with other keys. */
async function served<T>(
  env: Record<string, string>,
  act: (platform: OpenPlatform) => Promise<T>,
): Promise<T> {
  const { world } = registry;
  const platform = await buildPlatform({
    settings: readSettings({
      DEMO: 'off',
      LOG_LEVEL: 'silent',
      DATA_DIR: world.platform.settings.dataDir,
      ...env,
    }),
    url: world.url,
    rooms: world.platform.rooms,
    clock: world.clock.now,
  });
  try {
    return await act(platform);
  } finally {
    await platform.close();
  }
}
const inStreet = <T>(platform: OpenPlatform, act: (work: Work) => Promise<T>) =>
  withWork(platform, { service: 'system', street: STREET }, registry.world.clock.now(), 'write', act);

/** Runs a verb against a platform and gives what it said. */
async function run(command: typeof keysRotateCommand, platform: OpenPlatform): Promise<string> {
  const said: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...words) => void said.push(words.join(' ')));
  try {
    const given: Pick<Given, 'open'> = { open: (act) => act(platform) };
    await command.run(given as Given);
  } finally {
    log.mockRestore();
  }
  return said.join('\n');
}

test('a server whose index key or suite was changed refuses to start until the indexes are made anew', async () => {
  const before = registry.world.platform.settings.masterKey.toString('base64');
  const change = { ...newer, MASTER_KEY_PREVIOUS: before };
  await served(change, async (platform) => {
    expect(await inStreet(platform, keyFits)).toBe(true);
    expect(await inStreet(platform, indexKeyFits)).toBe(false);
    await expect(refuseWrongKey(platform)).rejects.toThrow('run fengqiao keys rotate');
    expect((await inStreet(platform, (work) => peopleWithPhone(work, '19900000777'))).contacts).toEqual([]);
    expect(await run(keysStatusCommand, platform)).toMatch(/registry\.person: the indexes of 4 rows/);
  });
});

test('the change of every key at once leaves everybody readable and found, by the new keys alone', async () => {
  const before = registry.world.platform.settings.masterKey.toString('base64');
  await served({ ...newer, MASTER_KEY_PREVIOUS: before }, async (platform) => {
    expect(await run(keysRotateCommand, platform)).toMatch(/registry\.person: indexes of 4 rows made anew/);
    expect(await run(keysRotateCommand, platform)).toMatch(/Done: 0 rows/);
  });
  await served(newer, async (platform) => {
    await refuseWrongKey(platform);
    expect(await run(keysStatusCommand, platform)).toMatch(/MASTER_KEY_PREVIOUS may go/);
    expect((await inStreet(platform, (work) => peopleWithPhone(work, '19900000777'))).contacts).toEqual([
      contact,
    ]);
    const found = await inStreet(platform, (work) =>
      searchPeople(work, { purpose: 'register', idNumber: people.zhang.number }),
    );
    expect(found.items.map(({ name }) => name)).toEqual(['张**']);
  });
});
