import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { vaultOf, type VaultKeys } from '#platform/crypto/vault.ts';
import { fromJson } from '#platform/json.ts';
import type { Piece } from '#platform/table/pieces.ts';
import type { Header } from '#platform/table/row.ts';
import type { Reading } from '../../domain/import/reading.ts';
import { markPeople, sealPeople, type Known, type Marked, type Ready } from './ready-people.ts';

/** By what the people of a piece are known, to be looked up; the piece itself is known by its number. */
export type Marks = {
  readonly piece: number;
  readonly count: number;
  readonly matches: Uint8Array;
  readonly digests: Uint8Array;
};

/** Who of a piece is known, and when that was asked. */
export type Told = { readonly piece: number; readonly known: readonly Known[]; readonly now: Date };

/** Makes people ready, piece by piece: first tells by what they are known, then seals them when told who is. */
export type Hand = {
  mark(piece: Piece): Promise<Marks>;
  seal(told: Told): Promise<Ready>;
  end(): Promise<void>;
};

/** All that a hand needs, in a form that can be given to another thread. */
export type Kit = {
  readonly id: string;
  readonly header: Header;
  readonly reading: Reading;
  readonly keys: VaultKeys;
};

/** A hand of this thread, for tables that are ready before another thread had begun. */
export function ownHand({ keys, ...kit }: Kit): Hand {
  const tools = { ...kit, vault: vaultOf(keys) };
  const marks = new Map<number, Marked>();
  let pieces = 0;
  return {
    mark: async (piece) => {
      const marked = markPeople(piece, tools);
      pieces += 1;
      marks.set(pieces, marked);
      const { sound, matches, digests } = marked;
      return { piece: pieces, count: sound.length, matches, digests };
    },
    seal: async ({ piece, known, now }) => {
      const marked = marks.get(piece);
      if (marked === undefined) throw new Error('A piece is marked before it is sealed, and sealed once');
      marks.delete(piece);
      return sealPeople(marked, known, tools, now);
    },
    end: async () => undefined,
  };
}

export type Asked = { readonly mark: Piece } | { readonly seal: Told };
export type Answered = { readonly done: Marks | Ready } | { readonly failed: unknown };

/** More than the machine has cores bring nothing, and more than the database can take in neither. */
const MOST_HANDS = 4;
/** Rows live for a piece only; with room for one they are thrown away before anybody counts them. */
const YOUNG_MB = 64;

export const manyHands = (kit: Kit): Hand[] =>
  Array.from({ length: Math.min(availableParallelism(), MOST_HANDS) }, () => hired(kit));

/** A hand in a thread of its own; it answers in the order it is asked. */
function hired(kit: Kit): Hand {
  const worker = new Worker(new URL('people-thread.ts', import.meta.url), {
    workerData: kit,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  worker.unref();
  const waiting: PromiseWithResolvers<Marks | Ready>[] = [];
  const fail = (error: unknown) => {
    for (const one of waiting.splice(0)) one.reject(error);
  };
  worker.on('message', (answer: Answered) => {
    if ('failed' in answer) fail(answer.failed);
    else waiting.shift()?.resolve(answer.done);
  });
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`a thread that read a table ended with ${code}`)));
  const ask = <T extends Marks | Ready>(asked: Asked): Promise<T> => {
    const answer = Promise.withResolvers<Marks | Ready>();
    waiting.push(answer);
    worker.postMessage(asked);
    return fromJson<Promise<T>>(answer.promise);
  };
  return {
    mark: (piece) => ask<Marks>({ mark: piece }),
    seal: (told) => ask<Ready>({ seal: told }),
    end: async () => void (await worker.terminate()),
  };
}
