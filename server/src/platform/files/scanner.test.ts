import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { isThere, scan, scannerOf } from './scanner.ts';

test.each([
  ['tcp://127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
  ['tcp://[::1]:3310', { host: '::1', port: 3310 }],
  ['unix:///run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['tcp://127.0.0.1', null],
  ['http://127.0.0.1:3310', null],
  ['unix://', null],
  ['3310', null],
])('%s is read as %j', (address, scanner) => expect(scannerOf(address)).toEqual(scanner));

/** What every scanner takes for a virus, by agreement; in two parts, so that this file itself is no finding. */
const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

describe('with a daemon that speaks as clamd does', () => {
  const daemon = makeDaemon();
  let world: World;
  let guard: TestPerson;
  let auditor: TestPerson;
  beforeAll(async () => {
    const port = await daemon.listen();
    world = await startWorld({ env: { SCANNER_URL: `tcp://127.0.0.1:${port}` } });
    guard = await world.person('grid_worker');
    auditor = await world.person('auditor');
  });
  afterAll(async () => {
    await world.close();
    await daemon.close();
  });

  test('a photo in which nothing is found is taken as ever', async () => {
    const reply = await world.as(guard).post('/api/uploads', await photo(), { headers: asBytes });
    expect([reply.statusCode, reply.json()]).toMatchObject([200, { media: 'image/jpeg' }]);
    expect(daemon.scanned()).toBe(1);
  });

  test('one in which something is found is refused by each door, and the security log says what and whose', async () => {
    const direct = await world.as(guard).post('/api/uploads', EICAR, { headers: asBytes });
    const sha256 = createHash('sha256').update(EICAR).digest('hex');
    const headers = { ...asBytes, 'x-upload-offset': '0', 'x-upload-length': String(EICAR.length) };
    const piece = await world.as(guard).post(`/api/uploads/${sha256}`, EICAR, { headers });
    const steward = await world.person('steward');
    const table = await world.as(steward).post('/api/registry/tables', EICAR, { headers: asBytes });
    for (const { statusCode, body } of [direct, piece, table])
      expect([statusCode, JSON.parse(body)]).toMatchObject([
        422,
        { code: 'platform.file_infected', details: { found: 'Eicar-Test-Signature' } },
      ]);
    const gone = (await world.as(guard).get(`/api/uploads/${sha256}`)).json();
    expect(gone).toEqual({ have: 0, file: null });
    const span = 'from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z';
    const log = (await world.as(auditor).get(`/api/audit/security?${span}&kind=data`)).json();
    expect(log.items.map(({ act, code, detail }: Record<string, string>) => [act, code, detail])).toEqual(
      Array(3).fill(['platform.takeFile', 'platform.file_infected', 'Eicar-Test-Signature']),
    );
  });

  test('while no verdict can be had nothing is taken, and a phone goes on later without sending it again', async () => {
    const bytes = await photo();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const send = (piece: Buffer, from: number) =>
      world.as(guard).post(`/api/uploads/${sha256}`, piece, {
        headers: { ...asBytes, 'x-upload-offset': String(from), 'x-upload-length': String(bytes.length) },
      });
    daemon.answers(false);
    const early = await send(bytes, 0);
    expect([early.statusCode, early.json().code]).toEqual([503, 'platform.not_scanned']);
    daemon.answers(true);
    const late = await send(Buffer.alloc(0), bytes.length);
    expect(late.json()).toMatchObject({ have: bytes.length, file: { media: 'image/jpeg' } });
  });
});

const clamd = ['/usr/sbin/clamd', '/usr/local/sbin/clamd'].find((path) => existsSync(path));
describe.skipIf(clamd === undefined)('with ClamAV itself', () => {
  const home = mkdtempSync(join(tmpdir(), 'fengqiao-clamd-'));
  const scanner = { path: join(home, 'clamd.sock') };
  let daemon: ChildProcess;
  beforeAll(async () => {
    const digest = createHash('md5').update(EICAR).digest('hex');
    writeFileSync(join(home, 'known.hdb'), `${digest}:${EICAR.length}:Eicar-Test\n`);
    const lines = [
      'Foreground yes',
      `DatabaseDirectory ${home}`,
      `LocalSocket ${scanner.path}`,
      `User ${userInfo().username}`,
    ];
    writeFileSync(join(home, 'clamd.conf'), `${lines.join('\n')}\n`);
    daemon = spawn(clamd ?? '', ['--config-file', join(home, 'clamd.conf')], { stdio: 'ignore' });
    for (let tries = 0; tries < 200 && !(await isThere(scanner)); tries += 1) await wait(100);
  });
  afterAll(async () => {
    const ended = once(daemon, 'exit');
    daemon.kill();
    await ended;
    rmSync(home, { recursive: true, force: true });
  });

  test('what it knows is found by its name, and all else is let through', async () => {
    expect(await isThere(scanner)).toBe(true);
    expect(await scan(scanner, EICAR)).toMatch(/^Eicar-Test/);
    expect(await scan(scanner, await photo())).toBeNull();
    expect(await scan(scanner, Buffer.alloc(0))).toBeNull();
  });
});

test('nobody there is no verdict', async () => {
  const nowhere = { path: join(tmpdir(), 'fengqiao-no-such.sock') };
  expect(await isThere(nowhere)).toBe(false);
  await expect(scan(nowhere, EICAR)).rejects.toThrow('ENOENT');
});

const asBytes = { 'content-type': 'application/octet-stream' };

const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: 9, g: 80, b: 60 } } })
    .jpeg()
    .toBuffer();

/** Takes streams as clamd does and finds the test virus in them; told not to answer it hangs up. */
function makeDaemon() {
  let [streams, speaks] = [0, true];
  const server = createServer((socket) => {
    const pieces: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      pieces.push(Buffer.from(piece));
      const all = Buffer.concat(pieces);
      if (!all.subarray(-4).equals(Buffer.alloc(4))) return;
      if (!speaks) return void socket.destroy();
      streams += 1;
      socket.end(all.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  return {
    listen: async () => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    },
    answers: (does: boolean) => (speaks = does),
    scanned: () => streams,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
