import { cutAtCrossings, type Piece } from './arrangement.ts';
import { subdivide, type Subdivision } from './faces.ts';
import { ringsOf, type Position, type UnitShape } from './geojson.ts';
import { planeAround, toDegrees, toPlane, type Plane } from './plane.ts';
import { problem, type Problem, type ProblemKind } from './problem.ts';
import { areaOf, at, pointInside } from './ring.ts';
import { checkShape } from './shape.ts';

/** Whole numbers of the overlay are centimetres. */
const PER_METRE = 100;
const PARENT = 0;
/** Two surveys of one border differ by less than this (metres). */
const USUAL_TOLERANCE = 0.5;

/**
 * What is wrong with the units of one layer inside their parent (WGS84 degrees): each by itself, then overlaps,
 * gaps, parts outside the parent, codes used twice. Strips narrower on average than `toleranceMetres` are let pass.
 * Empty means the units tile the parent.
 */
export function checkLayer(
  parent: UnitShape,
  units: readonly UnitShape[],
  toleranceMetres = USUAL_TOLERANCE,
): Problem[] {
  const own = [parent, ...units].flatMap(checkShape);
  const broken = new Set(own.filter((one) => one.severity === 'error').map((one) => one.unit));
  const codes = duplicateCodes(units);
  if (broken.has(parent.code)) return [...own, ...codes];
  const sound = units.filter((unit) => !broken.has(unit.code));
  return [...own, ...codes, ...coverProblems(parent, sound, toleranceMetres)];
}

function duplicateCodes(units: readonly UnitShape[]): Problem[] {
  const counts = new Map<string, number>();
  for (const { code } of units) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([unit, size]) => problem({ unit, kind: 'duplicate_code', size }));
}

function coverProblems(parent: UnitShape, units: readonly UnitShape[], tolerance: number): Problem[] {
  const layer = [parent, ...units];
  const plane = planeAround(layer.map((unit) => unit.shape));
  const parts = subdivide(cutAtCrossings(layer.flatMap((unit, owner) => piecesOf(unit, owner, plane))));
  const wrong = new Map<string, { fault: Fault; faces: Set<number> }>();
  parts.faces.forEach(({ owners }, face) => {
    for (const fault of faultsOf(owners)) {
      const key = `${fault.kind} ${fault.unit} ${fault.other}`;
      const known = wrong.get(key);
      if (known) known.faces.add(face);
      else wrong.set(key, { fault, faces: new Set([face]) });
    }
  });
  return [...wrong.values()].flatMap(({ fault, faces }) =>
    regionsOf(parts, faces)
      .filter((region) => (2 * region.area) / region.border >= tolerance)
      .map((region) =>
        problem({
          unit: at(layer, fault.unit).code,
          ...(fault.other < 0 ? {} : { other: at(layer, fault.other).code }),
          kind: fault.kind,
          size: region.area,
          at: toDegrees(plane, region.point),
        }),
      ),
  );
}

function piecesOf({ shape }: UnitShape, owner: number, plane: Plane): Piece[] {
  return ringsOf(shape).flatMap((ring) => {
    const points = ring
      .map((point) => toPlane(plane, point))
      .map(([x, y]): Position => [Math.round(x * PER_METRE), Math.round(y * PER_METRE)]);
    return points.slice(1).map((b, i) => ({ a: at(points, i), b, owner }));
  });
}

type Fault = { readonly kind: ProblemKind; readonly unit: number; readonly other: number };

function faultsOf(owners: ReadonlySet<number>): Fault[] {
  const units = [...owners].filter((owner) => owner !== PARENT).sort((a, b) => a - b);
  const faults: Fault[] = units.flatMap((unit, i) =>
    units.slice(i + 1).map((other): Fault => ({ kind: 'overlap', unit, other })),
  );
  if (owners.has(PARENT) && units.length === 0) faults.push({ kind: 'gap', unit: PARENT, other: -1 });
  if (!owners.has(PARENT))
    faults.push(...units.map((unit): Fault => ({ kind: 'outside_parent', unit, other: PARENT })));
  return faults;
}

type Region = { area: number; border: number; point: Position };

/** Faces that touch, put together: area in m², length of the border in m, a point well inside the largest face. */
function regionsOf(parts: Subdivision, faces: ReadonlySet<number>): Region[] {
  const group = new Map([...faces].map((face) => [face, face]));
  const root = (face: number): number => {
    const up = group.get(face) ?? face;
    return up === face ? face : root(up);
  };
  const outline: { face: number; metres: number }[] = [];
  parts.edges.forEach(({ a, b }, i) => {
    const left = at(parts.faceOfSide, 2 * i);
    const right = at(parts.faceOfSide, 2 * i + 1);
    const metres = Math.hypot(a[0] - b[0], a[1] - b[1]) / PER_METRE;
    if (faces.has(left) && faces.has(right)) group.set(root(left), root(right));
    else if (faces.has(left)) outline.push({ face: left, metres });
    else if (faces.has(right)) outline.push({ face: right, metres });
  });
  const regions = new Map<number, Region & { largest: number }>();
  for (const face of faces) {
    const { rings } = at(parts.faces, face);
    const area = areaOf(rings) / PER_METRE ** 2;
    const region = regions.get(root(face)) ?? { area: 0, border: 0, point: [0, 0], largest: 0 };
    regions.set(root(face), region);
    region.area += area;
    if (area <= region.largest) continue;
    const [x, y] = pointInside(rings);
    region.largest = area;
    region.point = [x / PER_METRE, y / PER_METRE];
  }
  for (const { face, metres } of outline) {
    const region = regions.get(root(face));
    if (region) region.border += metres;
  }
  return [...regions.values()];
}
