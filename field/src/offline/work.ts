import type { QueryClient } from '@tanstack/react-query';
import { countDesks, listCases, listTypes, myTasks, readCase } from '@fengqiao/contract/cases.ts';
import { listAreas, listGrids, readBase } from '@fengqiao/contract/grids.ts';
import { listCheckpoints } from '@fengqiao/contract/rounds.ts';
import { ask } from '@fengqiao/ui/data.ts';

/** The desks a grid worker works from, in the order of the day. */
export const desks = ['to_verify', 'to_acknowledge', 'in_hand', 'to_check'] as const;
export type FieldDesk = (typeof desks)[number];
export const deskQuery = (desk: FieldDesk) => ({ query: { desk, sort: 'due' as const, limit: 20 } });

const EVERY_MS = 5 * 60_000;
const MOST_CASES = 60;
let fetchedAt = 0;

/** Reads ahead what the worker will need where there is no network: the work of the day, each matter of it, the ground. */
export async function fetchWork(client: QueryClient): Promise<void> {
  void client.invalidateQueries({ refetchType: 'active' });
  if (Date.now() - fetchedAt < EVERY_MS) return;
  fetchedAt = Date.now();
  try {
    const lists = await Promise.all(desks.map((desk) => ask(listCases, deskQuery(desk))));
    await Promise.all([
      ask(countDesks, {}),
      ask(myTasks, { query: { state: 'open', limit: 50 } }),
      ask(listTypes, {}),
      ask(listGrids, {}),
      ask(listCheckpoints, {}),
      ask(listAreas, { query: { level: 'community' } }),
      ...(['water', 'road', 'place'] as const).map((kind) => ask(readBase, { query: { kind } })),
    ]);
    const ids = [...new Set(lists.flatMap(({ items }) => items.map(({ id }) => id)))].slice(0, MOST_CASES);
    for (const id of ids) await ask(readCase, { params: { id } });
    // A browser that reads no codes by itself fetches the library that does, before it is needed in a cellar.
    if (!('BarcodeDetector' in window)) await import('jsqr');
  } catch {
    // The network went away meanwhile; it is tried again with the next run.
    fetchedAt = 0;
  }
}
