import { keysOf, OneOf } from './shapes.ts';

/** Whether the article that a basis cites was held against the text of the norm. */
export const certainties = {
  seen: { zh: '已与条文核对', en: 'Held against the text' },
  recalled: { zh: '条文待核，使用前请由法务核对', en: 'To be checked by a lawyer before it is used' },
} as const;
export type Certainty = keyof typeof certainties;
export const CertaintyName = OneOf(keysOf(certainties));
