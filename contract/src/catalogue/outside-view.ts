import Type, { type Static } from 'typebox';
import { Shape } from '../route.ts';
import { Day, Instant, Maybe, Uuid } from '../shapes.ts';
import { OutsideOutcomeName, OutsideStateName, OutsideWayName, RefusalGroundName } from './words.ts';

/** An answer that came from outside, as one person of the asking unit recorded it and another decided. */
export const OutsideAnswer = Shape({
  id: Uuid,
  through: OutsideWayName,
  reference: Type.String(),
  answeredOn: Day,
  outcome: OutsideOutcomeName,
  fields: Type.Array(Type.String()),
  ground: Maybe(RefusalGroundName),
  text: Type.String(),
  file: Maybe(Uuid),
  state: OutsideStateName,
  by: Type.String(),
  recordedAt: Instant,
  decidedBy: Maybe(Type.String()),
  decidedAt: Maybe(Instant),
  why: Maybe(Type.String()),
});
export type OutsideAnswer = Static<typeof OutsideAnswer>;
