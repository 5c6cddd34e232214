import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sealSigner, sealSm2Signer } from '#platform/crypto/signing.ts';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import { headText, lineOf, type SignedHead, type TreeHead } from '../domain/head.ts';
import { Frontier } from '../domain/merkle.ts';
import {
  appendLeaves,
  headsAfter,
  keepKey,
  moveSeal,
  saveHead,
  saveNodes,
  savePublished,
  sealState,
  takeSeal,
} from '../store/seal.ts';

/** A head is signed for at most so many records; a batch of them is sealed in one short transaction. */
export const BATCH = 10_000;
const HEADS = 500;

/**
 * Seals looks and security events made since the last time and carries new heads outside. Gives 1 while more waits than one batch;
 * whatever came in meanwhile waits for the next minute, so that heads stay few.
 */
export async function sealStreet(platform: Platform, street: string): Promise<number> {
  const as = { service: 'system', street } as const;
  const sealed = await withWork(platform, as, platform.clock(), 'write', sealNext);
  const folder = platform.settings.sealPublishDir;
  if (folder !== null) await publish(platform, street, folder);
  return sealed === BATCH ? 1 : 0;
}

/** Seals one batch; gives how many records it had. */
export async function sealNext(work: Work): Promise<number> {
  const state = await takeSeal(work);
  if (state === null) return 0;
  const tree = Frontier.from(state.size, state.frontier);
  const nodes = [];
  const moved = { look: state.look, security: state.security };
  for (const sort of ['look', 'security'] as const) {
    const batch = await appendLeaves(
      work,
      sort,
      { ...state[sort], size: tree.size },
      BATCH - (tree.size - state.size),
    );
    if (batch === null) continue;
    const { hashes, ...place } = batch;
    for (let at = 0; at < hashes.length; at += 32) nodes.push(...tree.add(hashes.subarray(at, at + 32)));
    moved[sort] = place;
  }
  if (tree.size === state.size) return 0;
  await saveNodes(work, nodes);
  await saveHead(
    work,
    await signed(work, { street: work.street, size: tree.size, root: tree.root(), at: work.now }),
  );
  await moveSeal(work, { ...moved, size: tree.size, frontier: tree.bytes() });
  return tree.size - state.size;
}

/** Signed with Ed25519, and where the street works with 国密 with SM2 as well: each verifies the head without the other. */
async function signed(work: Work, head: TreeHead): Promise<SignedHead> {
  const { settings } = work;
  const text = headText(head);
  const signer = sealSigner(settings);
  await keepKey(work, signer.id, 'Ed25519', signer.publicKey);
  const one = { ...head, key: signer.id, signature: signer.sign(text) };
  if (settings.suite !== 'sm') return { ...one, sm2: null };
  const other = sealSm2Signer(settings);
  await keepKey(work, other.id, 'SM2', other.publicKey);
  return { ...one, sm2: { key: other.id, signature: other.sign(text) } };
}

/** Appends heads to a file of the street; after a crash a line may stand there twice, none is left out. */
async function publish(platform: Platform, street: string, folder: string): Promise<void> {
  const as = { service: 'system', street } as const;
  const heads = await withWork(platform, as, platform.clock(), 'read', async (work) =>
    headsAfter(work, (await sealState(work))?.published ?? 0, HEADS),
  );
  const last = heads.at(-1);
  if (last === undefined) return;
  await mkdir(folder, { recursive: true });
  await appendFile(
    join(folder, `${street}.jsonl`),
    heads.map((head) => `${JSON.stringify(lineOf(head))}\n`).join(''),
  );
  await withWork(platform, as, platform.clock(), 'write', (work) => savePublished(work, last.size));
}
