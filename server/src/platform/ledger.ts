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
};

const NAME = 'erasures.jsonl';

/** Where the ledger of a deployment lies: beside its backups, so that it outlives the database. */
export const ledgerOf = ({ backupDir, dataDir }: Pick<Settings, 'backupDir' | 'dataDir'>): string =>
  ledgerIn(backupDir ?? dataDir);
export const ledgerIn = (folder: string): string => join(folder, NAME);

/** Writes an erasure down before it is done, on the disk when this returns; the same one twice does no harm. */
export async function enterLedger(file: string, entry: Erasure): Promise<void> {
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

/** The erasures of a ledger, oldest first, each once; a torn line was never acted upon. */
export async function readLedger(file: string): Promise<Erasure[]> {
  if (!existsSync(file)) return [];
  const found = new Map<string, Erasure>();
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    const entry = parse(line);
    if (entry !== null) found.set(entry.erasure, entry);
  }
  return [...found.values()];
}

function parse(line: string): Erasure | null {
  try {
    return line.trim() === '' ? null : fromJson<Erasure>(JSON.parse(line));
  } catch {
    return null;
  }
}
