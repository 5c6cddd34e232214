import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Door } from '@fengqiao/contract/platform.ts';
import type { Route } from '@fengqiao/contract/route.ts';
import type { Seen } from './look.ts';

type Told = Route | Door;

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'method', 'path', 'who', 'reply'].every((name) => name in value);

/** Every operation that some file of the contract exports. */
export async function operations(root: string): Promise<Told[]> {
  const found = new Set<Told>();
  for await (const path of glob('contract/src/**/*.ts', {
    cwd: root,
    exclude: (name) => name.endsWith('.test.ts'),
  })) {
    const exported: Record<string, unknown> = await import(pathToFileURL(join(root, path)).href);
    for (const one of Object.values(exported).flat()) if (isTold(one)) found.add(one);
  }
  return [...found];
}

export const isRoute = (told: Told): told is Route => 'body' in told;

/** The names an operation speaks: its id, the words of its path, its fields and the values they may have. */
export function namesOf(told: Told): Seen[] {
  const { id, path, params, query, reply } = told;
  const parts = { params, query, reply, ...(isRoute(told) && { body: told.body }) };
  return [
    { at: id, text: id },
    ...path.split('/').map((text) => ({ at: `${id} path`, text })),
    ...Object.entries(parts).flatMap(([part, schema]) => namesIn(`${id} ${part}`, schema)),
  ];
}

function namesIn(at: string, schema: unknown): Seen[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => namesIn(at, one));
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]): Seen[] => {
    if (key === 'properties' && typeof value === 'object' && value !== null)
      return Object.entries(value).flatMap(([name, inner]) => [
        { at: `${at}.${name}`, text: name },
        ...namesIn(`${at}.${name}`, inner),
      ]);
    if (key === 'enum' && Array.isArray(value))
      return value.flatMap((one) => (typeof one === 'string' ? [{ at: `${at} =`, text: one }] : []));
    if (key === 'const' && typeof value === 'string') return [{ at: `${at} =`, text: value }];
    return namesIn(at, value);
  });
}
