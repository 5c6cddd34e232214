import type { Part } from '@fengqiao/contract/cases/figures.ts';

type Period = { readonly since: string; readonly until: string };

/** The work list with exactly the cases that a figure counted. */
export const listOf = (
  part: Part,
  { since, until }: Period,
  more: Readonly<Record<string, string>> = {},
): string =>
  `/cases?${new URLSearchParams({ desk: 'all', sort: 'newest', part, since, until, ...more }).toString()}`;
