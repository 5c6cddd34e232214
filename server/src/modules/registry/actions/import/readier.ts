import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { fromJson } from '#platform/json.ts';
import type { Platform } from '#platform/serve.ts';
import { linesOf, type Piece } from '#platform/table/pieces.ts';
import { rowsUnder } from '#platform/table/row.ts';
import type { Work } from '#platform/work.ts';
import type { Reading } from '../../domain/import/reading.ts';
import type { ImportRow } from '../../store/imports.ts';
import { checkAddresses, checkHomes, checkOrganizations } from './check-others.ts';
import { readyPeople, stageReady } from './check-people.ts';
import type { HalfRead } from './half-read.ts';
import { manyHands, ownHand } from './hands.ts';
import type { Told } from './told.ts';

/** Stages a batch that is ready, in the transaction it is given. */
export type Write = (work: Work) => Promise<Told>;
export type Enter = <T>(act: (work: Work) => Promise<T>) => Promise<T>;

type Readier = {
  /** How many batches are worth being made ready at a time. */
  readonly width: number;
  readonly begin: (piece: Piece, n: number) => Promise<Write>;
};
type Given = {
  readonly platform: Platform;
  readonly enter: Enter;
  readonly row: ImportRow;
  readonly reading: Reading;
  readonly table: HalfRead;
  readonly threadsFrom: number;
};

/** What makes batches of a table ready to be written. */
export function readier(given: Given): Readier {
  const kind = fromJson<ImportKind>(given.row.kind);
  return kind === 'people' ? peopleReadier(given) : othersReadier(kind, given);
}

const checks = { homes: checkHomes, organizations: checkOrganizations, addresses: checkAddresses };

/** While the database writes one batch, the next is made ready. */
const AHEAD = 2;
/** A thread has one piece at hand, one that is looked up in the database, and one that waits for those before it to be written. */
const AHEAD_OF_EACH = 3;

function othersReadier(kind: keyof typeof checks, { row, reading, table }: Given): Readier {
  const batch = { id: row.id, reading };
  return {
    width: AHEAD,
    begin: async (piece) => {
      const rows = rowsUnder(table.header, linesOf(piece));
      return (work) => checks[kind](work, rows, batch);
    },
  };
}

function peopleReadier({ platform, enter, row, reading, table, threadsFrom }: Given): Readier {
  const { masterKey, previousKey, indexKey, suite } = platform.settings;
  const kit = {
    id: row.id,
    header: table.header,
    reading,
    keys: { masterKey, previousKey, indexKey, suite },
  };
  const { hands } = table;
  if (hands.length === 0) hands.push(...(table.size >= threadsFrom ? manyHands(kit) : [ownHand(kit)]));
  return {
    width: hands.length * AHEAD_OF_EACH,
    begin: (piece, n) => {
      const hand = hands[n % hands.length] ?? ownHand(kit);
      const ready = readyPeople(platform, piece, { hand, row, enter });
      const write = ready.then((people) => (work: Work) => stageReady(work, people));
      // Its failure is told to whoever waits for it, when its turn comes.
      write.catch(() => undefined);
      return write;
    },
  };
}
