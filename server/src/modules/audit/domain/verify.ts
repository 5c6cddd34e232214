import { isAfter, orderOf, sealedColumns, sealOf, type Order, type Parts } from './canonical.ts';
import type { SignedHead } from './head.ts';
import { Frontier, type Hash } from './merkle.ts';

/** One place of the tree as it is kept, and the look that stands for it; null when that is gone. */
export type Leaf = {
  readonly position: number;
  readonly access: string;
  readonly hash: Hash;
  readonly parts: Parts | null;
};

/**
 * What does not fit. `rewritten`: the looks agree with their leaves, but not with the signed head, so one between `position`
 * and `until` was changed together with its leaf. `head`: a head that its key did not sign.
 */
export type Problem = {
  readonly kind: 'altered' | 'missing' | 'added' | 'rewritten' | 'backdated' | 'head';
  /** Where in the tree; null for a look that has no place in it. */
  readonly position: number | null;
  readonly until?: number;
  /** The look, where it can be named. */
  readonly access: string | null;
};

/** A size with the root that somebody signed or carried outside for it. */
export type Claim = Pick<SignedHead, 'size' | 'root' | 'at'>;

const HOUR_MS = 3_600_000;
const AT = sealedColumns.indexOf('at');

/** Re-derives a tree leaf by leaf and holds it against the heads that were signed for it. */
export class Verifier {
  readonly problems: Problem[] = [];
  readonly #tree: Frontier;
  readonly #claims: readonly Claim[];
  #next = 0;
  #since: number;
  #last: Order | null = null;
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

  /** The place of the last look in the order of commits; one that is not sealed must come after it. */
  get last(): Order | null {
    return this.#last;
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
    if (!sealOf(parts).equals(hash) || (this.#last !== null && !isAfter(order, this.#last)))
      this.problems.push({ kind: 'altered', position, access });
    else if (this.#sealedBefore !== null && Number(parts[AT]) / 1000 < this.#sealedBefore.getTime() - HOUR_MS)
      this.problems.push({ kind: 'backdated', position, access });
    this.#last = order;
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

  /** A look without a place in the tree though it should have one. */
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
