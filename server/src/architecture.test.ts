import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { floors } from './modules/floors.ts';

/** The house rules, held against every source file; a rule takes a path and its text and says what is wrong in a sentence. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const workspaces = ['contract', 'server', 'ui', 'console', 'resident', 'field', 'e2e', 'bench', 'trust'];
type Files = ReadonlyMap<string, string>;

async function sources(pattern: string): Promise<Files> {
  const files = new Map<string, string>();
  for await (const path of glob(pattern, {
    cwd: root,
    exclude: (name) => /node_modules|dist$|\.cache/.test(name),
  })) {
    files.set(path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8'));
  }
  return files;
}

const withoutTypes = (text: string) => text.replace(/^(import|export) type [^;]*;$/gm, '');
const importsOf = (text: string) =>
  [
    ...text.matchAll(/^(?:import|export)\s[^;]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gms),
  ].map((found) => found[1] ?? found[2] ?? found[3] ?? '');
const isTest = (path: string) => /\.(test|fixture)\.tsx?$/.test(path);
const floorOf = (room: string) => floors.findIndex((rooms) => (rooms as readonly string[]).includes(room));
const placeOf = (path: string) => /^server\/src\/modules\/([^/]+)\/([a-z]+)/.exec(path)?.slice(1) ?? [];

/** Which part of a room may use which; a part is a file or a folder of that name. Domain is the ground all may stand on. */
const arrows: Record<string, readonly string[]> = {
  index: ['routes', 'jobs', 'listeners', 'doors', 'actions', 'events', 'domain'],
  routes: ['routes', 'actions', 'domain'],
  jobs: ['actions', 'domain'],
  doors: ['doors', 'actions', 'domain'],
  listeners: ['actions', 'events', 'domain'],
  actions: ['actions', 'domain', 'store', 'events'],
  store: ['store', 'domain'],
  events: ['domain'],
  domain: ['domain'],
};
const pure =
  /^(#platform\/(refusal\.ts|calendar\/.*)|@fengqiao\/contract\/.*|flatbush|node:util|node:crypto)$/;
const chanceOrClock = /\bDate\.now\(|new Date\(\)|Math\.random|random(Bytes|UUID|Int)\(|\bprocess\./;

/** Floors, doors and arrows. */
function wayfaring(path: string, text: string): string[] {
  const [room = '', part = ''] = placeOf(path);
  const used = new Set(importsOf(withoutTypes(text)));
  const ground = part === 'domain' && !isTest(path);
  const chance = ground && chanceOrClock.test(text) ? [`${path}: domain has neither clock nor chance`] : [];
  const ways = importsOf(text).flatMap((to) => {
    if (path.startsWith('server/src/platform/'))
      return /^#modules|\.\.\/(modules|app|cli)/.test(to) && !isTest(path)
        ? [`${path}: the platform may not know ${to}`]
        : [];
    if (room === '' || room === 'floors.ts') return [];
    const other = /^#modules\/(.*)$/.exec(to)?.[1];
    if (other !== undefined)
      return isTest(path) || (floorOf(other) >= 0 && floorOf(other) < floorOf(room))
        ? []
        : [`${path}: ${room} may not call up or sideways to ${other}`];
    if (ground && !to.startsWith('.') && used.has(to) && !pure.test(to))
      return [`${path}: domain is pure and may not use ${to}`];
    if (to === 'kysely' && part !== 'store' && !isTest(path)) return [`${path}: only store speaks SQL`];
    if (!to.startsWith('.') || isTest(path)) return [];
    const [toRoom, toPart = ''] = placeOf(normalize(join(dirname(path), to)));
    if (toRoom !== room) return [`${path}: leaves its room by ${to}; rooms are entered by #modules/<name>`];
    return arrows[part]?.includes(toPart) ? [] : [`${path}: ${part} may not use ${toPart}`];
  });
  return [...chance, ...ways];
}

/** A room writes its own tables only; it reads those of lower rooms through v_ views, and the platform's as they are. */
function ownership(path: string, text: string, tables: ReadonlySet<string>): string[] {
  const [room] = placeOf(path);
  if (room === undefined || room === 'floors.ts' || isTest(path)) return [];
  const code = text.replace(/\/\*.*?\*\/|^\s*\/\/.*$/gms, '');
  const mentions = [
    ...code.matchAll(/(insert\s?into|update(?:table)?|delete\s?from)?[\s('"`]+([a-z_]+)\."?([a-z_]+)/gi),
  ].map(([, writes, schema = '', name = '']) => ({ writes: writes !== undefined, schema, name }));
  return mentions
    .filter(({ schema, name }) => schema !== room && tables.has(`${schema}.${name}`))
    .filter(
      ({ writes, schema, name }) =>
        writes || !(schema === 'platform' || (name.startsWith('v_') && floorOf(schema) < floorOf(room))),
    )
    .map(({ schema, name }) => `${path}: ${room} may not touch ${schema}.${name}`);
}

/** npm lays all packages in one place; only the workspace's own list says what it may use. */
function declared(
  path: string,
  text: string,
  manifests: ReadonlyMap<string, Record<string, Record<string, string>>>,
): string[] {
  const own = manifests.get(path.split('/', 1)[0] ?? '');
  const names = new Set(
    ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((kind) =>
      Object.keys(own?.[kind] ?? {}),
    ),
  );
  const asked = importsOf(text).filter((to) => /^[@a-z]/.test(to) && !/^(node|virtual):/.test(to));
  const packages = asked.map((to) => to.split('/', to.startsWith('@') ? 2 : 1).join('/'));
  return packages
    .filter((name) => !names.has(name))
    .map((name) => `${path}: ${name} is not declared in the package.json of its workspace`);
}

function size(path: string, text: string): string[] {
  const most = isTest(path) ? 500 : 300;
  const lines = text.split('\n').length - 1;
  return lines <= most || path.endsWith('db.gen.ts') ? [] : [`${path}: ${lines} lines, at most ${most}`];
}

const tablesIn = (migrations: Files) =>
  new Set(
    [...migrations.values()].flatMap((sql) =>
      [...sql.matchAll(/create (?:or replace )?(?:table|view|function)\s+([a-z_]+)\."?([a-z_]+)/g)].map(
        (found) => `${found[1]}.${found[2]}`,
      ),
    ),
  );

describe('the house', async () => {
  const files = await sources(`{${workspaces.join(',')},scripts}/**/*.{ts,tsx}`);
  const tables = tablesIn(await sources('server/migrations/*.sql'));
  const manifests = new Map(
    workspaces.map((name) => [name, JSON.parse(readFileSync(join(root, name, 'package.json'), 'utf8'))]),
  );
  const all = (rule: (path: string, text: string) => string[]) =>
    [...files].flatMap(([path, text]) => rule(path, text));

  test('rooms call down, through the door, and their parts follow the arrows', () =>
    expect(all(wayfaring)).toEqual([]));
  test('rooms touch their own tables and the views of lower rooms', () =>
    expect(all((path, text) => ownership(path, text, tables))).toEqual([]));
  test('what is imported is declared where it is used', () =>
    expect(all((path, text) => (path.startsWith('scripts/') ? [] : declared(path, text, manifests)))).toEqual(
      [],
    ));
  test('no file asks for a table of contents', () => expect(all(size)).toEqual([]));
  test('every room is on the plan', () =>
    expect(
      [...new Set([...files.keys()].flatMap((path) => placeOf(path).slice(0, 1)))].filter(
        (room) => !room.includes('.') && floorOf(room) < 0,
      ),
    ).toEqual([]));

  test.each([
    ['audit/actions/a.ts', "import { x } from '#modules/cases';", 'may not call up or sideways to cases'],
    ['cases/actions/a.ts', "import { x } from '../../identity/store/units.ts';", 'leaves its room'],
    ['cases/actions/a.ts', "import { x } from '#modules/identity/store.ts';", 'may not call up or sideways'],
    ['cases/store/a.ts', "import { x } from '../actions/b.ts';", 'store may not use actions'],
    ['cases/domain/a.ts', "import { sql } from 'kysely';", 'domain is pure'],
    ['cases/domain/a.ts', 'const now = new Date();', 'neither clock nor chance'],
    ['cases/actions/a.ts', "import {\n  sql,\n} from 'kysely';", 'only store speaks SQL'],
  ])('a planted wrong way is seen: %s', (path, text, said) =>
    expect(wayfaring(`server/src/modules/${path}`, text).join()).toContain(said),
  );

  test.each([
    ['cases/store/a.ts', "db.updateTable('identity.account')", 'cases may not touch identity.account'],
    ['cases/store/a.ts', 'sql`delete from identity.session`', 'cases may not touch identity.session'],
    ['cases/store/a.ts', 'sql`insert into platform.event (kind)`', 'cases may not touch platform.event'],
    ['cases/store/a.ts', "db.selectFrom('platform.street as s')", ''],
    ['identity/store/a.ts', 'sql`select * from grids.v_area`', 'identity may not touch grids.v_area'],
    ['cases/store/a.ts', 'sql`select 1 from cases."case" join grids.v_area using (street)`', ''],
  ])('a planted foreign table is seen: %s %s', (path, text, said) =>
    expect(ownership(`server/src/modules/${path}`, text, tables).join()).toBe(
      said === '' ? '' : `server/src/modules/${path}: ${said}`,
    ),
  );

  test('planted undeclared imports and long files are seen', () => {
    expect(declared('resident/src/a.tsx', "import { Button } from 'antd';", manifests)).toHaveLength(1);
    expect(declared('contract/src/a.ts', "import pg from 'pg';", manifests)).toHaveLength(1);
    expect(
      [size('ui/src/a.ts', 'x\n'.repeat(301)), size('ui/src/a.test.ts', 'x\n'.repeat(301))].map(
        (said) => said.length,
      ),
    ).toEqual([1, 0]);
    expect(wayfaring('server/src/platform/a.ts', "import { x } from '#modules/cases';")).toHaveLength(1);
  });
});
