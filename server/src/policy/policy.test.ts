import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gradedFields } from '@fengqiao/contract/grades.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { lookAt, type Lived } from './database.ts';
import { allowedCalls, allowedNames, allowedTexts, figures, needed, personPlaceTime } from './listed.ts';
import { linesOf, namesAgainst, textsAgainst, type Seen } from './look.ts';
import { factOf, standInClear, staleReasons, unsealedBytes } from './personal.ts';
import { figuresByPerson, forcedFacts, peopleInPlaces, statementsOf, sumsOfSessions } from './shapes.ts';
import { signs } from './signs.ts';
import { isRoute, namesOf, operations } from './told.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const workspaces = ['contract', 'server', 'ui', 'console', 'resident', 'field', 'e2e', 'bench', 'trust'];

async function sources(pattern: string): Promise<[path: string, text: string][]> {
  const found: [string, string][] = [];
  for await (const path of glob(pattern, {
    cwd: root,
    exclude: (name) => /node_modules|dist$|\.test\.tsx?$|\.fixture\.ts$/.test(name),
  }))
    found.push([path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')]);
  return found;
}

let database: TestDatabase;
let lived: Lived;
let server: [string, string][];

beforeAll(async () => {
  database = await createTestDatabase();
  lived = await lookAt(database.url);
  server = await sources('server/src/{modules,platform,cli}/**/*.ts');
});
afterAll(() => database.drop());

describe('what the platform refuses to do', () => {
  test('has no place in the database', () => {
    const seen = lived.names.map((name): Seen => ({ at: 'database', text: name }));
    expect(lived.names.length).toBeGreaterThan(500);
    expect(namesAgainst(seen, allowedNames)).toEqual([]);
  });

  test('has no migration that would make one', async () => {
    const migrations = await sources('server/migrations/*.sql');
    const seen = migrations.flatMap(([path, text]) =>
      [...text.replaceAll(/--.*$/gm, '').matchAll(/[a-z_][a-z0-9_]{2,}/gi)].map(([text]): Seen => ({
        at: path,
        text,
      })),
    );
    expect(namesAgainst(seen, allowedNames)).toEqual([]);
  });

  test('has no operation, field or code in the interface', async () => {
    const told = await operations(root);
    expect(told.length).toBeGreaterThan(80);
    expect(namesAgainst(told.flatMap(namesOf), allowedNames)).toEqual([]);
  });

  test('has no word on a screen or in a message', async () => {
    const screens = await sources('{console,resident,field,ui,contract}/src/**/*.{ts,tsx}');
    const spoken = [...screens, ...server]
      .filter(([path]) => !path.startsWith('contract/src/forbidden'))
      .flatMap(([path, text]) => linesOf(path, text));
    expect(textsAgainst(spoken, 'words', allowedTexts)).toEqual([]);
  });

  test('is asked of no browser', async () => {
    const apps = await sources('{console,resident,field,ui}/src/**/*.{ts,tsx}');
    expect(
      textsAgainst(
        apps.flatMap(([path, text]) => linesOf(path, text)),
        'calls',
        allowedCalls,
      ),
    ).toEqual([]);
  });

  test('comes with no package', () => {
    const declared = workspaces.flatMap((name) => {
      const path = `${name}/package.json`;
      const manifest: Record<string, Record<string, string>> = JSON.parse(
        readFileSync(join(root, path), 'utf8'),
      );
      return Object.keys({ ...manifest['dependencies'], ...manifest['devDependencies'] }).map(
        (text): Seen => ({ at: path, text }),
      );
    });
    expect(textsAgainst(declared, 'packages')).toEqual([]);
  });

  test('is not made by putting people, places and moments together', () => {
    expect(peopleInPlaces(lived.columns, personPlaceTime)).toEqual([]);
  });

  test('is not made by summing up sessions or people, in code or in the database', () => {
    const statements = [
      ...server.flatMap(([path, text]) => statementsOf(path, text)),
      ...lived.views.map(({ name, text }) => ({ at: name, text })),
    ];
    expect(sumsOfSessions(statements)).toEqual([]);
    expect(figuresByPerson(statements, figures)).toEqual([]);
  });

  test('is not asked of people who may stay without a name: no name, no phone, no photo is demanded', async () => {
    expect(forcedFacts((await operations(root)).filter(isRoute), needed)).toEqual([]);
  });

  test('is held elsewhere by the tests it names', () => {
    const missing = Object.values(signs)
      .flatMap(({ tests = [] }) => tests)
      .filter(([file, sentence]) => !readFileSync(join(root, file), 'utf8').includes(sentence));
    expect(missing).toEqual([]);
  });
});

describe('facts about people', () => {
  test('stand sealed, or in clear for a reason that is written down', () => {
    expect(standInClear(lived.columns)).toEqual([]);
    expect(unsealedBytes(lived.columns)).toEqual([]);
  });

  test('have no reason for columns that are gone', () => {
    expect(staleReasons(lived.columns)).toEqual([]);
  });

  test('are each told by the name of a column', () => {
    const unknown = keysOf(gradedFields).filter(
      (field) => factOf(field.replaceAll(/[A-Z]/g, (big) => `_${big.toLowerCase()}`)) === null,
    );
    expect(unknown).toEqual([]);
  });
});
