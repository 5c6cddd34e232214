import { fromGcj02, toGcj02 } from '@fengqiao/contract/crs.ts';
import { refuse } from '#platform/refusal.ts';
import { mapPositions, type Drawing, type Position, type Shape } from './geojson.ts';

/**
 * The coordinate systems that meet here. WGS84 is what we store; GCJ-02 is what Chinese web maps and
 * mini-programs give; CGCS2000 is what surveyors give. CGCS2000 and WGS84 differ by centimetres, far below
 * the accuracy of a phone or a grid border, so here they are the same numbers.
 */
export type Crs = 'WGS84' | 'GCJ02' | 'CGCS2000';

/** A position in degrees from one system in another. Refuses what is not a place on Earth. */
export function convert(position: Position, from: Crs, to: Crs): Position {
  checkRange(position);
  const isShifted = from === 'GCJ02';
  const wantShifted = to === 'GCJ02';
  if (isShifted === wantShifted) return position;
  return wantShifted ? toGcj02(position) : fromGcj02(position);
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
