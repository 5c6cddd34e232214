import type { ListRow } from '@fengqiao/contract/cases/views.ts';

export type { ListRow };

/** A version of the responsibility list, ready to be asked; made once per version, since a published one never changes. */
export type ResponsibilityList = {
  readonly version: number;
  readonly byType: ReadonlyMap<string, readonly ListRow[]>;
  readonly byKey: ReadonlyMap<string, ListRow>;
};

export function compileList(version: number, rows: readonly ListRow[]): ResponsibilityList {
  const byType = new Map<string, ListRow[]>();
  for (const row of rows) byType.set(row.type, [...(byType.get(row.type) ?? []), row]);
  return { version, byType, byKey: new Map(rows.map((row) => [row.rowKey, row])) };
}

/** The row that says how a type is registered, before it is known which of its rows fits the place. */
export const firstRow = (list: ResponsibilityList, type: string): ListRow | undefined => list.byType.get(type)?.[0];
