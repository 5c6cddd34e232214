import { sql } from 'kysely';
import { FORM, sealedColumns } from '../domain/canonical.ts';

/**
 * The canonical form of a look, made where it lies. What a column reads as text is told once here; the leaf then has the
 * same bytes as `sealOf` derives from the parts.
 */

type Column = (typeof sealedColumns)[number];

const uuids: ReadonlySet<Column> = new Set(['id', 'account', 'approved_by', 'nonce']);
const perhaps: ReadonlySet<Column> = new Set([
  'account',
  'name',
  'role',
  'unit',
  'reason',
  'about',
  'approved_by',
]);
const lists: ReadonlySet<Column> = new Set(['subjects', 'fields']);
const plain: ReadonlySet<Column> = new Set([
  'street',
  'action',
  'object',
  'purpose',
  'capacity',
  'name',
  'role',
  'unit',
  'reason',
  'about',
]);

/** A column of audit.access (as `a`) as text, the way the canonical form has it. */
const asText = (column: Column): string => {
  if (column === 'at') return `(extract(epoch from a.at) * 1000000)::bigint::text`;
  if (lists.has(column)) return `array_to_string(a.${column}, ',')`;
  return plain.has(column) ? `a.${column}` : `a.${column}::text`;
};

/** All of them, as an array. */
export const PARTS = sql.raw(
  `array[${sealedColumns.map((column) => (plain.has(column) ? `a.${column}::text` : asText(column))).join(', ')}]::text[]`,
);

/** Columns of audit.access (as `a`) under their names: those that have to be turned into text are, once. */
export const TEXTS = sql.raw(
  sealedColumns
    .map((column) =>
      plain.has(column) || uuids.has(column) ? `a.${column}` : `${asText(column)} as ${column}_text`,
    )
    .join(', '),
);

/** How a uuid is written: always of one length. */
const UUID_BYTES = 36;

/** One part with its length before it, as arguments of concat; `t` has the columns of TEXTS. */
const framed = (column: Column): string => {
  const of = plain.has(column) || uuids.has(column) ? `t.${column}` : `t.${column}_text`;
  const length = uuids.has(column) ? `'${UUID_BYTES}'` : `octet_length(${of})`;
  return perhaps.has(column)
    ? `case when ${of} is null then '-' else concat(${length}, ':', ${of}) end, E'\\n'`
    : `${length}, ':', ${of}, E'\\n'`;
};

/** The leaf of a look whose columns are at hand as `t`: one pass over them, for concatenating pair by pair copies all that stands before. */
export const LEAF = sql.raw(
  `sha256('\\x00'::bytea || convert_to(concat('${FORM}', E'\\n', ${sealedColumns.map(framed).join(', ')}), 'UTF8'))`,
);
