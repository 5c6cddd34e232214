/** A unit's time with the case. */
export type Held = { readonly unit: string; readonly from: Date; readonly to: Date | null };
export type Holder = Held & { readonly hours: number };

export type Given = {
  readonly level: number;
  readonly unit: string;
  readonly assigned_at: Date;
  readonly ended_at: Date | null;
  readonly ended_how: string | null;
};
type Span = {
  readonly centre: string;
  readonly reportedAt: Date;
  readonly endedAt: Date | null;
  readonly now: Date;
};

const HOUR = 3_600_000;

/**
 * Who had it in hand and for how long, in wall-clock hours to the tenth, oldest first: every unit it was given to, and
 * the centre whenever nobody else had it. A team or grid stands beside the unit that passed it on.
 */
export function holdersOf(given: readonly Given[], span: Span): Holder[] {
  const units = given.map((one) => ({
    unit: one.unit,
    from: one.assigned_at,
    to: one.ended_at ?? span.endedAt,
  }));
  return [...atCentre(given, span), ...units]
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
    .map((one) => ({
      ...one,
      hours: Math.round(((one.to ?? span.now).getTime() - one.from.getTime()) / (HOUR / 10)) / 10,
    }));
}

/** The gaps: before it was first given away, and after it came back. Once it is done nobody has it. */
function atCentre(given: readonly Given[], { centre, reportedAt, endedAt }: Span): Held[] {
  const held: Held[] = [];
  let free: Date | null = reportedAt;
  for (const one of given.filter(({ level }) => level === 1)) {
    if (free !== null && free < one.assigned_at) held.push({ unit: centre, from: free, to: one.assigned_at });
    free = one.ended_how === 'done' ? null : one.ended_at;
  }
  if (free !== null && (endedAt === null || free < endedAt))
    held.push({ unit: centre, from: free, to: endedAt });
  return held;
}
