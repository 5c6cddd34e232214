import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { isSecurityAct, securityActNames } from '@fengqiao/contract/audit/security-acts.ts';
import { refusals } from '@fengqiao/contract/refusals.ts';
import type { Door } from '@fengqiao/contract/platform.ts';
import type { Route } from '@fengqiao/contract/route.ts';
import { rooms } from './app.ts';
import { openapiText } from './openapi.ts';
import { ground } from './platform/ground.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
type Told = Pick<Route | Door, 'id' | 'method' | 'path'>;

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'method', 'path', 'who', 'reply'].every((name) => name in value);

/** Every operation that some file of the contract exports, alone or in a list. */
async function told(): Promise<Told[]> {
  const found = new Map<unknown, Told>();
  for await (const path of glob('contract/src/**/*.ts', {
    cwd: root,
    exclude: (name) => name.endsWith('.test.ts'),
  })) {
    const exported: Record<string, unknown> = await import(pathToFileURL(join(root, path)).href);
    for (const one of Object.values(exported).flat()) if (isTold(one)) found.set(one, one);
  }
  return [...found.values()];
}

const served = [ground(''), ...rooms].flatMap((room) => [
  ...room.routes.map(({ route }): Told => route),
  ...(room.told ?? []),
]);
const twice = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at);

test('every operation of the contract is served exactly once, and nothing else is', async () => {
  const ids = (await told()).map(({ id }) => id);
  expect(twice(ids)).toEqual([]);
  expect(served.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(twice(served.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`))).toEqual([]);
});

/** Every pattern by which some part of a schema is checked, but for plain words. */
function patternsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, part]) =>
    name === 'pattern' && typeof part === 'string' && !part.startsWith('^[^') ? [part] : patternsIn(part),
  );
}

test('no operation takes a day that is not in the calendar', () => {
  const routes = [ground(''), ...rooms].flatMap((room) => room.routes.map(({ route }) => route));
  const takes = (pattern: string, day: string) =>
    !new RegExp(pattern).test('199-0000-0000') &&
    [day, `${day}T08:00:00Z`].some((text) => new RegExp(pattern).test(text));
  const takers = (day: string) =>
    routes
      .filter(({ params, query, body }) =>
        patternsIn([params, query, body]).some((pattern) => takes(pattern, day)),
      )
      .map(({ id }) => id);
  expect(takers('2026-02-28').length).toBeGreaterThan(10);
  expect(takers('2026-02-31')).toEqual([]);
});

test('every refusal is proved by some test', async () => {
  let tests = '';
  for await (const path of glob(
    '{contract,server,ui,console,resident,field,e2e,trust}/**/*.{test.ts,test.tsx,e2e.ts,journey.ts}',
    { cwd: root, exclude: (name) => name.endsWith('node_modules') },
  )) {
    tests += readFileSync(join(root, path), 'utf8');
  }
  for await (const path of glob('{e2e,trust}/**/*.ts', { cwd: root }))
    tests += readFileSync(join(root, path), 'utf8');
  expect(Object.keys(refusals).filter((code) => !tests.includes(`'${code}'`))).toEqual([]);
});

test('every refusal speaks both languages and has a fitting status', () => {
  const odd = Object.entries(refusals).filter(
    ([, { status, zh, en }]) =>
      status < 400 || status > 503 || !/[\u4e00-\u9fff]/.test(zh) || !/^[A-Z]/.test(en) || zh.length < 6,
  );
  expect(odd).toEqual([]);
});

test('every grave act stands in the security log, but for special care; and it names nothing that does not exist', () => {
  const routes = rooms.flatMap((room) => room.routes.map(({ route }) => route));
  const grave = routes.filter(({ stepUp, apart }) => stepUp === true && apart !== true);
  expect(grave.map(({ id }) => id).filter((id) => !isSecurityAct(id))).toEqual([]);
  const ids = new Set(served.map(({ id }) => id));
  const beside = /^(cli\.|identity\.(newDevice|paused)$|platform\.takeFile$)/;
  expect(securityActNames.filter((act) => !ids.has(act) && !beside.test(act))).toEqual([]);
});

test('docs/openapi.json says what the server does; npm run openapi writes it anew', () => {
  expect(readFileSync(join(root, 'docs/openapi.json'), 'utf8') === openapiText()).toBe(true);
});
