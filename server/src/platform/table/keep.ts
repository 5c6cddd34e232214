import { createHash } from 'node:crypto';
import type { FileView } from '@fengqiao/contract/platform.ts';
import { keepContent } from '../files/disk.ts';
import { addFile, holdContent } from '../files/store.ts';
import type { Work } from '../work.ts';
import { sealContent } from './sealed-file.ts';

/** Keeps the bytes of a table as a file of the actor, sealed: it may name every inhabitant. */
export async function keepTable(work: Work, bytes: Buffer, name: string): Promise<FileView> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await holdContent(work, sha256);
  const sealed = sealContent(work.vault.contentSeal(sha256), sha256, bytes);
  await keepContent(work.settings, sha256, { content: sealed });
  const media =
    bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
      ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      : 'text/csv';
  return addFile(work, {
    name,
    media,
    bytes: bytes.length,
    width: null,
    height: null,
    phash: null,
    cuts: null,
    taken: {},
    thumb: false,
    sha256,
    fresh: false,
  });
}
