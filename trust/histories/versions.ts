import type { Ask } from '../../server/test/inspect.ts';
import type { Heard } from './bell.ts';
import type { Act, Order, Version } from './cycles.ts';

/** Lets the database note every version of a case as it is written, also one that is overwritten at once. */
export async function noteVersions(ask: Ask): Promise<void> {
  for (const statement of NOTING) await ask(statement);
}

const NOTING = [
  'create schema trust',
  'create table trust.version (seq bigint generated always as identity primary key, object text, xid text, number int)',
  // What a trigger notes beside a case is no version of it.
  `create function trust.note() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
   begin
     if pg_trigger_depth() > 1 then return null; end if;
     insert into trust.version (object, xid, number) values (new.id::text, pg_current_xact_id()::text, new.version);
     return null;
   end $$`,
  'create trigger trust_note after insert or update on cases."case" for each row execute function trust.note()',
] as const;

type Row = { readonly seq: string; readonly object: string; readonly xid: string; readonly number: number };

export type History = {
  readonly acts: readonly Act[];
  readonly order: Order;
  readonly unkept: readonly string[];
};

/**
 * What clients were told, as acts on versions: an answer belongs to the transaction that kept it under its key, and that
 * to the versions it wrote. A change is made of the version with the number before its own, wherever in the order it lies;
 * a look says which number it saw. `unkept` are acknowledged changes that no version shows.
 */
export async function historyOf(ask: Ask, heard: readonly Heard[]): Promise<History> {
  const rows = await ask<Row>(
    'select seq::text, object, xid, number from trust.version order by trust.version.seq',
  );
  const kept = await ask<{ key: string; xid: string }>(
    "select key, xmin::text as xid from platform.idempotency where key like 'history-%'",
  );
  const byObject = Map.groupBy(rows, ({ object }) => object);
  const byXid = Map.groupBy(rows, ({ xid }) => xid);
  const xidOf = new Map(kept.map(({ key, xid }) => [key, xid]));
  const good = heard.filter(({ status }) => status === 200);
  const acts = good.map((one): Act => {
    const { id, begin, end } = one;
    if (one.body === undefined) return { id, begin, end, reads: seenIn(one, byObject), writes: [] };
    const wrote = byXid.get(xidOf.get(one.key) ?? '') ?? [];
    const reads = wrote.flatMap((row) => readFor(row, byObject.get(row.object) ?? []));
    return { id, begin, end, reads, writes: wrote.map(({ object, seq }): Version => [object, seq]) };
  });
  const order = new Map([...byObject].map(([object, of]) => [object, of.map(({ seq }) => seq)]));
  const unkept = good.filter((one) => !isKept(one, byXid.get(xidOf.get(one.key) ?? '') ?? [], xidOf));
  return { acts, order, unkept: unkept.map(({ id, said }) => `${id}: ${JSON.stringify(said)}`) };
}

/** The version a change was made of, when another transaction wrote it. */
function readFor(row: Row, of: readonly Row[]): Version[] {
  const read = of.findLast((one) => Number(one.seq) < Number(row.seq) && one.number === row.number - 1);
  return read === undefined || read.xid === row.xid ? [] : [[row.object, read.seq]];
}

function seenIn({ said }: Heard, byObject: ReadonlyMap<string, readonly Row[]>): Version[] {
  const { id, version } = said;
  if (typeof id !== 'string') return [];
  const seen = byObject.get(id)?.find(({ number }) => number === version);
  return seen === undefined ? [] : [[id, seen.seq]];
}

/** An answer that gives a case and its number stands for a version that was written by it. */
function isKept(
  { said, body, key }: Heard,
  wrote: readonly Row[],
  xidOf: ReadonlyMap<string, string>,
): boolean {
  if (body === undefined) return true;
  if (!xidOf.has(key)) return false;
  const { id, version } = said;
  return (
    typeof version !== 'number' || wrote.some(({ object, number }) => object === id && number === version)
  );
}
