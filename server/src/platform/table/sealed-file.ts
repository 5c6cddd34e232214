import { createReadStream } from 'node:fs';
import { placeOf } from '../files/disk.ts';
import { fromJson } from '../json.ts';
import { SealBroken, vaultOf, type PersonSeal, type VaultKeys } from '../crypto/vault.ts';

/** Where the bytes of a table come from; each call begins anew. */
export type TableSource = () => AsyncIterable<Buffer>;

/** A file as it lies on a disk, such as the one an operator names. */
export const fileAt =
  (path: string): TableSource =>
  () =>
    fromJson<AsyncIterable<Buffer>>(createReadStream(path, { highWaterMark: 1 << 18 }));

/** A table that was uploaded: on disk it is sealed, since whole registers of people come in this way. */
export const keptTable = (keys: VaultKeys & { readonly dataDir: string }, sha256: string): TableSource =>
  opened(vaultOf(keys).contentSeal(sha256), sha256, fileAt(placeOf(keys.dataDir, sha256)));

const MAGIC = Buffer.from('FQT1');
const LENGTH = 4;
const PIECE = 1 << 18;

/** Magic, then pieces of content: four bytes of length, and the piece sealed with its number, whether it is the last one too. */
export function sealContent(seal: PersonSeal, sha256: string, bytes: Buffer): Buffer {
  const parts: Buffer[] = [MAGIC];
  for (let at = 0, n = 0; at < bytes.length || n === 0; at += PIECE, n += 1) {
    const last = at + PIECE >= bytes.length;
    const sealed = seal.seal(bytes.subarray(at, at + PIECE).toString('base64'), pieceAt(sha256, n, last));
    const length = Buffer.alloc(LENGTH);
    length.writeUInt32BE(sealed.length);
    parts.push(length, sealed);
  }
  return Buffer.concat(parts);
}

const pieceAt = (sha256: string, n: number, last: boolean) => ({
  table: 'platform.file',
  column: 'content',
  row: `${sha256}|${n}${last ? '|last' : ''}`,
});

/** The content of a sealed file; one that is not sealed is given as it is. Throws SealBroken when it was altered or cut. */
function opened(seal: PersonSeal, sha256: string, source: TableSource): TableSource {
  return async function* () {
    let held = Buffer.alloc(0);
    let started: 'sealed' | 'plain' | null = null;
    let n = 0;
    const next = (last: boolean): Buffer | null => {
      const length = held.length < LENGTH ? Infinity : held.readUInt32BE(0) + LENGTH;
      if (held.length < length || (!last && held.length === length)) return null;
      const piece = held.subarray(LENGTH, length);
      held = held.subarray(length);
      const text = seal.open(piece, pieceAt(sha256, n, last && held.length === 0));
      n += 1;
      return Buffer.from(text, 'base64');
    };
    for await (const chunk of source()) {
      held = Buffer.concat([held, chunk]);
      if (started === null && held.length >= MAGIC.length) {
        started = held.subarray(0, MAGIC.length).equals(MAGIC) ? 'sealed' : 'plain';
        if (started === 'sealed') held = held.subarray(MAGIC.length);
      }
      if (started === 'plain') {
        yield held;
        held = Buffer.alloc(0);
      }
      if (started !== 'sealed') continue;
      for (let piece = next(false); piece !== null; piece = next(false)) yield piece;
    }
    if (started !== 'sealed') {
      yield held;
      return;
    }
    for (let piece = next(true); piece !== null; piece = next(true)) yield piece;
    if (held.length > 0 || n === 0) throw new SealBroken(`the kept table ${sha256} was cut short`);
  };
}
