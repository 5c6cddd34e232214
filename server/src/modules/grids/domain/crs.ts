import { refuse } from '#platform/refusal.ts';
import { mapPositions, type Drawing, type Position, type Shape } from './geojson.ts';

/**
 * The coordinate systems that meet here. WGS84 is what we store; GCJ-02 is what Chinese web maps and
 * mini-programs give; CGCS2000 is what surveyors give. CGCS2000 and WGS84 differ by centimetres, far below
 * the accuracy of a phone or a grid border, so here they are the same numbers.
 */
export type Crs = 'WGS84' | 'GCJ02' | 'CGCS2000';

/** Krasovsky 1940, the ellipsoid of the public GCJ-02 formula. */
const SEMI_MAJOR = 6378245;
const ECCENTRICITY_SQUARED = 0.006693421622965943;
const INVERSE_PRECISION = 1e-10;

/** A position in degrees from one system in another. Refuses what is not a place on Earth. */
export function convert(position: Position, from: Crs, to: Crs): Position {
  checkRange(position);
  const isShifted = from === 'GCJ02';
  const wantShifted = to === 'GCJ02';
  if (isShifted === wantShifted) return position;
  return wantShifted ? shift(position) : unshift(position);
}

/** A whole boundary from one system in another; equal positions stay equal, so shared borders stay shared. */
export function convertShape(shape: Shape, from: Crs, to: Crs): Shape {
  return mapPositions(shape, (position) => convert(position, from, to));
}

/** Whatever is drawn on the map, from WGS84 in another system. */
export function convertDrawing(drawing: Drawing, to: Crs): Drawing {
  if (to !== 'GCJ02') return drawing;
  const change = (position: Position) => convert(position, 'WGS84', to);
  if (drawing.type === 'Point') return { type: 'Point', coordinates: change(drawing.coordinates) };
  if (drawing.type === 'LineString')
    return { type: 'LineString', coordinates: drawing.coordinates.map(change) };
  return mapPositions(drawing, change);
}

/** Refuses `grids.coordinates_out_of_range` unless the longitude and latitude are finite degrees on Earth. */
export function checkRange(position: Position): void {
  if (!isInRange(position)) refuse('grids.coordinates_out_of_range', { lng: position[0], lat: position[1] });
}

/** Whether both numbers are finite degrees on Earth. */
export function isInRange([lng, lat]: Position): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

/** The box of the public formula. It is coarser than the border: outside it GCJ-02 equals WGS84. */
function isShiftedPlace([lng, lat]: Position): boolean {
  return lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
}

function shift(position: Position): Position {
  if (!isShiftedPlace(position)) return position;
  const [lng, lat] = position;
  const phi = (lat / 180) * Math.PI;
  const w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2;
  const metresPerDegreeLat =
    ((SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED)) / (w * Math.sqrt(w))) * (Math.PI / 180);
  const metresPerDegreeLng = (SEMI_MAJOR / Math.sqrt(w)) * Math.cos(phi) * (Math.PI / 180);
  const x = lng - 105;
  const y = lat - 35;
  return [lng + eastwards(x, y) / metresPerDegreeLng, lat + northwards(x, y) / metresPerDegreeLat];
}

/** The shift changes by less than a thousandth per step, so this fixed point converges within a few rounds. */
function unshift(position: Position): Position {
  if (!isShiftedPlace(position)) return position;
  let guess = position;
  for (let round = 0; round < 30; round++) {
    const there = shift(guess);
    const dLng = position[0] - there[0];
    const dLat = position[1] - there[1];
    guess = [guess[0] + dLng, guess[1] + dLat];
    if (Math.abs(dLng) < INVERSE_PRECISION && Math.abs(dLat) < INVERSE_PRECISION) break;
  }
  return guess;
}

function ripple(x: number, long: number, longest: number): number {
  const pi = Math.PI;
  return (
    ((20 * Math.sin(x * pi) +
      40 * Math.sin((x / 3) * pi) +
      long * Math.sin((x / 12) * pi) +
      longest * Math.sin((x / 30) * pi)) *
      2) /
    3
  );
}

function common(x: number): number {
  return ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3;
}

function eastwards(x: number, y: number): number {
  return (
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    common(x) +
    ripple(x, 150, 300)
  );
}

function northwards(x: number, y: number): number {
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    common(x) +
    ripple(y, 160, 320)
  );
}
