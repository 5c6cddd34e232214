import type { Work } from '#platform/work.ts';
import { findPerson } from '../store/person.ts';

/** Where somebody within reach is registered, and nothing else about them; 404 for others. */
export async function findPersonInReach(
  work: Work,
  id: string,
): Promise<{ readonly community: string | null; readonly grid: string | null }> {
  const { community, grid } = await findPerson(work, id);
  return { community, grid };
}
