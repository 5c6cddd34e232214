import { metresPerDegree } from '@fengqiao/contract/nearness.ts';
import { boxOf, ringsOf, type Position, type Shape } from './geojson.ts';

/** A flat metre grid around a place: good to a few centimetres in ten kilometres, enough for a district. */
export type Plane = {
  readonly origin: Position;
  readonly metresPerLng: number;
  readonly metresPerLat: number;
};

/** The plane around a position (degrees), with the WGS84 ellipsoid's radii at its latitude. */
export function planeAt(origin: Position): Plane {
  const { lng: metresPerLng, lat: metresPerLat } = metresPerDegree(origin[1]);
  return { origin, metresPerLat, metresPerLng };
}

/** The plane around the middle of some shapes. */
export function planeAround(shapes: readonly Shape[]): Plane {
  const box = boxOf(shapes.flatMap((shape) => ringsOf(shape).flat()));
  return planeAt([(box.west + box.east) / 2, (box.south + box.north) / 2]);
}

/** Degrees → metres east and north of the plane's origin. */
export function toPlane(plane: Plane, [lng, lat]: Position): Position {
  return [(lng - plane.origin[0]) * plane.metresPerLng, (lat - plane.origin[1]) * plane.metresPerLat];
}

/** Metres east and north of the plane's origin → degrees, to 1e-8 (about a millimetre). */
export function toDegrees(plane: Plane, [x, y]: Position): Position {
  return [round8(plane.origin[0] + x / plane.metresPerLng), round8(plane.origin[1] + y / plane.metresPerLat)];
}

function round8(degrees: number): number {
  return Math.round(degrees * 1e8) / 1e8;
}
