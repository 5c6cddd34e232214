/** Longitude, latitude in degrees; or x, y in metres on a local plane. */
export type Position = readonly [number, number];
/** A closed line: the last position repeats the first. */
export type Ring = readonly Position[];
/** Outer ring first, then holes. */
export type PolygonRings = readonly Ring[];

export type Polygon = { readonly type: 'Polygon'; readonly coordinates: PolygonRings };
export type MultiPolygon = { readonly type: 'MultiPolygon'; readonly coordinates: readonly PolygonRings[] };
/** The shape of a unit, as GeoJSON (RFC 7946). */
export type Shape = Polygon | MultiPolygon;

/** Whatever is drawn on the base map. */
export type Drawing =
  | Shape
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] };

/** Every position of a drawing. */
export function positionsOf(drawing: Drawing): readonly Position[] {
  if (drawing.type === 'Point') return [drawing.coordinates];
  return drawing.type === 'LineString' ? drawing.coordinates : ringsOf(drawing).flat();
}

/** A unit of a layer with its boundary; the code names it in every report. */
export type UnitShape = { readonly code: string; readonly shape: Shape };

/** The polygons of a shape, one list of rings each. */
export function polygonsOf(shape: Shape): readonly PolygonRings[] {
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
}

/** Every ring of a shape, outer ones and holes alike. */
export function ringsOf(shape: Shape): Ring[] {
  return polygonsOf(shape).flat();
}

/** The same shape with every position replaced; keeps rings closed if `change` is a function of the position alone. */
export function mapPositions(shape: Shape, change: (position: Position) => Position): Shape {
  const polygon = (rings: PolygonRings): PolygonRings => rings.map((ring) => ring.map(change));
  return shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: polygon(shape.coordinates) }
    : { type: 'MultiPolygon', coordinates: shape.coordinates.map(polygon) };
}

export type Box = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

/** The smallest box around positions; infinite and empty for none. */
export function boxOf(positions: Iterable<Position>): Box {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [x, y] of positions) {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return { west, south, east, north };
}
