import type { Static } from 'typebox';
import type { AddressNode, findRegistryAddresses as finding } from '@fengqiao/contract/registry/addresses.ts';
import { addressCodeOf } from '@fengqiao/contract/registry/words.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { plainAddress } from '../domain/address.ts';
import {
  addressesBelow,
  addressesWith,
  addressPath,
  countedAt,
  type AddressRow,
} from '../store/addresses.ts';
import { unitNames } from '../store/sites.ts';
import { sourceOf, sourcesOf } from './provenance.ts';

const PAGE = 50;
const FOUND = 20;

/** The address book by any part of its words, or what lies directly below an address. */
export async function findRegistryAddresses(
  work: Work,
  { q, parent, after, limit = PAGE }: Static<typeof finding.query>,
): Promise<Static<typeof finding.reply>> {
  if (q !== undefined)
    return {
      path: [],
      items: await nodesOf(work, await addressesWith(work, plainAddress(q), FOUND)),
      next: null,
    };
  const path = parent === undefined ? [] : await addressPath(work, parent);
  if (parent !== undefined && path.length === 0) refuse('platform.not_found');
  const found = await addressesBelow(work, parent ?? null, limit + 1, after ?? null);
  const shown = found.slice(0, limit);
  const next = found.length > limit ? (shown.at(-1)?.text ?? null) : null;
  return { path, items: await nodesOf(work, shown), next };
}

async function nodesOf(work: Work, rows: readonly AddressRow[]): Promise<AddressNode[]> {
  const told = rows.map((row) => sourceOf(sourcesOf(row), '*'));
  const counts = await countedAt(
    work,
    rows.map(({ id }) => id),
  );
  const names = await unitNames(
    work,
    told.flatMap(({ unit }) => (unit === null ? [] : [unit])),
  );
  return rows.map(({ provenance, ...row }, i) => {
    const elements = fromJson<Record<string, string>>(row.elements);
    const { source, asOf, unit } = told[i] ?? sourceOf(sourcesOf({ provenance }), '*');
    const { below = 0, homes = 0, people = 0 } = counts.get(row.id) ?? {};
    return {
      ...row,
      elements,
      code: addressCodeOf(row.level, elements[row.level] ?? ''),
      below,
      homes,
      people,
      source,
      asOf,
      unit: unit === null ? null : { id: unit, name: names.get(unit) ?? { zh: unit, en: unit } },
    };
  });
}
