import fc, { type Arbitrary } from 'fast-check';
import { Day, Instant, TypeCode, UnitId, Uuid } from '@fengqiao/contract/shapes.ts';

/** The parts of JSON Schema that the contract uses. */
export type Schema = {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema | readonly Schema[];
  readonly prefixItems?: readonly Schema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly uniqueItems?: boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
};

/** Things that exist, so that what is made up also meets what is there. */
export type Pool = {
  readonly ids: readonly string[];
  readonly units: readonly string[];
  readonly types: readonly string[];
};

const MOST_ITEMS = 3;
const words = fc.constantFrom(
  '路',
  '灯',
  '坏',
  '了',
  '请',
  '尽快',
  '处理',
  'a',
  'Z',
  '7',
  ' ',
  '，',
  "'",
  '"',
  '%',
  '_',
  '\\',
  '<',
  '&',
  '💧',
  '𠮷',
  '\u202e',
  '\ud83d\ude00',
);

/** Values that fit a schema; identifiers are mostly those of things that exist. */
export function fitting(schema: Schema, pool: Pool): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => fitting(one, pool)));
  switch (schema.type) {
    case 'object':
      return objects(schema, pool);
    case 'array':
      return arrays(schema, pool);
    case 'string':
      return strings(schema, pool);
    case 'integer':
      return fc.integer({
        min: schema.minimum ?? 0,
        max: Math.min(schema.maximum ?? 1_000_000, 2_000_000_000),
      });
    case 'number':
      return fc.double({
        min: schema.minimum ?? schema.exclusiveMinimum ?? 0,
        max: schema.maximum ?? 1e6,
        noNaN: true,
        ...(schema.exclusiveMinimum === undefined ? {} : { minExcluded: true }),
      });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objects(schema: Schema, pool: Pool): Arbitrary<unknown> {
  const made = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, one]) => [name, fitting(one, pool)]),
  );
  const requiredKeys = [...(schema.required ?? [])];
  const [pattern] = Object.values(schema.patternProperties ?? {});
  if (pattern !== undefined)
    return fc.dictionary(fc.string({ maxLength: 12 }), fitting(pattern, pool), {
      maxKeys: 3,
      noNullPrototype: true,
    });
  return fc.record(made, { requiredKeys, noNullPrototype: true });
}

function arrays(schema: Schema, pool: Pool): Arbitrary<unknown> {
  const fixed =
    schema.prefixItems ?? (Array.isArray(schema.items) ? (schema.items as readonly Schema[]) : null);
  if (fixed !== null) return fc.tuple(...fixed.map((one) => fitting(one, pool)));
  const item: Schema = Array.isArray(schema.items) ? {} : ((schema.items as Schema | undefined) ?? {});
  const least = schema.minItems ?? 0;
  const bounds = {
    minLength: least,
    maxLength: Math.max(least, Math.min(schema.maxItems ?? MOST_ITEMS, MOST_ITEMS)),
  };
  return schema.uniqueItems === true
    ? fc.uniqueArray(fitting(item, pool), bounds)
    : fc.array(fitting(item, pool), bounds);
}

function strings({ pattern, minLength = 0, maxLength = 60 }: Schema, pool: Pool): Arbitrary<string> {
  if (pattern === patternOf(Uuid))
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pool.ids) },
      { weight: 1, arbitrary: fc.uuid() },
    );
  if (pattern === patternOf(UnitId)) return fc.constantFrom(...pool.units, 'nobody');
  if (pattern === patternOf(TypeCode)) return fc.constantFrom(...pool.types, '99999');
  if (pattern === patternOf(Instant))
    return fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString());
  if (pattern === patternOf(Day))
    return fc.oneof(
      fc.constantFrom('2026-11-30', '2026-12-20'),
      fc
        .date({ min: new Date('2026-11-24'), max: new Date('2027-02-01'), noInvalidDate: true })
        .map((at) => at.toISOString().slice(0, 10)),
    );
  if (pattern !== undefined && !pattern.startsWith('^[^'))
    return fc.stringMatching(new RegExp(pattern), { maxLength });
  const most = Math.min(maxLength, 40);
  return fc
    .array(words, { minLength: Math.min(minLength, most), maxLength: Math.max(most, minLength) })
    .map((parts) => parts.join('').slice(0, maxLength).padEnd(minLength, '字'));
}

/** What nobody should send: other kinds, the huge and the empty, control and half characters, what belongs to others. */
export const nasty: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    -1e308,
    9_007_199_254_740_992,
    '',
    ' ',
    '\u0000',
    '\u0007\u001b[31m',
    '\ud800',
    '\udfff\ud800',
    '\'; drop table cases."case"; --',
    '${7*7}',
    '../../../etc/passwd',
    '%00',
    '%',
    '<script>alert(1)</script>',
    '00000000-0000-0000-0000-000000000000',
    '9'.repeat(400),
    '٣',
    'NaN',
    'Infinity',
    '2026-13-45T99:99:99Z',
    '9999-99-99',
    '2026-02-31',
    '0000-00-00',
    [],
    {},
    [[[[[[]]]]]],
    [null],
    { toString: 1 },
  ),
  fc.integer({ min: 1_000, max: 20_000 }).map((length) => '长'.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 4 }),
);

/** A fitting value with one to three of its places put out of order. */
export function unfitting(schema: Schema, pool: Pool): Arbitrary<unknown> {
  return fc
    .tuple(
      fitting(schema, pool),
      fc.array(fc.tuple(fc.nat(), nasty, fc.constantFrom('replace', 'replace', 'drop', 'add')), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([value, wounds]) =>
      wounds.reduce<unknown>((whole, [at, what, how]) => wound(whole, { at, what, how }), value),
    );
}

type Wound = { readonly at: number; readonly what: unknown; readonly how: string };

function wound(value: unknown, { at, what, how }: Wound): unknown {
  if (typeof value !== 'object' || value === null) return what;
  const entries = Object.entries(value);
  if (how === 'add' || entries.length === 0)
    return Array.isArray(value)
      ? [...(value as unknown[]), what]
      : { ...value, [['extra', 'constructor', 'id', 'street', 'state'][at % 5] ?? '']: what };
  const [name = '', old] = entries[at % entries.length] ?? [];
  const deeper = typeof old === 'object' && old !== null && at % 2 === 0;
  const next = deeper ? wound(old, { at: Math.floor(at / entries.length), what, how }) : what;
  const changed = entries.flatMap<[string, unknown]>(([key, one]) =>
    key !== name ? [[key, one]] : how === 'drop' && !deeper ? [] : [[key, next]],
  );
  return Array.isArray(value) ? changed.map(([, one]) => one) : Object.fromEntries(changed);
}

const patternOf = (schema: object): string | undefined =>
  'pattern' in schema ? String(schema.pattern) : undefined;
