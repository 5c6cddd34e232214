import type { In, Out } from '@fengqiao/contract/route.ts';
import type {
  listHeads as Heads,
  proveConsistency as Consistency,
  proveInclusion as Inclusion,
  readSeal as Status,
  readSealKey as Key,
  verifyPart as Verify,
} from '@fengqiao/contract/audit/seals.ts';
import { sealSigner } from '#platform/crypto/signing.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { lineOf } from '../domain/head.ts';
import { KEPT_HEIGHT, Frontier, nodeHash, type Hash } from '../domain/merkle.ts';
import { LATEST_SEAL_MS } from '../domain/look.ts';
import { consistencyProof, inclusionProof, type Complete } from '../domain/proof.ts';
import { headFrom, headsBefore, placeOf, rowOfHashes, sealKeys, sealState, waiting } from '../store/seal.ts';
import { verifyPart } from './verify-seal.ts';

export async function readSealKey(work: Work): Promise<Out<typeof Key>> {
  const { id, publicKey } = sealSigner(work.settings);
  const known = await sealKeys(work);
  return {
    key: { id, algorithm: 'Ed25519', publicKey: publicKey.toString('base64') },
    known: known.map((one) => ({
      id: one.id,
      algorithm: one.algorithm,
      publicKey: one.publicKey.toString('base64'),
      since: one.since.toISOString(),
    })),
  };
}

export async function listHeads(
  work: Work,
  { limit = 20, before }: In<typeof Heads>['query'],
): Promise<Out<typeof Heads>> {
  const found = await headsBefore(work, before ?? null, limit + 1);
  const shown = found.slice(0, limit);
  return { items: shown.map(lineOf), next: found.length > limit ? (shown.at(-1)?.size ?? null) : null };
}

export async function proveInclusion(work: Work, access: string): Promise<Out<typeof Inclusion>> {
  const leaf = (await placeOf(work, access)) ?? refuse('audit.not_sealed_yet');
  const head = (await headFrom(work, leaf.position + 1)) ?? refuse('audit.not_sealed_yet');
  const path = await inclusionProof(completeOf(work), leaf.position, head.size);
  return {
    position: leaf.position,
    leaf: leaf.hash.toString('hex'),
    path: path.map((hash) => hash.toString('hex')),
    head: lineOf(head),
  };
}

export async function proveConsistency(
  work: Work,
  { first, second }: In<typeof Consistency>['query'],
): Promise<Out<typeof Consistency>> {
  const size = (await sealState(work))?.size ?? 0;
  if (first < 1 || second < first || second > size) refuse('audit.no_such_head', { size });
  const path = await consistencyProof(completeOf(work), first, second);
  return { path: path.map((hash) => hash.toString('hex')) };
}

export async function readSeal(work: Work): Promise<Out<typeof Status>> {
  const start = { xid: '0', seq: 0 };
  const state = (await sealState(work)) ?? { size: 0, look: start, security: start, published: 0 };
  const { count, since } = await waiting(work, state);
  const [head] = await headsBefore(work, null, 1);
  return {
    size: state.size,
    head: head === undefined ? null : lineOf(head),
    waiting: count,
    waitingSince: since?.toISOString() ?? null,
    late: since !== null && work.now.getTime() - since.getTime() > LATEST_SEAL_MS,
    published: work.settings.sealPublishDir === null ? null : state.published,
    keys: (await sealKeys(work)).map(({ id }) => id),
  };
}

export async function verifyAPart(work: Work, from: In<typeof Verify>['body']): Promise<Out<typeof Verify>> {
  if (!isFrontier(from)) refuse('audit.no_such_head', { size: from.size });
  const { problems, ...part } = await verifyPart(work, from);
  return { ...part, problems: [...problems] };
}

function isFrontier({ size, frontier }: In<typeof Verify>['body']): boolean {
  try {
    return Frontier.from(size, Buffer.from(frontier, 'hex')).size === size;
  } catch {
    return false;
  }
}

/** Roots of complete subtrees from the leaves, or from the roots that are kept below them. */
const completeOf =
  (work: Work): Complete =>
  async (height, position) => {
    const kept = Math.floor(height / KEPT_HEIGHT) * KEPT_HEIGHT;
    const count = 2 ** (height - kept);
    return fold(await rowOfHashes(work, kept, position * count, count));
  };

function fold(row: readonly Hash[]): Hash {
  if (row.length <= 1) return row[0] ?? refuse('audit.no_such_head');
  const half = row.length / 2;
  return nodeHash(fold(row.slice(0, half)), fold(row.slice(half)));
}
