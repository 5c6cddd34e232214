import type { Position, Ring } from '../../src/modules/grids/domain/geojson.ts';
import { at } from '../../src/modules/grids/domain/ring.ts';
import type { Box } from './site.ts';

/** How a building looks from above. */
export type Form = 'plain' | 'stepped' | 'cross' | 'court' | 'angle';

/** The closed outline of a building within its box, counter-clockwise, in the box's unit. */
export function footprint(box: Box, form: Form): Ring {
  const {
    middle: [x, y],
    angle,
    length,
    depth,
  } = box;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const points = FORMS[form].map(([su, sv]): Position => {
    const [u, v] = [su * length, sv * depth];
    return [x + u * cos - v * sin, y + u * sin + v * cos];
  });
  return [...points, at(points, 0)];
}

/** Corners as shares of length and depth from the middle. */
const FORMS: Record<Form, readonly Position[]> = {
  plain: [
    [-0.5, -0.5],
    [0.5, -0.5],
    [0.5, 0.5],
    [-0.5, 0.5],
  ],
  stepped: [
    [-0.5, -0.5],
    [0, -0.5],
    [0, -0.32],
    [0.5, -0.32],
    [0.5, 0.5],
    [0, 0.5],
    [0, 0.36],
    [-0.5, 0.36],
  ],
  cross: [
    [-0.5, -0.25],
    [-0.25, -0.25],
    [-0.25, -0.5],
    [0.25, -0.5],
    [0.25, -0.25],
    [0.5, -0.25],
    [0.5, 0.3],
    [0.2, 0.3],
    [0.2, 0.5],
    [-0.2, 0.5],
    [-0.2, 0.3],
    [-0.5, 0.3],
  ],
  court: [
    [-0.5, -0.5],
    [-0.28, -0.5],
    [-0.28, 0.12],
    [0.28, 0.12],
    [0.28, -0.5],
    [0.5, -0.5],
    [0.5, 0.5],
    [-0.5, 0.5],
  ],
  angle: [
    [-0.5, -0.5],
    [0.5, -0.5],
    [0.5, -0.05],
    [-0.1, -0.05],
    [-0.1, 0.5],
    [-0.5, 0.5],
  ],
};
