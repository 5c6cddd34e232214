import type { Hash } from './merkle.ts';

/** The root of a street's tree at a size and a moment. */
export type TreeHead = {
  readonly street: string;
  readonly size: number;
  readonly root: Hash;
  readonly at: Date;
};

export type SignedHead = TreeHead & {
  readonly key: string;
  readonly signature: Buffer;
  readonly sm2: { readonly key: string; readonly signature: Buffer } | null;
};

/** What is signed. */
export const headText = ({ street, size, root, at }: TreeHead): Buffer =>
  Buffer.from(`fengqiao-head/1\n${street}\n${size}\n${root.toString('hex')}\n${at.toISOString()}\n`);

/** A head as it is published: one line of JSON, hashes in hexadecimal, signatures in base64. */
export type HeadLine = {
  readonly street: string;
  readonly size: number;
  readonly root: string;
  readonly at: string;
  readonly key: string;
  readonly signature: string;
  readonly sm2: { readonly key: string; readonly signature: string } | null;
};

export const lineOf = ({ street, size, root, at, key, signature, sm2 }: SignedHead): HeadLine => ({
  street,
  size,
  root: root.toString('hex'),
  at: at.toISOString(),
  key,
  signature: signature.toString('base64'),
  sm2: sm2 === null ? null : { key: sm2.key, signature: sm2.signature.toString('base64') },
});

export const headOf = ({ street, size, root, at, key, signature, sm2 }: HeadLine): SignedHead => ({
  street,
  size,
  root: Buffer.from(root, 'hex'),
  at: new Date(at),
  key,
  signature: Buffer.from(signature, 'base64'),
  sm2: sm2 === null ? null : { key: sm2.key, signature: Buffer.from(sm2.signature, 'base64') },
});
