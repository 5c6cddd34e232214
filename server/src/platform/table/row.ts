export type Cell = string | number | boolean | Date | null;

/** A row of a table; `line` is its number in the file, where the header is 1. */
export type TableRow = {
  readonly line: number;
  readonly cells: Pick<ReadonlyMap<string, Cell>, 'get' | 'values'>;
  readonly broken: boolean;
};
