import type { KeepingId } from '@fengqiao/contract/retention/keepings.ts';
import type { Work } from './work.ts';

/** Whose turn it is: what had reached `before`, but for what belongs to one of these people, accounts, contacts or cases. */
export type Over = { readonly before: Date; readonly held: readonly string[] };

/** One of what would go, by a number or kind and a moment; nothing that tells who. */
export type Sampled = { readonly name: string; readonly at: Date };

/**
 * Something a room keeps for a term, and how it lets it go. Retention keeps the term, counts first and asks somebody; the
 * room knows its tables. Asked with the same moment twice, it takes nothing more, so a run may be cut off and go on.
 */
export type Keeping = {
  readonly id: KeepingId;
  readonly count: (work: Work, over: Over) => Promise<number>;
  readonly sample: (work: Work, over: Over, most: number) => Promise<readonly Sampled[]>;
  /** Takes some; returns how many, and less than `most` only when nothing is left. */
  readonly take: (work: Work, over: Over, most: number) => Promise<number>;
};
