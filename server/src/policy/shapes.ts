import type { TSchema } from 'typebox';
import type { Route } from '@fengqiao/contract/route.ts';
import { factOf, type Column } from './personal.ts';
import { snake } from './look.ts';

const whose =
  /^(account|person|subject|staff|worker|resident|actor|holder|member|taken_by|made_by|reported_by|seen_by|by_account)$/;
const where = /^(lng|lat|longitude|latitude|position|point|geom|geometry|location|door|gate|camera)$/;
const when = /^(timestamp|date)/;

/** Tables that put a person, a place and a moment into one row: a few of them are a track. */
export function peopleInPlaces(
  columns: readonly Column[],
  listed: Readonly<Record<string, string>>,
): string[] {
  const tables = Map.groupBy(columns, ({ table }) => table);
  return [...tables].flatMap(([table, all]) => {
    const person = all.find(({ column }) => whose.test(column));
    const place = all.find(({ column }) => where.test(column));
    const moment = all.find(({ type }) => when.test(type));
    if (person === undefined || place === undefined || moment === undefined || table in listed) return [];
    return [
      `${table} keeps ${person.column} at ${place.column} at ${moment.column}: that is a track of a person`,
    ];
  });
}

const counting =
  /\bgroupBy\(|\bgroup by\b|countAll|\b(count|sum|avg|min|max)\s*(<[^>]*>)?\(|\.fn\.(max|min|sum|avg)/i;

/** Statements that sum up sessions: how often or how long somebody was signed in. */
export const sumsOfSessions = (statements: readonly Statement[]): string[] =>
  statements
    .filter(({ text }) => /identity\.session\b|\bv_session\b/.test(text) && counting.test(text))
    .map(({ at }) => `${at}: sums up sessions, which tell how often and how long somebody was there`);

const byPerson =
  /(groupBy\(|group by)[^;)]*\b(account|actor|worker|staff|person|holder|resident|[a-z]+_by)\b/i;

/** Statements that give a figure for each person. */
export const figuresByPerson = (
  statements: readonly Statement[],
  listed: Readonly<Record<string, string>>,
): string[] =>
  statements
    .filter(({ at, text }) => byPerson.test(text) && !(at in listed))
    .map(({ at }) => `${at}: makes a figure for each person`);

export type Statement = { readonly at: string; readonly text: string };

/** A source file in pieces of one declaration each, named file › declaration. */
export function statementsOf(path: string, source: string): Statement[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return code.split(/^(?=(?:export )?(?:async )?(?:function|const|let) )/m).map((text) => ({
    at: `${path} › ${/(?:function|const|let) \*?(\w+)/.exec(text)?.[1] ?? ''}`,
    text,
  }));
}

/**
 * Operations that demand a fact about a person from whoever may stay without a name, or a photo from anybody; a demand
 * that the matter itself needs is listed with its reason.
 */
export function forcedFacts(routes: readonly Route[], listed: Readonly<Record<string, string>>): string[] {
  return routes.flatMap(({ id, who, body }) =>
    demandedIn(body).flatMap((name) => {
      const fact = factOf(snake(name));
      const forced = who === 'anyone' ? fact !== null && fact !== 'report' : fact === 'photo';
      return !forced || `${id} ${name}` in listed ? [] : [`${id} demands "${name}" from whoever calls it`];
    }),
  );
}

type Node = Partial<Record<'properties', Record<string, TSchema>>> & { required?: readonly string[] };
type Bag = { minItems?: number; type?: string };

function demandedIn(schema: TSchema): string[] {
  const { properties = {}, required = [] }: Node = schema;
  return Object.entries(properties).flatMap(([name, inner]) => {
    const { minItems = 0, type }: Bag = inner;
    return required.includes(name) && (type !== 'array' || minItems > 0) && !mayBeNull(inner) ? [name] : [];
  });
}

function mayBeNull(schema: TSchema): boolean {
  const { anyOf = [] }: { anyOf?: readonly TSchema[] } = schema;
  return anyOf.some((one) => 'type' in one && one['type'] === 'null');
}
