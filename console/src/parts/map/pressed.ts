import { states } from '@fengqiao/contract/cases/words.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import type { PressedCase } from './canvas-types.ts';

/** What a tile tells of a case that lies alone; null for several together. */
export function readPressed(told: Readonly<Record<string, unknown>>): PressedCase | null {
  const state = among(keysOf(states), told['state']);
  const { id, no, type, reported } = told;
  if (typeof id !== 'string' || typeof no !== 'string' || typeof reported !== 'string' || state === undefined)
    return null;
  return {
    id,
    no,
    state,
    type: typeof type === 'string' && type !== '' ? type : null,
    reportedAt: reported,
    late: told['late'] === 1,
  };
}
