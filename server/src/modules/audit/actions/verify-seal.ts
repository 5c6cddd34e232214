import { isSigned, keyId, type SignatureName } from '#platform/crypto/signing.ts';
import type { Work } from '#platform/work.ts';
import type { Sort } from '../domain/canonical.ts';
import { headText, type SignedHead } from '../domain/head.ts';
import { Frontier } from '../domain/merkle.ts';
import { Verifier, type Problem } from '../domain/verify.ts';
import { headsAfter, leavesFrom, sealKeys, sealState, strays, type SealKey } from '../store/seal.ts';

export type Verified = {
  readonly street: string;
  /** Records that were derived again. */
  readonly size: number;
  readonly heads: number;
  readonly keys: readonly string[];
  readonly problems: readonly Problem[];
};

const sorts: readonly Sort[] = ['look', 'security'];
const PAGE = 5_000;
const HEADS = 10_000;
const STRAYS = 1_000;

/** Derives the whole seal of a street again from its records; heads that were carried outside are held against it too. */
export async function verifySeal(
  work: Work,
  outside: readonly SignedHead[] = [],
  told: (size: number) => void = () => undefined,
): Promise<Verified> {
  const heads = await allHeads(work);
  const keys = await sealKeys(work);
  const verifier = new Verifier([...heads, ...outside.filter(({ street }) => street === work.street)]);
  for (const head of [...heads, ...outside]) if (!isSignedHead(head, keys)) verifier.badHead(head.size);
  for (let position = 0; ;) {
    const leaves = await leavesFrom(work, position, PAGE);
    for (const leaf of leaves) verifier.take(leaf);
    const last = leaves.at(-1);
    if (last === undefined) break;
    position = last.position + 1;
    told(position);
  }
  const state = await sealState(work);
  for (const sort of sorts) {
    const { xid, seq } = state?.[sort] ?? { xid: '0', seq: 0 };
    const end = verifier.last(sort) ?? { xid: BigInt(xid), seq: BigInt(seq) };
    for (const access of await strays(work, sort, end, STRAYS)) verifier.stray(access);
  }
  return {
    street: work.street,
    size: verifier.frontier.size,
    heads: heads.length,
    keys: keysOfHeads(heads),
    problems: verifier.end(),
  };
}

type Known = Pick<SealKey, 'id' | 'algorithm' | 'publicKey'>;

/** A head counts when every key it names signed it, and each of them has the name its bytes give it. */
export function isSignedHead(head: SignedHead, keys: readonly Known[]): boolean {
  const text = headText(head);
  const by = (id: string, algorithm: SignatureName, signature: Buffer) =>
    keys.some(
      (key) =>
        key.id === id &&
        key.algorithm === algorithm &&
        keyId(key.publicKey) === id &&
        isSigned(key.publicKey, text, signature, algorithm),
    );
  return (
    by(head.key, 'Ed25519', head.signature) &&
    (head.sm2 === null || by(head.sm2.key, 'SM2', head.sm2.signature))
  );
}

/** The names of all keys that signed some of these heads. */
export const keysOfHeads = (heads: readonly SignedHead[]): string[] => [
  ...new Set(heads.flatMap(({ key, sm2 }) => (sm2 === null ? [key] : [key, sm2.key]))),
];

async function allHeads(work: Work): Promise<SignedHead[]> {
  const heads: SignedHead[] = [];
  for (;;) {
    const page = await headsAfter(work, heads.at(-1)?.size ?? 0, HEADS);
    heads.push(...page);
    if (page.length < HEADS) return heads;
  }
}

export type Part = {
  readonly size: number;
  readonly frontier: string;
  readonly whole: number;
  readonly problems: readonly Problem[];
};

/** The same for one part of the tree, going on from the frontier that the part before it came to. */
export async function verifyPart(work: Work, from: { size: number; frontier: string }): Promise<Part> {
  const tree = Frontier.from(from.size, Buffer.from(from.frontier, 'hex'));
  const heads = await headsAfter(work, from.size, HEADS);
  const keys = await sealKeys(work);
  const verifier = new Verifier(heads, tree);
  const leaves = await leavesFrom(work, from.size, PAGE);
  for (const leaf of leaves) verifier.take(leaf);
  const whole = heads.length === 0 ? from.size : ((await sealState(work))?.size ?? 0);
  for (const head of heads)
    if (head.size <= verifier.frontier.size && !isSignedHead(head, keys)) verifier.badHead(head.size);
  const ended = leaves.length < PAGE;
  for (const sort of ended ? sorts : []) {
    const last = verifier.last(sort);
    if (last === null) continue;
    for (const access of await strays(work, sort, last, STRAYS)) verifier.stray(access);
  }
  return {
    size: verifier.frontier.size,
    frontier: verifier.frontier.bytes().toString('hex'),
    whole,
    problems: ended ? verifier.end() : verifier.problems,
  };
}
