import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Screen } from './table.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const said = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].flatMap(([, route = '']) => route);

/** The screens that the sources of an app say there are. */
function routesOf(app: Screen['app']): string[] {
  if (app !== 'console')
    return said(read(app, 'src', 'App.tsx'), /<Route path="(\/[^"*]*)"/g).filter((route) => route !== '*');
  const tables = readdirSync(join(root, 'console', 'src')).filter((name) => /^screens.*\.ts$/.test(name));
  return tables.flatMap((name) => said(read('console', 'src', name), /\bpath: '(\/[^']*)'/g));
}

/** Screens that exist and stand in no table: nobody would look at them. */
export const unseen = (screens: readonly Screen[]): string[] =>
  (['console', 'resident', 'field'] as const).flatMap((app) => {
    const told = new Set(screens.filter((one) => one.app === app).map(({ route }) => route));
    return routesOf(app).flatMap((route) => (told.has(route) ? [] : [`${app} ${route}`]));
  });
