import type { Draft } from './draft.ts';

/** The draft as a step sees it. */
export type FormOf = {
  draft: Draft;
  change: (part: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => void;
  clear: () => void;
};
