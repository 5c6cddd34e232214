import { sql } from 'kysely';
import { forms, sealedColumns, securityColumns, type Sort } from '../domain/canonical.ts';

/**
 * The canonical form of a record, made where it lies. What a column reads as text is told once here; the leaf then has the
 * same bytes as `sealOf` derives from the parts.
 */

type Column = (typeof sealedColumns)[number] | (typeof securityColumns)[number];

const uuids: ReadonlySet<Column> = new Set(['id', 'account', 'whom', 'approved_by', 'nonce']);
const lists: ReadonlySet<Column> = new Set(['subjects', 'fields']);
const numbers: ReadonlySet<Column> = new Set(['at', 'purpose_version', 'grade', 'flags', 'xid', 'seq']);
const perhaps: ReadonlySet<Column> = new Set([
  'account',
  'name',
  'role',
  'unit',
  'reason',
  'about',
  'approved_by',
  'code',
  'object',
  'whom',
  'detail',
  'network',
  'machine',
]);
const isMade = (column: Column) => lists.has(column) || numbers.has(column);

/**
 * A column of a record (as `a`) as text, the way the canonical form has it. Seconds come as a double: its microseconds
 * are exact until the year 2242, and as a decimal number they would take ten times as long.
 */
const asText = (column: Column): string => {
  if (column === 'at') return `round(date_part('epoch', a.at) * 1000000)::bigint::text`;
  if (lists.has(column)) return `array_to_string(a.${column}, ',')`;
  return `a.${column}::text`;
};

/** How a uuid is written: always of one length. */
const UUID = `'36:' || `;

/** One part with its length before it; `t` has the columns of `texts`. Each piece less is a copy less of all that stands before. */
const framed = (column: Column): string => {
  const text = isMade(column) ? `t.${column}_text` : uuids.has(column) ? `t.${column}::text` : `t.${column}`;
  const whole = `${uuids.has(column) ? UUID : `octet_length(${text}) || ':' || `}${text} || E'\\n'`;
  return perhaps.has(column) ? `coalesce(${whole}, E'-\\n')` : `(${whole})`;
};

const of = (sort: Sort, table: string, columns: readonly Column[]) => ({
  sort,
  /** Where such records lie. */
  table: sql.raw(table),
  /** All columns of the table (as `a`), as an array. */
  parts: sql.raw(`array[${columns.map(asText).join(', ')}]::text[]`),
  /** The columns of the table (as `a`), those that have to be made into text made so once. */
  texts: sql.raw(
    columns
      .map((column) => (isMade(column) ? `${asText(column)} as ${column}_text` : `a.${column}`))
      .join(', '),
  ),
  /** The leaf of a record whose columns are at hand as `t`. */
  leaf: sql.raw(
    `sha256('\\x00'::bytea || convert_to(${[`'${forms[sort]}' || E'\\n'`, ...columns.map(framed)].join(' || ')}, 'UTF8'))`,
  ),
});

/** The two sorts of records that are sealed. */
export const looks = of('look', 'audit.access', sealedColumns);
export const securityEvents = of('security', 'audit.security_event', securityColumns);
