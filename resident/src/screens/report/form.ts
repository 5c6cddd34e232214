import type { Draft } from './draft.ts';

export const steps = ['photos', 'place', 'words'] as const;
export type Step = (typeof steps)[number];

/** The draft as a step sees it. */
export type FormOf = {
  draft: Draft;
  change: (part: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => void;
  clear: () => void;
};
