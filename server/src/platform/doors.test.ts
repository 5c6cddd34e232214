import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from '#test/world.ts';
import { answerError } from './errors.ts';
import { serveApps } from './web.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ rooms: [], env: { RATE_LIMIT: '30' } });
});
afterAll(() => world.close());

test('every answer carries the headers that keep a browser safe', async () => {
  const { headers } = await world.as(null).get('/api/health');
  expect(headers['content-security-policy']).toContain("default-src 'self';script-src 'self'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'SAMEORIGIN',
  });
  expect(headers['permissions-policy']).toContain('geolocation=(self)');
  expect(headers['strict-transport-security']).toBeUndefined();
});

test('health tells when the database is older than the program, and when it is gone', async () => {
  expect((await world.as(null).get('/api/health')).json()).toMatchObject({
    ok: true,
    database: 'up',
    migrations: 'current',
  });
  const owner = new pg.Client({ connectionString: world.url });
  await owner.connect();
  const { rows } = await owner.query(
    "delete from public.fengqiao_migration where name like '0005%' returning name, sha256",
  );
  const reply = await world.as(null).get('/api/health');
  expect([reply.statusCode, reply.json().migrations]).toEqual([503, 'pending']);
  await owner.query('insert into public.fengqiao_migration (name, sha256) values ($1, $2)', [
    rows[0].name,
    rows[0].sha256,
  ]);
  await owner.end();
});

test('figures are for the inside only', async () => {
  const ask = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
    world.app.inject({ url: '/metrics', headers, remoteAddress });
  const inside = await ask({});
  expect(inside.body).toMatch(
    /fengqiao_request_duration_seconds_bucket\{le="5",operation="platform.health",status="200"\} [1-9]/,
  );
  expect((await ask({ 'x-forwarded-for': '8.8.8.8' })).statusCode).toBe(404);
  expect((await ask({}, '8.8.8.8')).statusCode).toBe(404);
});

/** What a line of figures may be: a comment that names a metric, or a sample of one with its labels and a number. */
const FIGURES =
  /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z_]+="[^"\\\n]*"(,[a-z_]+="[^"\\\n]*")*\})? (-?[\d.]+(e[+-]?\d+)?|\+Inf))$/;

test('figures are in the form Prometheus reads: each told once, of a known kind, named by its unit', async () => {
  const { headers, body } = await world.app.inject({ url: '/metrics' });
  expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(body.endsWith('\n')).toBe(true);
  const lines = body.split('\n').filter((line) => line !== '');
  expect(lines.filter((line) => !FIGURES.test(line))).toEqual([]);
  const told = lines.flatMap((line) => {
    const [, name = '', kind = ''] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? [];
    return name === '' ? [] : [[name, kind] as const];
  });
  const kinds = new Map(told);
  expect(kinds.size).toBe(told.length);
  for (const [name, kind] of kinds) {
    expect(body).toContain(`# HELP ${name} `);
    expect([name, kind, name.endsWith('_total')]).toEqual([name, kind, kind === 'counter']);
  }
  const samples = lines.filter((line) => !line.startsWith('#'));
  expect(new Set(samples.map((line) => line.slice(0, line.lastIndexOf(' ')))).size).toBe(samples.length);
  for (const line of samples) {
    const name = /^[a-z_]+/.exec(line)?.[0] ?? '';
    expect(kinds.has(name) || kinds.get(name.replace(/_(bucket|sum|count)$/, '')) === 'histogram').toBe(true);
  }
});

test('one address that floods is held back, others are not', async () => {
  const ask = (remoteAddress: string) => world.app.inject({ url: '/api/nothing', remoteAddress });
  for (let i = 0; i < 30; i += 1) expect((await ask('10.1.1.1')).statusCode).toBe(404);
  const held = await ask('10.1.1.1');
  expect([held.statusCode, held.json().code, held.headers['retry-after']]).toEqual([
    429,
    'platform.too_many',
    '2',
  ]);
  expect((await ask('10.1.1.2')).statusCode).toBe(404);
  world.clock.advance({ minutes: 1 });
  expect((await ask('10.1.1.1')).statusCode).toBe(404);
});

test('behind a proxy its word counts, not what the sender wrote before it', async () => {
  const behind = await startWorld({ rooms: [], env: { RATE_LIMIT: '2', TRUST_PROXY: 'on' } });
  const ask = (forwarded: string) =>
    behind.app.inject({
      url: '/api/nothing',
      remoteAddress: '127.0.0.1',
      headers: { 'x-forwarded-for': forwarded },
    });
  const statuses = [];
  for (const invented of ['1.1.1.1', '2.2.2.2', '3.3.3.3'])
    statuses.push((await ask(`${invented}, 10.4.4.4`)).statusCode);
  expect([...statuses, (await ask('10.5.5.5')).statusCode]).toEqual([404, 404, 429, 404]);
  await behind.close();
});

test('the interface describes itself', async () => {
  world.clock.advance({ minutes: 1 });
  const told = (await world.as(null).get('/api/openapi.json')).json();
  expect([
    told.openapi,
    told.paths['/uploads'].post.operationId,
    told.paths['/files/{id}'].get.parameters[0].name,
  ]).toEqual(['3.1.0', 'platform.upload', 'id']);
  const page = await world.as(null).get('/api/docs');
  expect([page.statusCode, page.body.includes('http://'), page.body.includes('https://')]).toEqual([
    200,
    false,
    false,
  ]);
});

describe('the web apps', () => {
  const home = mkdtempSync(join(tmpdir(), 'fengqiao-web-'));
  mkdirSync(join(home, 'console/assets'), { recursive: true });
  writeFileSync(join(home, 'console/index.html'), '<!doctype html><title>console</title>');
  writeFileSync(join(home, 'console/assets/a-1234.js'), `/* ${'a'.repeat(3000)} */`);
  const app = fastify();
  beforeAll(async () => {
    app.setErrorHandler(answerError);
    await serveApps(app, [
      { at: '/console/', folder: `${home}/console/`, nameZh: '工作台' },
      { at: '/', folder: `${home}/resident/`, nameZh: '住枫桥' },
    ]);
  });
  afterAll(async () => {
    await app.close();
    rmSync(home, { recursive: true });
  });

  test('an address inside an app opens the app', async () => {
    for (const url of ['/console/', '/console/cases/123'])
      expect((await app.inject(url)).body).toContain('<title>console</title>');
    expect((await app.inject('/console')).headers.location).toBe('/console/');
  });

  test('hashed files are kept for ever, packed for the way; missing ones are not found', async () => {
    const script = await app.inject({
      url: '/console/assets/a-1234.js',
      headers: { 'accept-encoding': 'br' },
    });
    expect([script.statusCode, script.headers['content-encoding'], script.headers['cache-control']]).toEqual([
      200,
      'br',
      'public, max-age=31536000, immutable',
    ]);
    expect((await app.inject('/console/assets/gone.js')).json().code).toBe('platform.not_found');
    expect((await app.inject('/console/..%2f..%2fpackage.json')).statusCode).not.toBe(200);
  });

  test('an app that was not built says how to build it', async () => {
    const page = await app.inject('/report');
    expect([page.statusCode, page.body.includes('npm start')]).toEqual([503, true]);
    expect((await app.inject('/api/nothing')).json().code).toBe('platform.not_found');
  });
});
