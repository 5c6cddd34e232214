import type { FreeText, Written } from '#platform/free-text.ts';
import type { Work } from '#platform/work.ts';
import { detect } from '../domain/detect.ts';
import { foundIn, has, keyOf, without } from '../domain/marks.ts';
import {
  propose,
  saveScanned,
  saveUnit,
  scannedTo,
  scrubsOf,
  settle,
  type ScrubRow,
} from '../store/scrub.ts';

export type Sources = ReadonlyMap<string, FreeText>;

const AT_ONCE = 50;
/** A transaction may end later than one that began after it; none lasts as long as this. */
const LAG_MS = 120_000;

/** Looks through what changed since the last time, some of each source; returns how many things were looked through. */
export async function scanNext(work: Work, sources: Sources): Promise<number> {
  let done = 0;
  for (const source of sources.values()) {
    const after = await scannedTo(work, source.id);
    const until = new Date(work.now.getTime() - LAG_MS);
    const { written, last } = await source.changed(work, { after, until, most: AT_ONCE });
    const known = Map.groupBy(
      await scrubsOf(
        work,
        source.id,
        written.map(({ subject }) => subject),
      ),
      ({ subject }) => subject,
    );
    for (const one of written) await proposeIn(work, source.id, one, known.get(one.subject) ?? []);
    if (last !== null) await saveScanned(work, source.id, last);
    done += written.length;
  }
  return done;
}

/** The same words are proposed once for a thing, where they stand first; masking them there masks them everywhere. */
async function proposeIn(
  work: Work,
  source: string,
  { subject, no, unit, passages }: Written,
  known: readonly ScrubRow[],
): Promise<void> {
  const told = new Set<string>();
  const still = new Set<string>();
  for (const { place, row, text } of passages) {
    const found = detect(text);
    if (found.length === 0) continue;
    const before = known.find((one) => one.place === place && one.row === row);
    const kept = before?.kept ?? [];
    const fresh = without(found, kept).filter((hit) => !told.has(keyOf(foundIn(text, hit))));
    for (const hit of found) told.add(keyOf(foundIn(text, hit)));
    if (fresh.length === 0) continue;
    const same =
      before?.state === 'open' &&
      before.hits.length === fresh.length &&
      fresh.every((hit) => has(before.hits, hit));
    if (!same) await propose(work, { source, subject, no, unit, place, row, hits: fresh });
    else if (before.unit !== unit) await saveUnit(work, before.id, unit);
    if (before !== undefined) still.add(before.id);
  }
  for (const { id, state } of known) if (state === 'open' && !still.has(id)) await settle(work, id);
}
