import type { Work } from './work.ts';

/** Words that somebody wrote, and where they stand: table, column and way within it, and the key of the row. */
export type Passage = { readonly place: string; readonly row: string; readonly text: string };

/** A thing with all that was written about it. */
export type Written = {
  readonly subject: string;
  /** Its number, as people call it. */
  readonly no: string;
  /** The unit that has it in hand. */
  readonly unit: string | null;
  readonly passages: readonly Passage[];
};

/** A moment and a key: how far somebody has come in the order of changes. */
export type Since = { readonly at: Date; readonly id: string };

/** Free text that a room keeps, so that what does not belong in it can be found and masked. */
export type FreeText = {
  /** The room and kind of thing, such as cases. */
  readonly id: string;
  /** What changed after a place and not after `until`, the oldest change first. */
  readonly changed: (
    work: Work,
    asked: { readonly after: Since | null; readonly until: Date; readonly most: number },
  ) => Promise<{ readonly written: readonly Written[]; readonly last: Since | null }>;
  /** One thing as it is now, and locked; with whom it is about and, once it is over, since when. Null when there is none. */
  readonly lock: (
    work: Work,
    subject: string,
  ) => Promise<(Written & { readonly people: readonly string[]; readonly endedAt: Date | null }) | null>;
  /** Rewrites every passage of a thing, with its search, its history and its sealed packages; notes in it what was done. */
  readonly rewrite: (
    work: Work,
    subject: string,
    change: (text: string) => string,
    facts: Record<string, unknown>,
  ) => Promise<void>;
};
