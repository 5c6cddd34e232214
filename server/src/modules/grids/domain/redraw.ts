import { boxOf, ringsOf, type Position, type Shape } from './geojson.ts';
import { checkLayer } from './layer.ts';
import { problem, type Problem } from './problem.ts';
import { checkShape, rewind, squareMetres } from './shape.ts';
import type { Level, Registered, Surveyed } from './survey.ts';
import { gridCode, numberGrids, readingOrder } from './unit-code.ts';
import { at } from './ring.ts';

/** A boundary as it is kept. */
export type Area = {
  readonly unit: string;
  readonly level: Level;
  readonly community: string | null;
  readonly purpose: 'basic' | 'exclusive';
  readonly shape: Shape;
  readonly squareMetres: number;
  readonly households: number | null;
  readonly code: string | null;
};

export type Redrawn = { readonly problems: Problem[]; readonly drawn: Area[]; readonly ended: string[] };

type Ground = {
  readonly level: Level;
  readonly areas: readonly Area[];
  readonly units: readonly Registered[];
};

/**
 * What becomes of a street's boundaries when some of one level are drawn anew: what is wrong with that level, what the
 * level below will have to mend (notices), the new boundaries, and those of closed units, which end.
 */
export function redraw({ level, areas, units }: Ground, found: readonly Surveyed[]): Redrawn {
  const byUnit = new Map(units.map((unit) => [unit.id, unit]));
  const drawn = found.map((one) => areaOf(one, level, areas));
  const names = new Set(drawn.map(({ unit }) => unit));
  const isLeft = (area: Area) => area.level === level && !names.has(area.unit);
  const ended = areas.filter((area) => isLeft(area) && byUnit.get(area.unit)?.current !== true);
  const kept = areas.filter((area) => isLeft(area) && byUnit.get(area.unit)?.current === true);
  const layer = [...drawn, ...kept].map((area) => ({
    ...area,
    community: level === 'grid' ? (byUnit.get(area.unit)?.parent ?? null) : area.community,
  }));
  const touched = new Set(
    parentsOf(
      [
        ...areas.filter(({ unit }) => names.has(unit)),
        ...ended,
        ...layer.filter(({ unit }) => names.has(unit)),
      ],
      level,
      areas,
    ),
  );
  const own =
    level === 'street'
      ? streetProblems(drawn, kept)
      : [...touched].flatMap((parent) => layerProblems(parent, level, areas, layer));
  const coded =
    level === 'grid'
      ? withCodes(
          layer.filter(({ unit }) => names.has(unit)),
          layer,
          byUnit,
        )
      : { drawn, problems: [] };
  const problems = [...own, ...coded.problems, ...belowProblems(drawn, level, areas)];
  return { problems, drawn: coded.drawn, ended: ended.map(({ unit }) => unit) };
}

function areaOf(one: Surveyed, level: Level, areas: readonly Area[]): Area {
  const before = areas.find(({ unit }) => unit === one.unit);
  const sound = checkShape({ code: one.unit, shape: one.shape }).every(
    ({ severity }) => severity === 'notice',
  );
  const shape = sound ? rewind(one.shape) : one.shape;
  return {
    unit: one.unit,
    level,
    community: level === 'street' ? null : level === 'community' ? one.unit : one.parent,
    shape,
    purpose: one.purpose ?? before?.purpose ?? 'basic',
    households: one.households ?? before?.households ?? null,
    code: one.code ?? before?.code ?? null,
    squareMetres: sound ? squareMetres(shape) : 0,
  };
}

/** The key of the area that bounds each; '' where it has none. */
function parentsOf(some: readonly Area[], level: Level, areas: readonly Area[]): string[] {
  const street = areas.find((area) => area.level === 'street')?.unit ?? '';
  return some.map((area) => (level === 'grid' ? (area.community ?? '') : street));
}

