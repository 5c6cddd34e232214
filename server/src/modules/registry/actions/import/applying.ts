import { isTaken } from '#platform/errors.ts';
import type { Platform } from '#platform/serve.ts';
import type { Work } from '#platform/work.ts';
import { applySpan, type Span } from '../../store/apply.ts';
import { holdImport, lockImport, lookAtSizes, saveImport } from '../../store/imports.ts';
import { clearStage, stagedExtent } from '../../store/stage.ts';
import { dayOf } from './read.ts';
import type { Enter } from './readier.ts';
import { isStageLost } from './stage-lost.ts';
import { BATCH, entering, idKind, stepping, stopped, type Stepping } from './steps.ts';

/** So many spans are written at the same time where there are connections for it; each keeps one core of the database busy. */
const LANES = 2;
const CONNECTIONS_LEFT = 3;
/** So many spans of each lane are one step, so that lanes seldom wait for each other. */
const SPANS = 8;

/** Goes on writing what was staged, some spans of lines in each step. */
export async function goOnApplying(
  platform: Platform,
  street: string,
  { id, most = Infinity, batch = BATCH, progress }: Omit<Stepping, 'file'>,
): Promise<number> {
  const enter = entering(platform, street);
  const step = stepping(enter);
  const { last } = await enter((work) => stagedExtent(work, id));
  const lanes = platform.settings.pool > LANES + CONNECTIONS_LEFT && batch < most ? LANES : 1;
  for (let done = 0; ;) {
    const spans = Math.min(lanes * SPANS, Math.ceil((most - done) / batch));
    const taken = await step((work) => applySome(work, id, { last, batch, lanes, spans, enter: step }));
    if (taken === null) return done;
    done += taken.rows;
    progress?.(taken.at);
    if (taken.at >= last) {
      await enter((work) => endApplying(work, id));
      return done;
    }
    if (done >= most) return done;
  }
}

type Lanes = {
  readonly last: number;
  readonly batch: number;
  readonly lanes: number;
  readonly spans: number;
  readonly enter: Enter;
};

/**
 * Writes the next spans, each in a transaction of its own, and then how far it came. A stop between the two writes the spans
 * once more, which changes nothing; so it costs no more than it would in one transaction.
 */
async function applySome(
  work: Work,
  id: string,
  { last, batch, lanes, spans: most, enter }: Lanes,
): Promise<{ at: number; rows: number } | null> {
  const row = await holdImport(work, id);
  if (row.state !== 'applying') return null;
  if (await isStageLost(work, row)) {
    await saveImport(work, id, { state: 'failed', error: stopped, endedAt: work.now });
    return null;
  }
  const kind = idKind(row);
  const provenance = { source: row.source, asOf: dayOf(row.as_of), unit: row.unit, import: id };
  // Rows of other kinds share what they lie in, and would wait for each other.
  const isWide = kind === 'people' && lanes > 1;
  const spans = Array.from({ length: isWide ? most : 1 }, (_, n) => row.applied_rows + n * batch)
    .filter((before) => before < last)
    .map((before): Span => {
      const to = Math.min(before + batch, last);
      return { id, from: before + 1, to, changes: row.updated > 0 };
    });
  const write = (span: Span) =>
    isWide
      ? enter((own) => applySpan(own, kind, { ...span, first: true }, provenance)).catch((error: unknown) => {
          if (!isTaken(error)) throw error;
          return enter((own) => applySpan(own, kind, span, provenance));
        })
      : applySpan(work, kind, span, provenance);
  const left = [...spans];
  const lane = async () => {
    for (let span = left.shift(); span !== undefined; span = left.shift())
      await write(span).catch((error: unknown) => {
        left.length = 0;
        throw error;
      });
  };
  await Promise.all(Array.from({ length: isWide ? lanes : 1 }, lane));
  const at = spans.at(-1)?.to ?? last;
  await saveImport(work, id, { appliedRows: at });
  return { at, rows: at - row.applied_rows };
}

async function endApplying(work: Work, id: string): Promise<void> {
  const row = await lockImport(work, id);
  if (row.state !== 'applying') return;
  await clearStage(work, id);
  await saveImport(work, id, { state: 'applied', endedAt: work.now });
  await lookAtSizes(work, idKind(row));
  await work.announce('registry.imported', id, {
    kind: row.kind,
    created: row.created,
    updated: row.updated,
  });
}
