import { keysOf } from '@fengqiao/contract/shapes.ts';
import { signs, type Sign } from './signs.ts';

/** A name or a text, and where it stands. */
export type Seen = { readonly at: string; readonly text: string };

/** What is allowed although it looks like a broken promise, and why. */
export type Allowed = readonly { readonly at: RegExp; readonly text: RegExp; readonly why: string }[];

/** onlineTime, online-time and ONLINE_TIME are one name. */
export const snake = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();

/** Names in a schema or an interface that break a promise. */
export const namesAgainst = (seen: readonly Seen[], allowed: Allowed = []): string[] =>
  against(seen, allowed, ({ names }) =>
    names === undefined ? undefined : (text) => new RegExp(`(^|_)(${names})(_|$)`).exec(snake(text))?.[2],
  );

/** Words, calls or packages that break a promise. */
export const textsAgainst = (
  seen: readonly Seen[],
  kind: 'words' | 'calls' | 'packages',
  allowed: Allowed = [],
): string[] =>
  against(seen, allowed, (sign) => {
    const pattern = sign[kind];
    return pattern === undefined ? undefined : (text) => pattern.exec(text)?.[0];
  });

function against(
  seen: readonly Seen[],
  allowed: Allowed,
  finder: (sign: Sign) => ((text: string) => string | undefined) | undefined,
): string[] {
  return keysOf(signs).flatMap((promise) => {
    const find = finder(signs[promise]);
    if (find === undefined) return [];
    return seen.flatMap(({ at, text }) => {
      const found = find(text);
      if (found === undefined || allowed.some((one) => one.at.test(at) && one.text.test(text))) return [];
      return [`${at}: "${found}" goes against ${promise}`];
    });
  });
}

/** The lines of a source file without comments and imports, each with its place. */
export function linesOf(path: string, source: string): Seen[] {
  return source
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .split('\n')
    .map((line, at) => ({ at: `${path}:${at + 1}`, text: line.replace(/(^|\s)\/\/.*$/, '') }))
    .filter(({ text }) => !/^import |^\s*\} from '/.test(text));
}
