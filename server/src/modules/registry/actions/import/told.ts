import type { Faulty, Sound } from '../../domain/import/reading.ts';
import { isFaulty } from '../../domain/import/reading.ts';
import type { Counts, NewProblem } from '../../store/imports.ts';
import type { Act } from '../../store/stage-rows.ts';

export type Told = { readonly counts: Counts; readonly problems: readonly NewProblem[] };

/** What a batch came to: counts, and what is wrong with which line. */
export function told(
  read: readonly (Faulty | Sound<unknown>)[],
  staged: readonly { readonly act: Act }[],
): Told {
  const problems = read.flatMap((one): NewProblem[] =>
    isFaulty(one)
      ? one.problems.map((code) => ({ line: one.line, code, rejects: true }))
      : one.notes.map((code) => ({ line: one.line, code, rejects: false })),
  );
  const count = (act: Act) => staged.filter((row) => row.act === act).length;
  return {
    problems,
    counts: {
      rows: read.length,
      created: count('new'),
      updated: count('change'),
      unchanged: count('same'),
      rejected: read.filter(isFaulty).length,
      notes: problems.filter(({ rejects }) => !rejects).length,
    },
  };
}
