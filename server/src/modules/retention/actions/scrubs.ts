import { recordAccess } from '#modules/audit';
import type { GradedField } from '@fengqiao/contract/grades.ts';
import type { Hit, HitKind, ScrubView } from '@fengqiao/contract/retention.ts';
import { hitKinds } from '@fengqiao/contract/retention.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { enterLedger, ledgerOf, type Masking } from '#platform/ledger.ts';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { detect } from '../domain/detect.ts';
import { foundIn, has, masker } from '../domain/marks.ts';
import { lockScrub, pageOfScrubs, saveVerdict, type ScrubRow } from '../store/scrub.ts';
import type { Sources } from './scan.ts';

export async function listScrubs(
  work: Work,
  { done = false, limit = 20, after }: { done?: boolean; limit?: number; after?: string },
): Promise<{ items: ScrubView[]; next: string | null }> {
  const rows = await pageOfScrubs(work, { done, after: after ?? null, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(present),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

const graded: Record<HitKind, GradedField> = {
  idNumber: 'idNumber',
  phone: 'phone',
  plate: 'report',
  bankCard: 'report',
  email: 'email',
  name: 'name',
};

/** Shows a passage with what was found in it; the look is written down for those who reported the matter. */
export async function openPassage(
  work: Work,
  sources: Sources,
  id: string,
): Promise<{ id: string; text: string; hits: Hit[] }> {
  const row = await openScrub(work, id);
  const { text, people, endedAt } = await passageOf(work, sources, row);
  const fields = new Set<GradedField>(['report', ...row.hits.map(({ kind }) => graded[kind])]);
  await recordAccess(work, {
    action: 'retention.passage',
    object: `scrub:${id}`,
    subjects: people.length > 0 ? people : [row.subject],
    fields: [...fields],
    purpose: 'scrub',
    around: { case: row.subject, endedAt },
  });
  return { id, text, hits: [...row.hits] };
}

/** Masks what a person confirmed, everywhere it stands in the matter, and remembers what they kept. */
export async function decideScrub(
  work: Work,
  sources: Sources,
  id: string,
  { mask, keep }: { readonly mask: readonly Hit[]; readonly keep: readonly Hit[] },
): Promise<ScrubView> {
  const row = await openScrub(work, id);
  const both = [...mask, ...keep];
  if (both.length !== row.hits.length || row.hits.some((hit) => !has(both, hit)))
    refuse('retention.not_every_hit');
  const { text } = await passageOf(work, sources, row);
  if (mask.length > 0) {
    await enterLedger(ledgerOf(work.settings), entryOf(work, row, mask));
    await rewrite(work, sources, row, { text, mask });
  }
  await saveVerdict(work, id, { kept: [...row.kept, ...keep], masked: row.masked + mask.length });
  await work.announce('retention.scrubbed', id, { masked: mask.length, kept: keep.length });
  return present({
    ...row,
    state: 'done',
    hits: [],
    kept: [...row.kept, ...keep],
    masked: row.masked + mask.length,
    decidedAt: work.now,
  });
}

async function openScrub(work: Work, id: string): Promise<ScrubRow> {
  const row = await lockScrub(work, id);
  return row.state === 'open' ? row : refuse('retention.not_waiting');
}

type Standing = { readonly text: string; readonly people: readonly string[]; readonly endedAt: Date | null };

/** The passage as it is now; refuses when what was found does not stand there any more. */
function passageOf(work: Work, sources: Sources, row: ScrubRow): Promise<Standing> {
  return asEngine(work, async () => {
    const thing = await sources.get(row.source)?.lock(work, row.subject);
    const text = thing?.passages.find((one) => one.place === row.place && one.row === row.row)?.text;
    const found = text === undefined ? [] : detect(text);
    if (
      thing === undefined ||
      thing === null ||
      text === undefined ||
      row.hits.some((hit) => !has(found, hit))
    )
      return refuse('retention.passage_changed');
    return { text, people: thing.people, endedAt: thing.endedAt };
  });
}

const rewrite = (
  work: Work,
  sources: Sources,
  { source, subject, place }: Pick<ScrubRow, 'source' | 'subject' | 'place'>,
  { text, mask }: { readonly text: string; readonly mask: readonly Hit[] },
): Promise<void> =>
  asEngine(work, async () => {
    const change = masker(mask.map((hit) => foundIn(text, hit)));
    await sources.get(source)?.rewrite(work, subject, change, { place, masked: countsOf(mask) });
  });

const entryOf = ({ street, now }: Work, row: ScrubRow, hits: readonly Hit[]): Masking => ({
  at: now.toISOString(),
  street,
  scrub: row.id,
  source: row.source,
  subject: row.subject,
  place: row.place,
  row: row.row,
  hits,
});

/** Masks again, in a database brought back from a backup, what a person had confirmed; words that are gone are gone. */
export async function maskAgain(work: Work, sources: Sources, entry: Masking): Promise<void> {
  const { source, subject, place, row, hits } = entry;
  const thing = await sources.get(source)?.lock(work, subject);
  const text = thing?.passages.find((one) => one.place === place && one.row === row)?.text;
  if (text === undefined) return;
  const mask = detect(text).filter((hit) =>
    hits.some(({ kind, from, to }) => hit.kind === kind && hit.from === from && hit.to === to),
  );
  if (mask.length > 0) await rewrite(work, sources, { source, subject, place }, { text, mask });
}

const countsOf = (hits: readonly Hit[]): Record<string, number> =>
  Object.fromEntries(
    keysOf(hitKinds)
      .map((kind) => [kind, hits.filter((hit) => hit.kind === kind).length] as const)
      .filter(([, count]) => count > 0),
  );

const present = (row: ScrubRow): ScrubView => ({
  id: row.id,
  subject: row.subject,
  no: row.no,
  unit: row.unit,
  place: row.place,
  found: keysOf(hitKinds)
    .map((kind) => ({ kind, count: row.hits.filter((hit) => hit.kind === kind).length }))
    .filter(({ count }) => count > 0),
  foundAt: row.foundAt.toISOString(),
  state: row.state,
  masked: row.masked,
  kept: row.kept.length,
  decidedAt: row.decidedAt?.toISOString() ?? null,
});
