import { nodeHash, type Hash } from './merkle.ts';

/** Gives the root of a complete subtree: of 2^height leaves, the position-th of that size. */
export type Complete = (height: number, position: number) => Promise<Hash>;

/** RFC 6962 §2.1.1: the hashes that lead from a leaf to the root of a tree of `size` leaves, the lowest first. */
export async function inclusionProof(complete: Complete, leaf: number, size: number): Promise<Hash[]> {
  const path: Hash[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + split(to - from);
    const left = leaf < middle;
    path.unshift(await rangeHash(complete, left ? middle : from, left ? to : middle));
    if (left) to = middle;
    else from = middle;
  }
  return path;
}

/** RFC 6962 §2.1.2: the hashes that show that the tree of `first` leaves is the beginning of the tree of `second`. */
export async function consistencyProof(complete: Complete, first: number, second: number): Promise<Hash[]> {
  const path: Hash[] = [];
  let from = 0;
  let to = second;
  while (first < to) {
    const middle = from + split(to - from);
    const left = first <= middle;
    path.unshift(await rangeHash(complete, left ? middle : from, left ? to : middle));
    if (left) to = middle;
    else from = middle;
  }
  // A first tree that is one subtree of the second is known to who asks; else the rest of it begins the path.
  if (from > 0) path.unshift(await rangeHash(complete, from, to));
  return path;
}

async function rangeHash(complete: Complete, from: number, to: number): Promise<Hash> {
  const length = to - from;
  const height = Math.log2(length);
  if (Number.isInteger(height) && from % length === 0) return complete(height, from / length);
  const middle = from + split(length);
  return nodeHash(await rangeHash(complete, from, middle), await rangeHash(complete, middle, to));
}

/** The largest power of two below a length of at least two. */
const split = (length: number): number => 2 ** (Math.ceil(Math.log2(length)) - 1);

/** RFC 9162 §2.1.3.2: the root that a leaf and its path lead to; null when the path has not the right length. */
export function rootByInclusion(
  leaf: Hash,
  position: number,
  size: number,
  path: readonly Hash[],
): Hash | null {
  let at = position;
  let last = size - 1;
  let found = leaf;
  for (const step of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      found = nodeHash(step, found);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else found = nodeHash(found, step);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? found : null;
}

type Tree = { readonly size: number; readonly root: Hash };

/** RFC 9162 §2.1.4.2: whether the path shows that one tree is the beginning of the other. */
export function isConsistent(first: Tree, second: Tree, path: readonly Hash[]): boolean {
  if (first.size === second.size) return path.length === 0 && first.root.equals(second.root);
  const steps = Number.isInteger(Math.log2(first.size)) ? [first.root, ...path] : [...path];
  let at = first.size - 1;
  let last = second.size - 1;
  while (at % 2 === 1) {
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  const [begin, ...rest] = steps;
  if (begin === undefined) return false;
  let early = begin;
  let late = begin;
  for (const step of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      early = nodeHash(step, early);
      late = nodeHash(step, late);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else late = nodeHash(late, step);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && early.equals(first.root) && late.equals(second.root);
}
