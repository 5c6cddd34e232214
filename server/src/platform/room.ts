import type { FastifyInstance } from 'fastify';
import type { Door } from '@fengqiao/contract/platform.ts';
import type { Collection } from './collection.ts';
import type { IndexedTable } from './crypto/reindex.ts';
import type { SealedTable } from './crypto/reseal.ts';
import type { Event } from './event.ts';
import type { FreeText } from './free-text.ts';
import type { Keeping } from './keeping.ts';
import type { Platform, Served } from './serve.ts';
import type { Witness } from './witness.ts';
import type { Work } from './work.ts';

/** Hears facts that lower rooms announced: at least once, in commit order, each in a transaction with its cursor. */
export type Listener = {
  readonly name: string;
  readonly hears: readonly string[];
  readonly act: (work: Work, event: Event) => Promise<void>;
};

/** Regular work of a room, run for each street as the street's system; safe when several processes run it at once. */
export type Job = { readonly name: string; readonly everySeconds: number } & (
  | {
      /** Does one batch and tells how many things it did; it is called again at once while that is above zero. */
      readonly act: (work: Work) => Promise<number>;
    }
  | {
      /** The same for what waits on somebody else's machine: it opens short transactions of its own around the waiting. */
      readonly errand: (platform: Platform, street: string) => Promise<number>;
    }
);

/** Somebody who is to be erased: their person in the registry, their account, and the contacts they left, each where there is one. */
export type Erased = {
  readonly person: string | null;
  readonly account: string | null;
  readonly contacts: readonly string[];
};

/** What a room offers to the house. */
export type Room = {
  readonly name: string;
  readonly routes: readonly Served[];
  readonly listeners?: readonly Listener[];
  readonly jobs?: readonly Job[];
  /**
   * May this actor see the thing a file is attached to? Asked of each room until one says yes; the default is no. A ticket is
   * what a room gave to somebody without an account, since a picture's address can carry nothing else.
   */
  readonly files?: { mayRead(work: Work, fileId: string, ticket: string | null): Promise<boolean> };
  /** Which of these subjects of facts may this actor know of? A subject that no room names stays untold. */
  readonly live?: { visible(work: Work, subjects: readonly string[]): Promise<readonly string[]> };
  /** What the master key seals in the room's tables, so that a change of the key finds it. */
  readonly sealed?: readonly SealedTable[];
  /** By which indexes sealed facts in the room's tables are found. */
  readonly indexed?: readonly IndexedTable[];
  /** Destroys what the room knows of somebody. It runs once more after an older backup was restored, so twice must do no harm. */
  readonly erase?: (work: Work, erased: Erased) => Promise<void>;
  /** What the room keeps for a term, and how it lets it go. */
  readonly keepings?: readonly Keeping[];
  /** What people write freely in the room. */
  readonly texts?: readonly FreeText[];
  /** Which of these people, accounts and cases stand under a legal hold, as the room knows; rooms below it ask before they delete. */
  readonly held?: (work: Work, subjects: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Keeps what the security log is about; one room does. */
  readonly witness?: Witness;
  /** What the room keeps that the catalogue may tell of. */
  readonly collections?: readonly Collection[];
  /** Doors that do not speak the contract's JSON, such as file uploads or Open311. */
  readonly doors?: (app: FastifyInstance, platform: Platform) => Promise<void> | void;
  /** What the documentation says of those doors. */
  readonly told?: readonly Door[];
};