function layerProblems(
  parent: string,
  level: Level,
  areas: readonly Area[],
  layer: readonly Area[],
): Problem[] {
  const mine = layer.filter((area) => (level === 'community' ? true : area.community === (parent || null)));
  const above = areas.find((area) => area.unit === parent && area.level !== 'grid');
  if (above === undefined)
    return mine.map(({ unit }) => problem({ unit, other: parent, kind: 'parent_missing', size: 0 }));
  return checkLayer(shapeOf(above), mine.map(shapeOf));
}

const shapeOf = ({ unit, shape }: Area) => ({ code: unit, shape });

/** A subdistrict has one outline. */
function streetProblems(drawn: readonly Area[], kept: readonly Area[]): Problem[] {
  const again =
    drawn.length + kept.length > 1
      ? [problem({ unit: at(drawn, 0).unit, kind: 'duplicate_code', size: drawn.length + kept.length })]
      : [];
  return [...again, ...drawn.flatMap((area) => checkShape(shapeOf(area)))];
}

/** A border drawn anew leaves the level below askew until that is imported too: told, but no obstacle. */
function belowProblems(drawn: readonly Area[], level: Level, areas: readonly Area[]): Problem[] {
  if (level === 'grid') return [];
  return drawn.flatMap((area) => {
    const below = areas.filter((one) =>
      level === 'street' ? one.level === 'community' : one.level === 'grid' && one.community === area.unit,
    );
    if (below.length === 0 || area.squareMetres === 0) return [];
    return checkLayer(shapeOf(area), below.map(shapeOf))
      .filter(({ unit, kind }) => unit !== area.unit || kind === 'gap')
      .map((one) => ({ ...one, severity: 'notice' as const }));
  });
}

/** Grids without a code get the next ones of their community, as one reads the map; codes given are checked. */
function withCodes(
  drawn: readonly Area[],
  layer: readonly Area[],
  byUnit: ReadonlyMap<string, Registered>,
): { drawn: Area[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const given = new Map<string, string>();
  const communities = new Set(drawn.map(({ community }) => community));
  for (const community of communities) {
    const prefix = byUnit.get(community ?? '')?.officialCode ?? null;
    const mine = layer.filter((area) => area.community === community);
    problems.push(...codeProblems(mine, prefix));
    if (prefix === null) continue;
    const bare = mine.filter(({ code, unit }) => code === null && drawn.some((area) => area.unit === unit));
    for (const [unit, code] of nextCodes(prefix, mine, bare)) given.set(unit, code);
  }
  return {
    drawn: drawn.map((area) => ({ ...area, code: area.code ?? given.get(area.unit) ?? null })),
    problems,
  };
}

function codeProblems(grids: readonly Area[], prefix: string | null): Problem[] {
  const codes = grids.flatMap(({ code }) => (code === null ? [] : [code]));
  const twice = [...new Set(codes.filter((code, i) => codes.indexOf(code) !== i))];
  const strange =
    prefix === null ? [] : grids.filter(({ code }) => code !== null && !code.startsWith(prefix));
  return [
    ...twice.map((code) =>
      problem({ unit: code, kind: 'duplicate_code', size: codes.filter((one) => one === code).length }),
    ),
    ...strange.map(({ unit, code }) =>
      problem({ unit, other: code ?? '', kind: 'code_not_under_parent', size: 0 }),
    ),
  ];
}

function nextCodes(prefix: string, mine: readonly Area[], bare: readonly Area[]): [string, string][] {
  const middles = bare.map(({ shape }) => middleOf(shape));
  if (bare.length === mine.length)
    return numberGrids(prefix, middles).map((code, i) => [at(bare, i).unit, code]);
  const last = Math.max(...mine.map(({ code }) => Number(code?.slice(12) ?? 0)));
  return readingOrder(middles).map((index, i) => [at(bare, index).unit, gridCode(prefix, last + i + 1)]);
}

function middleOf(shape: Shape): Position {
  const { west, south, east, north } = boxOf(ringsOf(shape).flat());
  return [(west + east) / 2, (south + north) / 2];
}
