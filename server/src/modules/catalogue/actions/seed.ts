import type { ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import type { Work } from '#platform/work.ts';
import { demandComplete } from '../domain/content.ts';
import { insertResources, nextNumbers } from '../store/resource.ts';
import { codeOf } from './proposals.ts';

export type Seed = { readonly provider: string; readonly content: ResourceContent };

/** Enters the resources a street begins with; each has to be as complete as one that people propose. */
export async function seedResources(work: Work, seeds: readonly Seed[]): Promise<string[]> {
  for (const { content } of seeds) demandComplete(content);
  const numbers = await nextNumbers(work, seeds.length);
  const rows = seeds.map(({ provider, content }, n) => ({
    id: work.newId(),
    code: codeOf(content.base, numbers[n] ?? 0),
    provider,
    collection: null,
    content,
  }));
  await insertResources(work, rows);
  return rows.map(({ id }) => id);
}
