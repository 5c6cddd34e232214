import { Refusal } from '#platform/refusal.ts';
import { convertShape, isInRange, type Crs } from './crs.ts';
import { ringsOf, type Shape } from './geojson.ts';
import { problem, type Problem } from './problem.ts';
import { readShape } from './shape-input.ts';
import { isCode } from './unit-code.ts';

/** What an import must know of a unit of the register. */
export type Registered = {
  readonly id: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly officialCode: string | null;
  readonly current: boolean;
};
export type Level = 'street' | 'community' | 'grid';

/** One boundary of a file, understood: WGS84 degrees as far as they are degrees at all. */
export type Surveyed = {
  readonly unit: string;
  readonly parent: string | null;
  readonly code: string | null;
  readonly purpose: 'basic' | 'exclusive' | null;
  readonly households: number | null;
  readonly shape: Shape;
};

type Asked = { readonly level: Level; readonly crs: Crs; readonly features: readonly unknown[] };

/**
 * The features of a file as boundaries of registered units. A unit is named by the property `unit`, or by `code` where
 * the register knows it; features that cannot be understood become problems, numbered from 1.
 */
export function readSurvey(
  { level, crs, features }: Asked,
  units: readonly Registered[],
): { found: Surveyed[]; problems: Problem[] } {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byCode = new Map(
    units.flatMap((unit) => (unit.officialCode === null ? [] : [[unit.officialCode, unit] as const])),
  );
  const read = features.map((feature, i): Surveyed | Problem[] => {
    const told = propertiesOf(feature);
    const named = text(told.unit) ?? text(told.code) ?? '';
    const about = (kind: Problem['kind']) => [problem({ unit: named.slice(0, 60), kind, size: i + 1 })];
    const unit = byId.get(named) ?? byCode.get(named);
    if (unit === undefined || !unit.current) return about('unit_unknown');
    if (unit.kind !== level) return about('unit_wrong_level');
    const shape = shapeOf(feature, crs);
    if (shape === null) return about('shape_unusable');
    const purpose = told.purpose ?? null;
    const households = told.households ?? null;
    if (!isPurpose(purpose) || !isCount(households)) return about('properties_unusable');
    const code = level === 'grid' ? text(told.code) : null;
    if (code !== null && !isCode(code, 'grid'))
      return [problem({ unit: unit.id, other: code.slice(0, 60), kind: 'code_malformed', size: i + 1 })];
    return { unit: unit.id, parent: unit.parent, code, purpose, households, shape };
  });
  return { found: read.filter(isSurveyed), problems: read.flatMap((one) => (isSurveyed(one) ? [] : one)) };
}

const isSurveyed = (one: Surveyed | Problem[]): one is Surveyed => !Array.isArray(one);
const isPurpose = (value: unknown): value is 'basic' | 'exclusive' | null =>
  value === null || value === 'basic' || value === 'exclusive';
const isCount = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e6);

function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

type Told = Readonly<Record<'unit' | 'code' | 'purpose' | 'households', unknown>>;
function propertiesOf(feature: unknown): Told {
  const within = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).find(([key]) => key === name)?.[1]
      : undefined;
  const properties = within(feature, 'properties');
  return {
    unit: within(properties, 'unit'),
    code: within(properties, 'code'),
    purpose: within(properties, 'purpose'),
    households: within(properties, 'households'),
  };
}

/** A shape with points off the Earth is left as it is, so that the check can name it. */
function shapeOf(feature: unknown, crs: Crs): Shape | null {
  try {
    const shape = readShape(feature);
    return ringsOf(shape).flat().every(isInRange) ? convertShape(shape, crs, 'WGS84') : shape;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
