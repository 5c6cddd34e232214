import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = dirname(fileURLToPath(import.meta.url));
const textOf = new Map(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css)$/.test(name))
    .map((name) => [join(root, name), readFileSync(join(root, name), 'utf8')]),
);
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, part = '']) => part);

const namedBy = (file: string, pattern: RegExp) =>
  found(textOf.get(file) ?? '', pattern)
    .filter((name) => name.startsWith('.'))
    .map((name) => join(dirname(file), name));

/** Everything that comes with a file; what it opens only later (`import()`) does not. */
function loadedWith(start: string): Set<string> {
  const loaded = new Set([start]);
  for (const file of loaded)
    for (const next of namedBy(file, /(?:from|import)\s+'([^']+)'/g)) loaded.add(next);
  return loaded;
}

/** What paper and narrow windows change about a class is no second look of it. */
const selectorsOf = (sheet: string) =>
  (textOf.get(sheet) ?? '')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .replace(/\{[^{}]*\}/g, '{}');

type Use = { readonly name: string; readonly sheet: string };
const sheets = [...textOf.keys()].filter((name) => name.endsWith('.css'));
/** Class names in the sheets' selectors, and which sheets they stand in. */
const standing = (pattern: RegExp): Map<string, Use[]> =>
  Map.groupBy(
    sheets.flatMap((sheet) =>
      [...new Set(found(selectorsOf(sheet), pattern))].map((name) => ({ name, sheet })),
    ),
    ({ name }) => name,
  );

test('a class has the look it was given on whichever screen somebody opens first', () => {
  const dressing = standing(/\.([a-z][\w-]*)/g);
  const always = [...loadedWith(join(root, 'main.tsx'))];
  const opened = new Set([...textOf.keys()].flatMap((file) => namedBy(file, /import\('([^']+)'\)/g)));
  const bare = [...opened].flatMap((screen) => {
    const loaded = new Set([...always, ...loadedWith(screen)]);
    return [...loaded].flatMap((file) =>
      found(textOf.get(file) ?? '', /className="([^"]+)"/g)
        .flatMap((names) => names.split(' '))
        .filter((name) => dressing.get(name)?.every(({ sheet }) => !loaded.has(sheet)))
        .map(
          (name) =>
            `${relative(root, file)} wears ${name}, which does not come with ${relative(root, screen)}`,
        ),
    );
  });
  expect(opened.size).toBeGreaterThan(30);
  expect(bare).toEqual([]);
});

test('no two sheets dress the same class', () => {
  const alone = standing(/(?:^|[},])\s*\.([a-z][\w-]*)\s*(?=[,{])/g);
  const twice = [...alone].filter(([, uses]) => uses.length > 1);
  expect(twice.map(([name, uses]) => [name, ...uses.map(({ sheet }) => relative(root, sheet))])).toEqual([]);
});
