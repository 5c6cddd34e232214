/** A version of an item, as far as it matters for which one holds. */
export type Standing = { readonly number: number; readonly from: string; readonly revoked: boolean };

/**
 * Which version holds on a day ('YYYY-MM-DD'): of those that have begun the one that began last, and of one day the newest;
 * undefined where none has begun, so that the item the product ships holds.
 */
export function inForce<T extends Standing>(versions: readonly T[], today: string): T | undefined {
  return versions
    .filter(({ from, revoked }) => !revoked && from <= today)
    .toSorted((a, b) => b.from.localeCompare(a.from) || b.number - a.number)[0];
}

/** The version that begins next after a day. */
export const nextAfter = <T extends Standing>(versions: readonly T[], today: string): T | undefined =>
  versions
    .filter(({ from, revoked }) => !revoked && from > today)
    .toSorted((a, b) => a.from.localeCompare(b.from) || b.number - a.number)[0];
