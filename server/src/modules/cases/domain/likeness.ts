/** An older piece of evidence, and in how many of 64 bits its picture differs from the new one. */
export type Alike = { readonly evidence: string; readonly caseId: string; readonly bits: number };

/**
 * Up to here two pictures are one, made smaller, encoded anew or cut at its rim: of generated and drawn pictures no two
 * different ones came closer than twelve bits.
 */
export const MOST_BITS = 9;
/** Before and after are taken from one standpoint, and may be alike; only the very same picture is told of within a case. */
const MOST_BITS_WITHIN = 3;

/** The older evidence that a new picture of a case seems to be taken from: the likest, the oldest of those as like; null for none. */
export function usedBefore(oldestFirst: readonly Alike[], caseId: string): string | null {
  const told = oldestFirst.filter(
    (one) => one.bits <= (one.caseId === caseId ? MOST_BITS_WITHIN : MOST_BITS),
  );
  return told.toSorted((a, b) => a.bits - b.bits)[0]?.evidence ?? null;
}
