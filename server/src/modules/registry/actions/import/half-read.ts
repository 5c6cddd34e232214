import type { Platform } from '#platform/serve.ts';
import { linesOf, type Piece } from '#platform/table/pieces.ts';
import { openPieces, type PiecedTable, type TableFile } from '#platform/table/reader.ts';
import { isBlank } from '#platform/table/row.ts';
import type { Hand } from './hands.ts';

/** A table of an import on the way through, how many of its rows were taken, and who takes it apart. */
export type HalfRead = PiecedTable & {
  readonly id: string;
  /** Of the file, in bytes. */
  readonly size: number;
  readonly hands: Hand[];
  passed: number;
};

const halfRead = new WeakMap<Platform, HalfRead>();

type Asked = {
  readonly id: string;
  readonly file: TableFile;
  readonly from: number;
  /** Rows in one piece. */
  readonly most: number;
};

/**
 * The table of an import with its next piece at hand. A process that goes on with it in many steps keeps it open between
 * them; whoever comes to it anew, as after a restart, reads past what was done.
 */
export async function readOn(platform: Platform, { id, file, from, most }: Asked): Promise<HalfRead> {
  const known = halfRead.get(platform);
  if (known?.id === id && known.passed === from) return known;
  await putAway(platform);
  const { header, pieces } = await openPieces(file, most);
  const opened = { id, header, size: file.size, pieces: beyond(pieces, from), hands: [], passed: from };
  halfRead.set(platform, opened);
  return opened;
}

/** The pieces after so many rows. */
async function* beyond(pieces: AsyncGenerator<Piece>, from: number): AsyncGenerator<Piece> {
  let left = from;
  while (left > 0) {
    const next = await pieces.next();
    if (next.done) return;
    const lines = linesOf(next.value).filter((line) => !isBlank(line));
    if (lines.length > left) yield { lines: lines.slice(left) };
    left = Math.max(0, left - lines.length);
  }
  yield* pieces;
}

/** Closes the table that is open, when it came to its end or nobody knows where it stands. */
export async function putAway(platform: Platform): Promise<void> {
  const known = halfRead.get(platform);
  halfRead.delete(platform);
  await known?.pieces.return(undefined);
  await Promise.all(known?.hands.map((hand) => hand.end()) ?? []);
}
