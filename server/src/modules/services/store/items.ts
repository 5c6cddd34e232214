import { readFileSync } from 'node:fs';
import { fromJson } from '#platform/json.ts';
import type { Shipped } from '../domain/item.ts';

/**
 * The items the product ships, one a line. `sure` marks what was read in the norm it names; everything else was written from
 * memory and is shown with the advice to ask the window. Amounts are left to the street, since they change every year.
 */
export const shippedItems: readonly Shipped[] = fromJson<Shipped[]>(
  JSON.parse(readFileSync(new URL('../seed/items.json', import.meta.url), 'utf8')),
);
