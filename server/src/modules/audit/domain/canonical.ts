import { leafHash, type Hash } from './merkle.ts';

/**
 * What the seal covers of a look, in this order: every column of its row. `at` is in microseconds since 1970, lists are
 * joined by commas (their members are keys and words of the contract, which have none).
 */
export const sealedColumns = [
  'street',
  'id',
  'at',
  'account',
  'name',
  'role',
  'unit',
  'action',
  'object',
  'subjects',
  'fields',
  'purpose',
  'purpose_version',
  'grade',
  'capacity',
  'reason',
  'flags',
  'about',
  'approved_by',
  'nonce',
  'xid',
  'seq',
] as const;

/** One look as its columns, in the order of `sealedColumns`. */
export type Parts = readonly (string | null)[];

export const FORM = 'fengqiao-access/1';

/** Each part with its length in bytes before it, an absent one as a dash: two different looks never read the same. */
export const canonical = (parts: Parts): Buffer =>
  Buffer.from(
    `${FORM}\n${parts.map((part) => (part === null ? '-\n' : `${Buffer.byteLength(part)}:${part}\n`)).join('')}`,
  );

export const sealOf = (parts: Parts): Hash => leafHash(canonical(parts));

/** The place of a look in the order of commits. */
export type Order = { readonly xid: bigint; readonly seq: bigint };

export const orderOf = (parts: Parts): Order => ({
  xid: BigInt(parts[sealedColumns.indexOf('xid')] ?? 0),
  seq: BigInt(parts[sealedColumns.indexOf('seq')] ?? 0),
});

export const isAfter = (one: Order, other: Order): boolean =>
  one.xid > other.xid || (one.xid === other.xid && one.seq > other.seq);
