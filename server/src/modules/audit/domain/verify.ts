import { AT, isAfter, orderOf, sealOf, sortOf, type Order, type Parts, type Sort } from './canonical.ts';
import type { SignedHead } from './head.ts';
import { Frontier, type Hash } from './merkle.ts';

/** One place of the tree as it is kept, and the record that stands for it; null when that is gone. */
export type Leaf = {
  readonly position: number;
  readonly access: string;
  readonly hash: Hash;
  readonly parts: Parts | null;
};

/**
 * What does not fit. `rewritten`: the records agree with their leaves, but not with the signed head, so one between `position`
 * and `until` was changed together with its leaf. `head`: a head that its key did not sign.
 */
export type Problem = {
  readonly kind: 'altered' | 'missing' | 'added' | 'rewritten' | 'backdated' | 'head';
  /** Where in the tree; null for a record that has no place in it. */
  readonly position: number | null;
  readonly until?: number;
  /** The record, where it can be named. */
  readonly access: string | null;
};

/** A size with the root that somebody signed or carried outside for it. */
export type Claim = Pick<SignedHead, 'size' | 'root' | 'at'>;

const HOUR_MS = 3_600_000;

/** Re-derives a tree leaf by leaf and holds it against the heads that were signed for it. */
export class Verifier {
  readonly problems: Problem[] = [];
  readonly #tree: Frontier;
  readonly #claims: readonly Claim[];
  #next = 0;
  #since: number;
  readonly #last = new Map<Sort, Order>();
  #sealedBefore: Date | null = null;

  /** Begins anywhere in the tree with the frontier reached so far; `claims` in rising size, those before it left out. */
  constructor(claims: readonly Claim[], tree = new Frontier()) {
    this.#claims = claims.filter(({ size }) => size > tree.size).toSorted((a, b) => a.size - b.size);
    this.#tree = tree;
    this.#since = tree.size;
  }

  get frontier(): Frontier {
    return this.#tree;
  }

  /** The place of the last record of a sort in the order of commits; one that is not sealed must come after it. */
  last(sort: Sort): Order | null {
    return this.#last.get(sort) ?? null;
  }

  take({ position, access, hash, parts }: Leaf): void {
    const expected = this.#tree.size;
    if (position !== expected) {
      // The rest cannot be derived without what is gone; it is named, and the tree ends here.
      if (this.problems.every(({ kind }) => kind !== 'missing'))
        this.problems.push({ kind: 'missing', position: expected, access: null });
      return;
    }
    if (parts === null) this.problems.push({ kind: 'missing', position, access });
    else this.#hold(position, access, hash, parts);
    this.#tree.add(hash);
    this.#meetClaims();
  }

  #hold(position: number, access: string, hash: Hash, parts: Parts): void {
    const order = orderOf(parts);
    const sort = sortOf(parts);
    const last = this.last(sort);
    if (!sealOf(parts).equals(hash) || (last !== null && !isAfter(order, last)))
      this.problems.push({ kind: 'altered', position, access });
    else if (this.#sealedBefore !== null && Number(parts[AT]) / 1000 < this.#sealedBefore.getTime() - HOUR_MS)
      this.problems.push({ kind: 'backdated', position, access });
    this.#last.set(sort, order);
  }

  #meetClaims(): void {
    for (
      let claim = this.#claims[this.#next];
      claim?.size === this.#tree.size;
      claim = this.#claims[this.#next]
    ) {
      const found = this.problems.some(({ position }) => position !== null && position >= this.#since);
      if (!claim.root.equals(this.#tree.root()) && !found)
        this.problems.push({ kind: 'rewritten', position: this.#since, until: claim.size - 1, access: null });
      this.#next += 1;
      if (this.#claims[this.#next]?.size !== claim.size) this.#since = claim.size;
      this.#sealedBefore = claim.at;
    }
  }

  /** A record without a place in the tree though it should have one. */
  stray(access: string): void {
    this.problems.push({ kind: 'added', position: null, access });
  }

  badHead(size: number): void {
    this.problems.push({ kind: 'head', position: size, access: null });
  }

  /** After the last leaf: whatever was signed beyond it is gone. */
  end(): readonly Problem[] {
    const beyond = this.#claims.at(-1);
    if (
      beyond !== undefined &&
      beyond.size > this.#tree.size &&
      this.problems.every(({ kind }) => kind !== 'missing')
    )
      this.problems.push({
        kind: 'missing',
        position: this.#tree.size,
        until: beyond.size - 1,
        access: null,
      });
    return this.problems.toSorted((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity));
  }
}
