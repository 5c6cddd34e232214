import type { Work } from '#platform/work.ts';
import { archiveOf } from '../store/archive.ts';
import { findCase } from '../store/case.ts';

/** The sealed package of a case the reader may see. */
export async function readArchive(work: Work, id: string) {
  await findCase(work, id);
  return archiveOf(work, id);
}
