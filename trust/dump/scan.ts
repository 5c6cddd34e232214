import { closeSync, openSync, readSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Pattern } from './canaries.ts';

const PIECE = 32 * 1024 * 1024;
const OVERLAP = 1024;

export type Scan = { readonly files: number; readonly bytes: number; readonly hits: readonly string[] };

/** Looks for patterns in every byte of every file below a folder. */
export function scan(folder: string, patterns: readonly Pattern[]): Scan {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const piece = Buffer.alloc(PIECE + OVERLAP);
  const hits: string[] = [];
  let bytes = 0;
  for (const path of paths) {
    bytes += statSync(path).size;
    const found = new Set<string>();
    const file = openSync(path, 'r');
    try {
      for (let at = 0, kept = 0; ;) {
        const read = readSync(file, piece, kept, PIECE, at);
        if (read === 0) break;
        at += read;
        const held = piece.subarray(0, kept + read);
        for (const { what, bytes: pattern } of patterns) if (held.includes(pattern)) found.add(what);
        kept = Math.min(OVERLAP, held.length);
        held.copy(piece, 0, held.length - kept);
      }
    } finally {
      closeSync(file);
    }
    for (const what of found) hits.push(`${relative(folder, path)}: ${what}`);
  }
  return { files: paths.length, bytes, hits };
}
