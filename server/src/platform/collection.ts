import type { Both } from '@fengqiao/contract/both.ts';
import type { DataItem } from '@fengqiao/contract/catalogue/resources.ts';
import type { Base, Cycle } from '@fengqiao/contract/catalogue/words.ts';
import type { Work } from './work.ts';

/** What was counted in a collection: rows, the newest of them, and for each field how many are filled, valid, distinct. */
export type Measured = {
  readonly rows: number;
  readonly newest: Date | null;
  readonly filled: Readonly<Record<string, number>>;
  /** Only fields that can be wrong, such as a number with a check digit. */
  readonly valid: Readonly<Record<string, number>>;
  /** Only fields whose values should stand once. */
  readonly distinct: Readonly<Record<string, number>>;
};

/** A page of whole values for an approved share, and whom they are about. */
export type Rows = {
  readonly rows: readonly Readonly<Record<string, string | null>>[];
  readonly subjects: readonly string[];
  readonly next: string | null;
};

/** A table or a feed that was brought into a collection: from whom, of which day, how much, by whom. */
export type Arrival = {
  readonly at: Date;
  readonly source: string;
  /** The local day it speaks of. */
  readonly asOf: string;
  readonly rows: number;
  /** Who vouches for it. */
  readonly unit: string | null;
  readonly by: string | null;
};

/** What a room keeps that the catalogue may tell of; whoever reads it for others records the access. */
export type Collection = {
  /** Room and thing, such as registry.person. */
  readonly id: string;
  readonly base: Base;
  readonly name: Both;
  readonly summary: Both;
  /** From wide to narrow, as the catalogue sorts it. */
  readonly category: readonly string[];
  readonly fields: readonly DataItem[];
  readonly cycle: Cycle;
  readonly measure: (work: Work) => Promise<Measured>;
  /** Where it came from, the newest first, where it comes in tables. */
  readonly arrivals?: (work: Work) => Promise<readonly Arrival[]>;
  readonly read?: (
    work: Work,
    asked: { readonly fields: readonly string[]; readonly after: string | null; readonly limit: number },
  ) => Promise<Rows>;
};
