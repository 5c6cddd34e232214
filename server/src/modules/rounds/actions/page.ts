import type { Work } from '#platform/work.ts';

export type Asked = { readonly limit?: number; readonly after?: string };
const PAGE = 30;

/** A page by key, asked for with one row more than is shown. */
export async function pageOf<T extends { id: string }>(
  { limit = PAGE, after }: Asked,
  ask: (page: { limit: number; after: string | undefined }) => Promise<T[]>,
): Promise<{ rows: T[]; next: string | null }> {
  const found = await ask({ limit: limit + 1, after });
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

/** A grid worker reads what they did themselves; other posts what their reach covers. */
export const ownOnly = ({ actor }: Work): string | null =>
  actor.role === 'grid_worker' ? actor.account : null;
