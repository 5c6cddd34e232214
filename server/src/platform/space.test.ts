import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type Person, type World } from '#test/world.ts';
import { diskFull } from './errors.ts';
import { AGAIN, fullnessOf, LEAST, LITTLE, makeSpace, type Fullness } from './space.ts';

test.each<[number, Fullness, Fullness]>([
  [LITTLE, 'enough', 'enough'],
  [LITTLE - 1, 'enough', 'low'],
  [LITTLE, 'low', 'low'],
  [LITTLE * 1.05, 'low', 'enough'],
  [LEAST, 'low', 'low'],
  [LEAST - 1, 'low', 'full'],
  [LEAST - 1, 'enough', 'full'],
  [AGAIN - 1, 'full', 'full'],
  [AGAIN, 'full', 'low'],
  [LITTLE * 2, 'full', 'enough'],
])('%d bytes free on a disk that was "%s" make it "%s"', (free, before, after) => {
  expect(fullnessOf(free, before)).toBe(after);
});

describe('a server whose disk fills up', () => {
  let free = LITTLE * 2;
  let world: World;
  let wang: Person;
  beforeAll(async () => {
    world = await startWorld({ rooms: [], freeOn: async () => free });
    wang = await world.session({ role: 'dispatcher', unit: 'centre' });
  });
  afterAll(() => world.close());
  const leave = async (bytes: number) => {
    free = bytes;
    await world.platform.space.look();
  };
  const save = () => world.as(wang).post('/api/upload-nonces');
  const upload = () =>
    world.as(wang).post('/api/uploads', '%PDF-1.7\n', { headers: { 'content-type': 'application/pdf' } });
  const health = async () => {
    const reply = await world.as(null).get('/api/health');
    const { ok, disk, says } = reply.json();
    return [reply.statusCode, ok, disk, says.map(({ zh }: { zh: string }) => zh.split('，')[0])];
  };
  const figures = async () =>
    (await world.as(null).get('/metrics')).body.match(/^fengqiao_disk_\w+(\{.+\})? \d+$/gm);

  test('tells the operator before there is none left, and goes on', async () => {
    await leave(LITTLE - 1);
    expect((await save()).statusCode).toBe(200);
    expect(await health()).toEqual([200, true, 'low', [expect.stringContaining('磁盘空间不足 2 GB')]]);
  });

  test('saves nothing more, uploads included, and says so by name; reading goes on', async () => {
    await leave(LEAST - 1);
    for (const reply of [await save(), await upload()])
      expect([reply.statusCode, reply.json().code, reply.headers['retry-after']]).toEqual([
        503,
        'platform.disk_full',
        '10',
      ]);
    expect((await world.as(wang).get('/api/time')).statusCode).toBe(200);
    expect(await health()).toEqual([503, false, 'full', ['磁盘已满']]);
    expect(await figures()).toEqual([
      `fengqiao_disk_free_bytes{disk="data"} ${LEAST - 1}`,
      'fengqiao_disk_full 1',
    ]);
  });

  test('goes on by itself once there is room', async () => {
    await leave(AGAIN - 1);
    expect((await save()).statusCode).toBe(503);
    await leave(LITTLE * 2);
    expect([(await save()).statusCode, (await upload()).statusCode]).toEqual([200, 200]);
    expect(await health()).toEqual([200, true, 'enough', []]);
  });
});

describe('what is told of a full disk', () => {
  const passing = () => Object.assign(new Error('terminating connection'), { code: '57P01' });
  const noRoom = () => Object.assign(new Error('no room'), { code: 'ENOSPC' });

  function observed({ databaseUrl = null, backupDir = null }: Record<string, string | null> = {}) {
    const said: string[] = [];
    const at = { free: LITTLE * 2, isAnswering: true };
    const hear =
      (level: string) =>
      ({ disk = '' }: { disk?: string }, words: string) =>
        void said.push(`${level} ${disk} ${words.split(/[:;]/)[0]}`);
    const space = makeSpace({
      settings: { dataDir: '/', backupDir, databaseUrl },
      log: { error: hear('error'), warn: hear('warn'), info: hear('info') },
      isAnswering: async () => at.isAnswering,
      freeOn: async () => at.free,
    });
    space.close();
    const leave = async (bytes: number) => {
      at.free = bytes;
      await space.look();
    };
    return { space, said, at, leave };
  }

  test('is told once however often it is looked at and met, and its end is told too', async () => {
    const { space, said, leave } = observed();
    await leave(LITTLE - 1);
    for (let turn = 0; turn < 5; turn += 1) await leave(turn);
    expect([await space.covers(passing()), await space.covers(diskFull())]).toEqual([true, true]);
    await leave(LITTLE * 2);
    expect(said).toEqual([
      'warn data Less than 2 GB are free on the disk',
      'error data The disk is full',
      'info data There is room on the disk again',
      'info data there is enough room on the disk',
    ]);
    expect([await space.covers(passing()), await space.covers(new TypeError('ours'))]).toEqual([
      false,
      false,
    ]);
  });

  test('a disk that filled a moment ago is found out by the first error', async () => {
    const { space, said, at } = observed();
    at.free = 0;
    expect(await space.covers(passing())).toBe(true);
    expect(said).toEqual(['error data The disk is full']);
  });

  test('the end is not told before the database is back', async () => {
    const { space, at, leave } = observed();
    await leave(0);
    at.isAnswering = false;
    await leave(LITTLE * 2);
    expect([space.fullness(), await space.covers(passing())]).toEqual(['full', true]);
    at.isAnswering = true;
    await space.look();
    expect([space.fullness(), await space.covers(passing())]).toEqual(['enough', false]);
  });

  test('a full disk that cannot be seen from here is taken at its word, told once, and tried again', async () => {
    const { space, said } = observed({ databaseUrl: 'postgres://elsewhere' });
    for (let turn = 0; turn < 5; turn += 1) expect(await space.covers(noRoom())).toBe(true);
    expect([space.fullness(), space.isClosed(), said]).toEqual([
      'full',
      false,
      ['error  The database or the system says that a disk is full'],
    ]);
    expect(() => space.admit('row')).not.toThrow();
  });

  test('where the database lies elsewhere, a full DATA_DIR stops uploads only', async () => {
    const { space, leave } = observed({ databaseUrl: 'postgres://elsewhere' });
    await leave(0);
    expect(() => space.admit('row')).not.toThrow();
    expect(() => space.admit('file')).toThrow(/disk_full/);
  });

  test('backups on a disk of their own are watched as well', async () => {
    const { space, said, leave } = observed({ backupDir: '/proc' });
    await leave(LITTLE - 1);
    expect([...space.free().keys()]).toEqual(['data', 'backups']);
    expect(said).toContain('warn backups The disk of the backups has little room');
  });
});
