import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Look } from '../domain.ts';
import { insertAccess } from '../store.ts';

/** Writes the look down in the caller's transaction; refuses when it would say nothing, so that nothing is shown. */
export async function recordAccess(work: Work, look: Look): Promise<void> {
  if (look.subjects.length === 0 || look.fields.length === 0) refuse('audit.nothing_recorded');
  await insertAccess(work, look);
}
