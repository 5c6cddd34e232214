import type { ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import type { Work } from '#platform/work.ts';
import { padded, placeOf } from '../domain/code.ts';
import { numberOf } from '../store/category.ts';

/** 信息资源代码 of a new resource, such as 101001/000123; it is an attribute and stays when the entry is sorted anew. */
export async function codeOf(
  work: Work,
  { content, provider }: { readonly content: ResourceContent; readonly provider: string },
  running: number,
): Promise<string> {
  const place = placeOf(content, provider);
  const top = String(place.class);
  const item = typeof place.item === 'number' ? place.item : await numberOf(work, top, place.item);
  const parent = `${top}${padded(item, 2)}`;
  const group = `${parent}${padded(await numberOf(work, parent, place.group), 3)}`;
  const sub = place.sub === null ? '' : String(await numberOf(work, group, place.sub));
  return `${group}${sub}/${padded(running, 6)}`;
}
