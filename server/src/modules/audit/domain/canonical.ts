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

/** The same of an entry of the security log. */
export const securityColumns = [
  'street',
  'id',
  'at',
  'act',
  'result',
  'code',
  'account',
  'name',
  'role',
  'unit',
  'object',
  'whom',
  'detail',
  'network',
  'machine',
  'nonce',
  'xid',
  'seq',
] as const;

/** What a leaf stands for. Both begin with street, id and moment and end with their place in the order of commits. */
export type Sort = 'look' | 'security';

/** One record as its columns, in the order of `sealedColumns` or `securityColumns`. */
export type Parts = readonly (string | null)[];

export const forms: Readonly<Record<Sort, string>> = {
  look: 'fengqiao-access/1',
  security: 'fengqiao-security/1',
};

export const AT = 2;

/** Which of the two a record is; they differ in how many columns they have. */
export const sortOf = (parts: Parts): Sort => (parts.length === securityColumns.length ? 'security' : 'look');

/** Each part with its length in bytes before it, an absent one as a dash: two different records never read the same. */
export const canonical = (parts: Parts): Buffer =>
  Buffer.from(
    `${forms[sortOf(parts)]}\n${parts.map((part) => (part === null ? '-\n' : `${Buffer.byteLength(part)}:${part}\n`)).join('')}`,
  );

export const sealOf = (parts: Parts): Hash => leafHash(canonical(parts));

/** The place of a record in the order of commits. */
export type Order = { readonly xid: bigint; readonly seq: bigint };

export const orderOf = (parts: Parts): Order => ({
  xid: BigInt(parts.at(-2) ?? 0),
  seq: BigInt(parts.at(-1) ?? 0),
});

export const isAfter = (one: Order, other: Order): boolean =>
  one.xid > other.xid || (one.xid === other.xid && one.seq > other.seq);
