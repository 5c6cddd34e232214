import type { Work } from '#platform/work.ts';
import { localDay } from '../domain/day.ts';
import { NO_COUNTER, type Item } from '../domain/item.ts';
import { shippedItems } from '../store/items.ts';
import { versionsInForce } from '../store/version.ts';

/** An item that holds today, and since when the street says so. */
export type Held = Item & { readonly since: string | null };

/** What people may read today: the items the product ships, with what the street says in their place. */
export async function itemsNow(work: Work, code?: string): Promise<Held[]> {
  const own = await versionsInForce(work, localDay(work), code);
  const told = new Map(own.map((version) => [version.code, version]));
  const shipped = shippedItems
    .filter((item) => (code === undefined || item.code === code) && !told.has(item.code))
    .map((item): Held => ({ ...item, counter: NO_COUNTER, since: null }));
  const changed = own.flatMap(({ code: named, item, from }): Held[] =>
    item === null ? [] : [{ ...item, code: named, since: from }],
  );
  return [...shipped, ...changed].toSorted((a, b) => a.code.localeCompare(b.code));
}
