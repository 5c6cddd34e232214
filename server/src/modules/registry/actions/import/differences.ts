import { keysOf } from '@fengqiao/contract/shapes.ts';
import { maskName } from '@fengqiao/contract/masks.ts';
import { personFields, type PersonField } from '@fengqiao/contract/registry/people.ts';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import { findImport } from '../../store/imports.ts';
import { peopleById, type PersonRow } from '../../store/person.ts';
import { stagedAfter, type StagedView } from '../../store/stage.ts';
import { personSeals } from '#modules/identity';
import { lookedMasked } from '../looks.ts';
import { factsOf } from '../people.ts';
import { valueOf, type Facts } from '../sealing.ts';

type Asked = { readonly limit?: number | undefined; readonly after?: number | undefined };
type Difference = { line: number; id: string; act: 'new' | 'change'; label: string; fields: string[] };

/** Which rows an import would write, and which fields of those known already; names are masked, contents are not told. */
export async function importDifferences(
  work: Work,
  id: string,
  { limit = 50, after = 0 }: Asked,
): Promise<{ items: Difference[]; next: number | null }> {
  const row = await findImport(work, id);
  const staged = await stagedAfter(work, id, after, limit + 1);
  const page = staged.slice(0, limit);
  const items = row.kind === 'people' ? await peopleDiffer(work, page) : page.map(placeDiffers);
  return { items, next: staged.length > limit ? (items.at(-1)?.line ?? null) : null };
}

async function peopleDiffer(work: Work, staged: readonly StagedView[]): Promise<Difference[]> {
  const ids = staged.map((one) => one.id);
  const known = new Map((await peopleById(work, ids)).map((person) => [person.id, person]));
  const seals = await personSeals(work, ids);
  await lookedMasked(work, {
    action: 'registry.differences',
    object: 'registry.import',
    subjects: [...known.keys()],
    fields: ['name'],
    purpose: 'correct',
  });
  return staged.map((one) => {
    const seal = seals.get(one.id);
    const now = factsOf(seal, one);
    const before = known.get(one.id);
    const fields =
      before === undefined || now === null ? [] : changedFields(factsOf(seal, before), now, { before, one });
    return { line: one.line, id: one.id, act: one.act, label: maskName(now?.name ?? ''), fields };
  });
}

function changedFields(
  was: Facts | null,
  now: Facts,
  { before, one }: { before: PersonRow; one: StagedView },
): string[] {
  const fields: string[] = keysOf(personFields).filter(
    (field: PersonField) => was === null || valueOf(was, field) !== valueOf(now, field),
  );
  return before.kind === one.kind ? fields : [...fields, 'kind'];
}

function placeDiffers({ line, act, id, body }: StagedView): Difference {
  const told = fromJson<{ name?: string; door?: string; steps?: readonly { text: string }[] }>(body);
  return { line, act, id, label: told.name ?? told.door ?? told.steps?.at(-1)?.text ?? '', fields: [] };
}
