import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import { orderOf, isAfter, sortOf, type Parts } from '../domain/canonical.ts';
import { headOf, lineOf, type HeadLine, type SignedHead } from '../domain/head.ts';
import { Verifier } from '../domain/verify.ts';
import { headsAfter, leavesFrom, looseFrom, sealKeys } from '../store/seal.ts';
import { isSignedHead, keysOfHeads, type Verified } from './verify-seal.ts';

const FORMAT = 'fengqiao-seal/1';
const PAGE = 5_000;

type Line =
  | {
      readonly bundle: string;
      readonly street: string;
      readonly at: string;
      readonly keys: readonly KeyLine[];
    }
  | { readonly head: HeadLine }
  | { readonly leaf: readonly [position: number, access: string, hash: string, parts: Parts | null] }
  | { readonly loose: readonly [access: string, parts: Parts] };
type KeyLine = { readonly id: string; readonly algorithm: string; readonly publicKey: string };

/** Everything that is needed to derive the seal of a street without its database, line by line: keys, heads, looks and the security log. */
export async function* bundleOf(work: Work): AsyncGenerator<string> {
  const line = (one: Line) => `${JSON.stringify(one)}\n`;
  const keys = (await sealKeys(work)).map(({ id, algorithm, publicKey }) => ({
    id,
    algorithm,
    publicKey: publicKey.toString('base64'),
  }));
  yield line({ bundle: FORMAT, street: work.street, at: work.now.toISOString(), keys });
  for (let size = 0; ;) {
    const heads = await headsAfter(work, size, PAGE);
    for (const head of heads) yield line({ head: lineOf(head) });
    size = heads.at(-1)?.size ?? size;
    if (heads.length < PAGE) break;
  }
  for (let position = 0; ;) {
    const leaves = await leavesFrom(work, position, PAGE);
    for (const { position: at, access, hash, parts } of leaves)
      yield line({ leaf: [at, access, hash.toString('hex'), parts] });
    position = (leaves.at(-1)?.position ?? position) + 1;
    if (leaves.length < PAGE) break;
  }
  for (const sort of ['look', 'security'] as const)
    for (const { access, parts } of await looseFrom(work, sort)) yield line({ loose: [access, parts] });
}

/** Derives the seal of a bundle again; null when the lines are no bundle. */
export async function verifyBundle(
  lines: AsyncIterable<string>,
  outside: readonly SignedHead[] = [],
): Promise<Verified | null> {
  let street: string | null = null;
  let keys: { id: string; algorithm: string; publicKey: Buffer }[] = [];
  const heads: SignedHead[] = [];
  let verifier: Verifier | null = null;
  const begin = () =>
    (verifier ??= new Verifier([...heads, ...outside.filter((head) => head.street === street)]));
  for await (const text of lines) {
    if (text === '') continue;
    const line = fromJson<Line>(JSON.parse(text));
    if ('bundle' in line) {
      if (line.bundle !== FORMAT) return null;
      street = line.street;
      keys = line.keys.map(({ publicKey, ...key }) => ({
        ...key,
        publicKey: Buffer.from(publicKey, 'base64'),
      }));
    } else if ('head' in line) heads.push(headOf(line.head));
    else if ('leaf' in line) {
      const [position, access, hash, parts] = line.leaf;
      begin().take({ position, access, hash: Buffer.from(hash, 'hex'), parts });
    } else {
      const [access, parts] = line.loose;
      const last = begin().last(sortOf(parts));
      if (last !== null && !isAfter(orderOf(parts), last)) begin().stray(access);
    }
  }
  if (street === null) return null;
  for (const head of [...heads, ...outside]) if (!isSignedHead(head, keys)) begin().badHead(head.size);
  return {
    street,
    size: begin().frontier.size,
    heads: heads.length,
    keys: keysOfHeads(heads),
    problems: begin().end(),
  };
}
