import { readdirSync, readFileSync } from 'node:fs';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import type { ListRow } from '../domain/list.ts';
import { insertRows } from './list-versions.ts';

const folder = new URL('../seed/', import.meta.url);

/**
 * The responsibility list of the model street: 165 types in 22 groups, a file each. Limits and leads follow published
 * standards where `source` names one; `certainty` D marks what a street has to settle in its own duty lists.
 */
export function rowsOfSeed(): ListRow[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.flatMap((name) =>
    fromJson<ListRow[]>(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
  );
}

/** Publishes the model list as a street's version 1, in force from `at`; returns how many rows it has. */
export async function publishSeed(work: Pick<Work, 'db' | 'street'>, at: Date): Promise<number> {
  const rows = rowsOfSeed();
  const note = '初始责任清单';
  await work.db
    .insertInto('cases.list')
    .values({
      street: work.street,
      version: 1,
      state: 'published',
      note,
      effective_from: at,
      made_at: at,
      published_at: at,
    })
    .execute();
  await insertRows(work, 1, rows);
  return rows.length;
}
