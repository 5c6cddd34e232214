import { refuse } from '#platform/refusal.ts';
import type { PolygonRings, Position, Ring, Shape } from './geojson.ts';

/**
 * A boundary out of a file: a GeoJSON geometry, or a Feature around one; heights are dropped. Only its form is looked
 * at here, `checkShape` looks at the drawing. Refuses `grids.shape_unusable`.
 */
export function readShape(value: unknown): Shape {
  const geometry = field(value, 'type') === 'Feature' ? field(value, 'geometry') : value;
  const coordinates = field(geometry, 'coordinates');
  const type = field(geometry, 'type');
  if (type === 'Polygon') return { type, coordinates: readPolygon(coordinates) };
  if (type === 'MultiPolygon') return { type, coordinates: readList(coordinates).map(readPolygon) };
  return refuse('grids.shape_unusable', { type });
}

function readPolygon(value: unknown): PolygonRings {
  return readList(value).map((ring): Ring => readList(ring).map(readPosition));
}

function readPosition(value: unknown): Position {
  const [lng, lat] = readList(value);
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : refuse('grids.shape_unusable');
}

function readList(value: unknown): unknown[] {
  return Array.isArray(value) && value.length > 0 ? value : refuse('grids.shape_unusable');
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
