import Type from 'typebox';
import { Shape } from '../route.ts';
import { Text, UnitId } from '../shapes.ts';

/** The version somebody acts on; when the case has moved since, the act is refused. */
export const version = { version: Type.Optional(Type.Integer()) };

/** A part of the work that another unit is asked for. */
export const CoTask = Shape({
  unit: UnitId,
  text: Text(2, 300),
  weight: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  required: Type.Optional(Type.Boolean()),
});
