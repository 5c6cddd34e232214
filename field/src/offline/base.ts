import Dexie, { type EntityTable } from 'dexie';
import type { RefusalCode } from '@fengqiao/contract/refusals.ts';
import type { Sealed } from './vault.ts';

/**
 * waiting: not sent yet; refused: the server said no, somebody has to decide; done: it arrived; aside: kept as a note by
 * the worker's decision.
 */
export type OpState = 'waiting' | 'refused' | 'done' | 'aside';

export type Refusal = { readonly code: RefusalCode; readonly zh: string; readonly en: string };
/** What the server left out of an act that it took. */
export type Change = { readonly code: 'rounds.points_unknown'; readonly zh: string; readonly en: string };

/** One act of the worker, in the order it was done. What it says is sealed; what stands beside it steers the sending. */
export type OpRow = {
  seq: number;
  /** Named by the phone; the server does an act of this name once. */
  opId: string;
  type: string;
  state: OpState;
  tries: number;
  dependsOn: readonly string[];
  /** Photos and sounds it needs on the server first, by their hash. */
  blobs: readonly string[];
  /** By the clock of the phone. */
  madeAt: number;
  sentAt: number | null;
  payload: Sealed;
  /** What the server answered once it arrived. */
  result: Sealed | null;
  refusal: Refusal | null;
  changed?: Change | null;
  /** What the server was last told of a conflict about it. */
  told?: 'open' | 'aside' | 'sent';
};

/** A photo or a sound under the address of its content. */
export type BlobRow = {
  sha256: string;
  kind: 'photo' | 'voice';
  media: string;
  size: number;
  madeAt: number;
  bytes: Sealed | null;
  thumb: Sealed;
  /** Shows that it was made for this; lives for ten minutes. */
  nonce: string | null;
  /** Its id on the server once it is there. */
  file: string | null;
  refusal: Refusal | null;
};

/** Something kept under a name: what was read from the server, a form half filled, what was seen on a walk. */
export type KeptRow = { name: string; at: number; sealed: Sealed };
export type KeyRow = { name: 'open' | 'wrapped'; key: CryptoKey | null; wrapped: ArrayBuffer | null };

/** What one account keeps on this phone; each has a base of its own. */
export class Base extends Dexie {
  declare outbox: EntityTable<OpRow, 'seq'>;
  declare blob: EntityTable<BlobRow, 'sha256'>;
  declare reference: EntityTable<KeptRow, 'name'>;
  declare draft: EntityTable<KeptRow, 'name'>;
  declare key: EntityTable<KeyRow, 'name'>;
  constructor(account: string) {
    super(`fengqiao-field-${account}`);
    this.version(1).stores({
      outbox: '++seq, &opId, state',
      blob: '&sha256, madeAt',
      reference: '&name',
      draft: '&name',
      key: '&name',
    });
  }
}
