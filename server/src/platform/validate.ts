import type { TSchema } from 'typebox';
import { dayPattern, instantPattern } from '@fengqiao/contract/shapes.ts';
import { Compile, type Validator } from 'typebox/compile';
import { Value } from 'typebox/value';
import { refuse } from './refusal.ts';

export type Problem = { at: string; zh: string; en: string };

const MOST_PROBLEMS = 20;

/** A schema is made into a program when it is first needed: most operations are not called in the first seconds. */
const programs = new WeakMap<TSchema, Validator>();
function programOf(schema: TSchema): Validator {
  const known = programs.get(schema);
  if (known !== undefined) return known;
  const made = Compile(schema);
  programs.set(schema, made);
  return made;
}

/** Makes a check of one schema; texts of a query or a path are read as the numbers and flags they stand for. */
export function checker<T>(schema: TSchema, kind: 'json' | 'text'): (given: unknown) => T {
  let program: Validator | undefined;
  const read = kind === 'text' ? textReader(schema) : (given: unknown) => given;
  return (given) => {
    const value = read(given);
    program ??= programOf(schema);
    if (!program.Check(value))
      refuse('platform.invalid_input', { problems: problems(program.Errors(value)) });
    return value as T;
  };
}

/** The parts of a JSON Schema that tell how a text is read. */
type Plain = { readonly type?: string; readonly properties?: Readonly<Record<string, Plain>> };
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
const readNumber = (text: unknown) => (typeof text === 'string' && NUMBER.test(text) ? Number(text) : text);
const flags: Readonly<Record<string, boolean>> = { true: true, false: false };
const readText: Readonly<Record<string, (text: unknown) => unknown>> = {
  integer: readNumber,
  number: readNumber,
  boolean: (text) => (typeof text === 'string' ? (flags[text] ?? text) : text),
  array: (text) => (typeof text === 'string' ? [text] : text),
};

/**
 * What a query or a path says comes as texts. Which of its names stand for numbers, flags or lists is found once, when the
 * operation is mounted: TypeBox's own conversion walks the whole schema each time, which cost more than reading the list
 * that was asked for.
 */
function textReader(schema: TSchema): (given: unknown) => unknown {
  const readers = Object.entries((schema as Plain).properties ?? {}).flatMap(([name, { type = '' }]) => {
    const read = readText[type];
    return read === undefined ? [] : [{ name, read }];
  });
  return (given) => {
    const value = { ...(given as Record<string, unknown>) };
    for (const { name, read } of readers) if (name in value) value[name] = read(value[name]);
    return value;
  };
}

/** Whether a value is of a schema, where one value is looked at by itself. */
export const fits = (schema: TSchema, value: unknown): boolean => Value.Check(schema, value);

type Found = { keyword: string; instancePath: string; message: string; params: Record<string, unknown> };

function problems(found: Iterable<unknown>): Problem[] {
  const all: Problem[] = [];
  for (const one of found as Iterable<Found>) {
    if (one.keyword === 'anyOf' || one.keyword === 'const') continue;
    all.push(say(one));
    if (all.length === MOST_PROBLEMS) break;
  }
  return all.length > 0 ? all : [{ at: '', zh: '取值不在允许范围内', en: 'not one of the allowed values' }];
}

/** How the pattern of every plain text begins; all others are of a form that is told beside the field. */
const WORDS = '^[^\\u0000';

function say({ keyword, instancePath, message, params }: Found): Problem {
  const at = instancePath.replace(/^\//, '').replaceAll('/', '.');
  const list = (name: string) => ([] as unknown[]).concat(params[name] ?? []).join(', ');
  const limit = list('limit');
  const said: Record<string, [string, string]> = {
    required: [`缺少：${list('requiredProperties')}`, `missing: ${list('requiredProperties')}`],
    additionalProperties: [
      `不认识的字段：${list('additionalProperties')}`,
      `unknown field: ${list('additionalProperties')}`,
    ],
    minLength: [`至少 ${limit} 个字`, `at least ${limit} characters`],
    maxLength: [`最多 ${limit} 个字`, `at most ${limit} characters`],
    minimum: [`不能小于 ${limit}`, `not below ${limit}`],
    maximum: [`不能大于 ${limit}`, `not above ${limit}`],
    minItems: [`至少 ${limit} 项`, `at least ${limit} items`],
    maxItems: [`最多 ${limit} 项`, `at most ${limit} items`],
    pattern: sayForm(list('pattern')),
    type: [`类型应为 ${list('type')}`, `must be ${list('type')}`],
  };
  const [zh, en] = said[keyword] ?? ['不符合要求', message];
  return { at, zh, en };
}

function sayForm(pattern: string): [zh: string, en: string] {
  if (pattern.startsWith(WORDS))
    return ['不能只有空白，也不能含控制字符', 'must be more than blanks, without control characters'];
  if (pattern === dayPattern)
    return ['须是日历上有的日子，如 2026-03-31', 'must be a day of the calendar, such as 2026-03-31'];
  if (pattern === instantPattern)
    return [
      '须是日历上有的日子和带时区的时刻，如 2026-03-31T08:00:00+08:00',
      'must be a moment of a day of the calendar, with its zone, such as 2026-03-31T08:00:00+08:00',
    ];
  return ['格式不正确', 'not of the expected form'];
}
