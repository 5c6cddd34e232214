import { hash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, sealedColumns, sealOf, type Parts } from './canonical.ts';
import { emptyRoot, Frontier, leafHash, nodeHash, type Hash } from './merkle.ts';
import { consistencyProof, inclusionProof, isConsistent, rootByInclusion, type Complete } from './proof.ts';

const leaves = (n: number): Hash[] =>
  Array.from({ length: n }, (_, i) => leafHash(Buffer.from([i % 256, i >> 8])));

/** RFC 6962 §2.1, word for word. */
function mth(d: readonly Hash[]): Hash {
  const [only] = d;
  if (only === undefined) return emptyRoot;
  if (d.length === 1) return only;
  const k = 2 ** (Math.ceil(Math.log2(d.length)) - 1);
  return nodeHash(mth(d.slice(0, k)), mth(d.slice(k)));
}

function grown(d: readonly Hash[]): Frontier {
  const tree = new Frontier();
  for (const leaf of d) tree.add(leaf);
  return tree;
}

const completeIn =
  (d: readonly Hash[]): Complete =>
  async (height, position) =>
    mth(d.slice(position * 2 ** height, (position + 1) * 2 ** height));

test('the hashes are those of RFC 6962', () => {
  expect(emptyRoot.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(leafHash(Buffer.alloc(0)).toString('hex')).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  );
  expect(nodeHash(emptyRoot, emptyRoot)).toEqual(
    hash('sha256', Buffer.concat([Buffer.from([1]), emptyRoot, emptyRoot]), 'buffer'),
  );
});

test('a tree that grows leaf by leaf has the root of the whole, and goes on from what was kept of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), fc.nat(600), (n, cut) => {
      const d = leaves(n);
      const at = Math.min(cut, n);
      const first = grown(d.slice(0, at));
      const again = Frontier.from(at, first.bytes());
      for (const leaf of d.slice(at)) again.add(leaf);
      expect(again.root()).toEqual(mth(d));
    }),
    { numRuns: 60 },
  );
});

test('roots of 256 leaves are given once they are whole', () => {
  const d = leaves(600);
  const tree = new Frontier();
  const kept = d.flatMap((leaf) => tree.add(leaf));
  expect(kept.map(({ height, position }) => [height, position])).toEqual([
    [8, 0],
    [8, 1],
  ]);
  expect(kept[1]?.hash).toEqual(mth(d.slice(256, 512)));
});

test('every leaf can be proved to stand in the tree, and no other in its place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 300 }), fc.nat(), async (n, pick) => {
      const d = leaves(n);
      const at = pick % n;
      const path = await inclusionProof(completeIn(d), at, n);
      const leaf = d[at] ?? emptyRoot;
      expect(rootByInclusion(leaf, at, n, path)).toEqual(mth(d));
      expect(rootByInclusion(emptyRoot, at, n, path)).not.toEqual(mth(d));
      expect(rootByInclusion(leaf, at, n, [...path, emptyRoot])).toBeNull();
    }),
    { numRuns: 80 },
  );
});

test('an earlier tree is proved to be the beginning of a later one, and a changed one is not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 300 }), fc.nat(), async (n, pick) => {
      const d = leaves(n);
      const m = (pick % n) + 1;
      const path = await consistencyProof(completeIn(d), m, n);
      const first = { size: m, root: mth(d.slice(0, m)) };
      const second = { size: n, root: mth(d) };
      expect(isConsistent(first, second, path)).toBe(true);
      expect(isConsistent({ ...first, root: emptyRoot }, second, path)).toBe(false);
      expect(isConsistent(first, { ...second, root: emptyRoot }, path)).toBe(false);
    }),
    { numRuns: 80 },
  );
});

test('two different looks never read the same', () => {
  const part = fc.option(fc.string({ unit: 'grapheme', maxLength: 12 }), { nil: null });
  const look = fc.array(part, { minLength: sealedColumns.length, maxLength: sealedColumns.length });
  fc.assert(
    fc.property(look, look, (one: Parts, other: Parts) => {
      const same = one.every((value, i) => value === other[i]);
      expect(canonical(one).equals(canonical(other))).toBe(same);
      expect(sealOf(one).equals(sealOf(other))).toBe(same);
    }),
  );
});
