import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import { handsAmong, type Hands } from '../domain/check.ts';
import { assignmentsOf } from './assignment.ts';
import { evidenceOf } from './evidence.ts';
import { tasksOf } from './task.ts';

/** Everybody who had a hand in the present round of a case. */
export async function handsOf(work: Work, { id, round }: Case): Promise<Hands> {
  const [tasks, assignments, evidence] = await Promise.all([
    tasksOf(work, id),
    assignmentsOf(work, id),
    evidenceOf(work, id),
  ]);
  return handsAmong(round, { tasks, assignments, evidence });
}
