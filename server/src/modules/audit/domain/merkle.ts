import { hash } from 'node:crypto';

/** SHA-256 of 32 bytes. */
export type Hash = Buffer;
/** The root of a complete subtree: of 2^height leaves, the position-th of that size. */
export type TreeNode = { readonly height: number; readonly position: number; readonly hash: Hash };

const sha256 = (bytes: Buffer): Hash => hash('sha256', bytes, 'buffer');
const LEAF = Buffer.from([0]);
const pair = Buffer.alloc(65);
pair[0] = 1;

/** RFC 6962 §2.1: leaves and nodes are told apart by their first byte, so that neither can pass for the other. */
export const leafHash = (content: Buffer): Hash => sha256(Buffer.concat([LEAF, content]));

export function nodeHash(left: Hash, right: Hash): Hash {
  left.copy(pair, 1);
  right.copy(pair, 33);
  return sha256(pair);
}

export const emptyRoot: Hash = sha256(Buffer.alloc(0));

/** Heights at which roots of complete subtrees are kept: of 256, 65 536 … leaves. */
export const KEPT_HEIGHT = 8;

/** The complete subtrees a tree of some size consists of, the largest first; enough to let it grow and to tell its root. */
export class Frontier {
  #size: number;
  readonly #parts: Hash[];

  constructor(size = 0, parts: readonly Hash[] = []) {
    if (parts.length !== bitsSet(size))
      throw new RangeError(`${parts.length} subtrees cannot have ${size} leaves`);
    this.#size = size;
    this.#parts = [...parts];
  }

  static from(size: number, bytes: Buffer): Frontier {
    return new Frontier(
      size,
      Array.from({ length: bytes.length / 32 }, (_, i) => bytes.subarray(i * 32, i * 32 + 32)),
    );
  }

  get size(): number {
    return this.#size;
  }

  /** Appends a leaf; gives the roots worth keeping that it completed. */
  add(leaf: Hash): TreeNode[] {
    const kept: TreeNode[] = [];
    let whole = leaf;
    let height = 0;
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      whole = nodeHash(this.#parts.pop() ?? emptyRoot, whole);
      height += 1;
      if (height % KEPT_HEIGHT === 0)
        kept.push({ height, position: Math.floor(this.#size / 2 ** height), hash: whole });
    }
    this.#parts.push(whole);
    this.#size += 1;
    return kept;
  }

  root(): Hash {
    const last = this.#parts.at(-1);
    if (last === undefined) return emptyRoot;
    return this.#parts.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

const bitsSet = (size: number): number => [...size.toString(2)].filter((bit) => bit === '1').length;
