export type Cell = string | number | boolean | Date | null;

/** A row of a table; `line` is its number in the file, where the header is 1. */
export type TableRow = {
  readonly line: number;
  readonly cells: Pick<ReadonlyMap<string, Cell>, 'get' | 'values'>;
  readonly broken: boolean;
};

/** The names of the columns in their order, '' where one has none. */
export type Header = { readonly names: readonly string[]; readonly kind: 'xlsx' | 'csv' };
type Line = { readonly line: number; readonly values: readonly Cell[]; readonly broken: boolean };

export const textOf = (cell: Cell): string =>
  cell instanceof Date ? cell.toISOString() : cell === null ? '' : String(cell);
const isFilled = (cell: Cell) => textOf(cell).trim() !== '';
export const isBlank = ({ values }: Pick<Line, 'values'>): boolean => !values.some(isFilled);

/** Lines as rows of a table; blank ones are left out. */
export function rowsUnder({ names, kind }: Header, lines: readonly Line[]): TableRow[] {
  const columns = new Map(names.flatMap((name, i) => (name === '' ? [] : [[name, i] as const])));
  return lines.flatMap(({ line, values, broken }) => {
    if (isBlank({ values })) return [];
    const short = kind === 'csv' && values.length < names.length;
    const long = values.length > names.length && values.slice(names.length).some(isFilled);
    return { line, cells: cellsOf(columns, values), broken: broken || short || long };
  });
}

/** The cells of a row by the names of the columns, which all rows share: a table of its own for each would be most of what is thrown away. */
const cellsOf = (columns: ReadonlyMap<string, number>, values: readonly Cell[]): TableRow['cells'] => ({
  get: (name) => {
    const at = columns.get(name);
    return at === undefined ? undefined : (values[at] ?? null);
  },
  values: () => columns.values().map((at) => values[at] ?? null),
});
