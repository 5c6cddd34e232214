/** A version of an object: which object, and a name of the version that no other version of it has. */
export type Version = readonly [object: string, version: string];

/** Something a client asked for and was told that it is done, from the moment it was asked to the moment it was told. */
export type Act = {
  readonly id: string;
  readonly begin: number;
  readonly end: number;
  readonly reads: readonly Version[];
  readonly writes: readonly Version[];
};

/** The versions of each object in the order in which they stood. */
export type Order = ReadonlyMap<string, readonly string[]>;

/**
 * The groups of acts that no order of one after another explains, each as the ids of its acts. An act comes before another
 * that overwrote what it wrote (ww), that read what it wrote (wr) or overwrote what it read (rw), and before one on
 * the same object that was asked after it was told (so the order is one that people could watch: strict serialisability).
 * After Adya's direct serialisation graph; a group is a strongly connected component of it (Tarjan).
 */
export function cycles(acts: readonly Act[], order: Order): string[][] {
  return knots(
    acts.map(({ id }) => id),
    edges(acts, order),
  );
}

type Edges = ReadonlyMap<string, ReadonlySet<string>>;

function edges(acts: readonly Act[], order: Order): Edges {
  const out = new Map(acts.map(({ id }) => [id, new Set<string>()]));
  const lead = (from: string | undefined, to: string | undefined) => {
    if (from !== undefined && to !== undefined && from !== to) out.get(from)?.add(to);
  };
  const named = (version: Version) => version.join('|');
  const writer = new Map(acts.flatMap(({ id, writes }) => writes.map((one) => [named(one), id] as const)));
  const readers = Map.groupBy(
    acts.flatMap(({ id, reads }) => reads.map((one) => ({ id, at: named(one) }))),
    ({ at }) => at,
  );
  for (const [object, versions] of order)
    for (const [i, version] of versions.entries()) {
      const wrote = writer.get(named([object, version]));
      const overwrote = versions.slice(i + 1).map((later) => writer.get(named([object, later])));
      const next = overwrote.find((one) => one !== undefined);
      lead(wrote, next);
      for (const { id } of readers.get(named([object, version])) ?? []) {
        lead(wrote, id);
        // Its own writing may be the next version; then what others wrote after it follows from that.
        lead(id, next);
      }
    }
  for (const [a, b] of inTime(acts)) lead(a.id, b.id);
  return out;
}

/** Pairs on one object of which the first was told before the second was asked. */
function inTime(acts: readonly Act[]): [Act, Act][] {
  const touching = Map.groupBy(
    acts.flatMap((act) =>
      [...new Set([...act.reads, ...act.writes].map(([object]) => object))].map((object) => ({
        object,
        act,
      })),
    ),
    ({ object }) => object,
  );
  return [...touching.values()].flatMap((group) =>
    group.flatMap(({ act: a }) =>
      group.flatMap(({ act: b }): [Act, Act][] => (a.end < b.begin ? [[a, b]] : [])),
    ),
  );
}

type Walk = {
  readonly index: Map<string, number>;
  readonly low: Map<string, number>;
  readonly stack: string[];
};

/** Strongly connected components of more than one act. */
function knots(ids: readonly string[], out: Edges): string[][] {
  const walk: Walk = { index: new Map(), low: new Map(), stack: [] };
  const found: string[][] = [];
  for (const id of ids) if (!walk.index.has(id)) visit(id, out, walk, found);
  return found;
}

function visit(id: string, out: Edges, walk: Walk, found: string[][]): void {
  const { index, low, stack } = walk;
  const mine = index.size;
  index.set(id, mine);
  low.set(id, mine);
  stack.push(id);
  for (const next of out.get(id) ?? []) {
    if (!index.has(next)) visit(next, out, walk, found);
    if (stack.includes(next)) low.set(id, Math.min(low.get(id) ?? mine, low.get(next) ?? mine));
  }
  if (low.get(id) !== mine) return;
  const knot = stack.splice(stack.indexOf(id));
  if (knot.length > 1) found.push(knot);
}
