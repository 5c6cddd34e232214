import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Settings } from './config.ts';
import { fromJson } from './json.ts';

/** One erasure, by keys that name nobody. */
export type Erasure = {
  readonly at: string;
  readonly street: string;
  readonly erasure: string;
  readonly person: string | null;
  readonly account: string | null;
  /** Every row and account that was known to be the same person; older lines do not tell. */
  readonly people?: readonly string[];
  readonly accounts?: readonly string[];
};

/** A run of a timer: what it took, told by kind and moment, and whom a legal hold kept; nobody is named. */
export type Taking = {
  readonly at: string;
  readonly street: string;
  readonly run: string;
  readonly kind: string;
  readonly before: string;
  readonly held: readonly string[];
};

/** Words that a person masked in free text: where they stood, and what kind they were. */
export type Masking = {
  readonly at: string;
  readonly street: string;
  readonly scrub: string;
  readonly source: string;
  readonly subject: string;
  readonly place: string;
  readonly row: string;
  readonly hits: readonly { readonly kind: string; readonly from: number; readonly to: number }[];
};

export type Entry = Erasure | Taking | Masking;

const NAME = 'erasures.jsonl';

/** Where the ledger of a deployment lies: beside its backups, so that it outlives the database. */
export const ledgerOf = ({ backupDir, dataDir }: Pick<Settings, 'backupDir' | 'dataDir'>): string =>
  ledgerIn(backupDir ?? dataDir);
export const ledgerIn = (folder: string): string => join(folder, NAME);

/** Writes down what is about to be destroyed, on the disk when this returns; the same one twice does no harm. */
export async function enterLedger(file: string, entry: Entry): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const ledger = await open(file, 'a', 0o600);
  try {
    // A line that a power cut tore off stays a line of its own.
    await ledger.writeFile(`\n${JSON.stringify(entry)}\n`);
    await ledger.sync();
  } finally {
    await ledger.close();
  }
}

/** What a ledger says, oldest first, each thing once; a torn line was never acted upon. */
export async function readLedger(file: string): Promise<Entry[]> {
  if (!existsSync(file)) return [];
  const found = new Map<string, Entry>();
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    const entry = parse(line);
    if (entry !== null) found.set(keyOf(entry), entry);
  }
  return [...found.values()];
}

/** A passage may be masked in several rounds, each with its own moment. */
const keyOf = (entry: Entry): string =>
  'erasure' in entry ? entry.erasure : 'run' in entry ? entry.run : `${entry.scrub}|${entry.at}`;

function parse(line: string): Entry | null {
  try {
    return line.trim() === '' ? null : fromJson<Entry>(JSON.parse(line));
  } catch {
    return null;
  }
}
