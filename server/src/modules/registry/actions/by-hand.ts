import type { Both } from '@fengqiao/contract/both.ts';
import { registryRowNotes, registryRowProblems } from '@fengqiao/contract/registry/import-words.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Provenance } from '../store/apply.ts';
import { unitNames } from '../store/sites.ts';
import { todayOf } from '../domain/day.ts';
import { sourceOf, type Sources } from './provenance.ts';

export type Stated = { readonly source: string; readonly asOf: string };

/** Who vouches for what is written by hand: the unit of whoever writes it, from where and of which day they say. */
export function vouchedBy(work: Work, { source, asOf }: Stated): Provenance {
  if (asOf > todayOf(work)) refuse('registry.day_ahead');
  return { source, asOf, unit: work.actor.unit, import: null };
}

/** Says what is wrong with what was entered: the codes for programs, the sentences for people. */
export const wrongly = (codes: readonly (keyof typeof rowWords)[]): never =>
  refuse('registry.row_wrong', {
    problems: codes,
    said: codes.map((code) => ({ zh: rowWords[code].zh, en: rowWords[code].en })),
  });
const rowWords = { ...registryRowProblems, ...registryRowNotes };

/** The sources of fields that were written: each of its own, so that a table of an older day does not undo it. */
export const writtenBy = (
  vouched: Provenance,
  fields: readonly string[],
  version: number,
): Record<string, Provenance> => Object.fromEntries(fields.map((field) => [field, { ...vouched, version }]));

/** What became of the row since a version of it was on somebody's screen. */
export function changedSince<F extends string>(
  { sources, version, seen }: { sources: Sources; version: number; seen: number },
  names: Readonly<Record<F, Both>>,
  now: Readonly<Record<F, string | Both>>,
): void {
  if (version === seen) return;
  const changed = keysOf(names).flatMap((field) => {
    const told = sources[field];
    if (told?.version === undefined || told.version <= seen) return [];
    const value = now[field];
    const { zh, en } = typeof value === 'string' ? { zh: value || '—', en: value || '—' } : value;
    return [
      {
        zh: `${names[field].zh}：${zh}（${told.source}，${told.asOf}）`,
        en: `${names[field].en}: ${en} (${told.source}, ${told.asOf})`,
      },
    ];
  });
  const { source, asOf } = sourceOf(sources, '*');
  const table = { zh: `导入的表格：${source}，${asOf}`, en: `A table came in: ${source}, ${asOf}` };
  refuse('registry.changed_meanwhile', { version, changed: changed.length > 0 ? changed : [table] });
}

/** Each field with where it comes from, its day and the unit that vouches for it. */
export const sourceViews = <F extends string>(work: Work, sources: Sources, fields: readonly F[]) =>
  withUnits(
    work,
    fields.map((field) => {
      const { source, asOf, unit } = sourceOf(sources, field);
      return { field, source, asOf, unit };
    }),
  );

/** The same with the unit by its name too. */
export async function withUnits<T extends { readonly unit: string | null }>(work: Work, told: readonly T[]) {
  const names = await unitNames(
    work,
    told.flatMap(({ unit }) => (unit === null ? [] : [unit])),
  );
  return told.map(({ unit, ...rest }) => ({
    ...rest,
    unit: unit === null ? null : { id: unit, name: names.get(unit) ?? { zh: unit, en: unit } },
  }));
}
