import type { ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import type { Work } from '#platform/work.ts';
import { demandComplete } from '../domain/content.ts';
import { insertResources, nextNumbers, type NewResource } from '../store/resource.ts';
import { codeOf } from './code.ts';

export type Seed = { readonly provider: string; readonly content: ResourceContent };

/** Enters the resources a street begins with; each has to be as complete as one that people propose. */
export async function seedResources(work: Work, seeds: readonly Seed[]): Promise<string[]> {
  for (const { content } of seeds) demandComplete(content);
  const numbers = await nextNumbers(work, seeds.length);
  const rows: NewResource[] = [];
  for (const [n, { provider, content }] of seeds.entries())
    rows.push({
      id: work.newId(),
      code: await codeOf(work, { content, provider }, numbers[n] ?? 0),
      provider,
      collection: null,
      content,
    });
  await insertResources(work, rows);
  return rows.map(({ id }) => id);
}
