import Type, { type TSchema } from 'typebox';
import { Shape } from './route.ts';

export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});
/** The years of 1000 to 2999 that have a 29 February: divisible by 4, and a century by 400. */
const LEAP_YEAR = '([12]\\d(0[48]|[2468][048]|[13579][26])|(1[26]|2[048])00)';
/** The days that are in the calendar, so that no 31 February comes as far as the database. */
const DAY =
  '([12]\\d{3}-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8]))' +
  `|${LEAP_YEAR}-02-29)`;
const TIME = '([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?';
export const dayPattern = `^${DAY}$`;
export const instantPattern = `^${DAY}T${TIME}(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$`;
export const Instant = Type.String({ pattern: instantPattern, maxLength: 40 });
export const Day = Type.String({ pattern: dayPattern });
/** A unit's key within its street, such as urban_ops or c03-g07. */
export const UnitId = Type.String({ pattern: '^[a-z][a-z0-9_-]{0,39}$' });
export const StreetId = Type.String({ pattern: '^[a-z][a-z0-9_-]{0,39}$' });
export const TypeCode = Type.String({ pattern: '^[0-9]{5}$' });
export const Lng = Type.Number({ minimum: -180, maximum: 180 });
export const Lat = Type.Number({ minimum: -90, maximum: 90 });

const CONTROL = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f';
const ANY_WORDS = `^[^${CONTROL}]*$`;
const SOME_WORDS = `^[^${CONTROL}]*[^${CONTROL}\\s][^${CONTROL}]*$`;

/** A bounded line or text; control characters are refused. */
export const Text = (min: number, max: number) =>
  Type.String({ minLength: min, maxLength: max, pattern: ANY_WORDS });
/** The same where something must be said: blanks alone are refused too. */
export const Words = (min: number, max: number) =>
  Type.String({ minLength: min, maxLength: max, pattern: SOME_WORDS });
export const Reason = Text(2, 500);
export const Maybe = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const OneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.Enum([...values]));
/** The keys of a table of words, as the union they are. */
export const keysOf = <T extends Record<string, unknown>>(table: T) =>
  Object.keys(table) as (keyof T & string)[];
export const ById = Shape({ id: Uuid });
export const Paging = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  after: Type.Optional(Text(1, 200)),
};
/** One page of a list; `next` asks for the following one. */
export const Page = <T extends TSchema>(item: T) =>
  Shape({ items: Type.Array(item), next: Maybe(Type.String()) });
export const Bilingual = Shape({ zh: Type.String(), en: Type.String() });
export const Done = Shape({ ok: Type.Literal(true) });
