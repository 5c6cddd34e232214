import { staffAt } from '#modules/identity';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

/** The account and the unit that act. */
export function whoActs({ actor }: Work): { account: string; unit: string } {
  const { account, unit } = actor;
  return account === null || unit === null ? refuse('platform.not_allowed') : { account, unit };
}

/** Who is in office at a unit as department staff: account → name. */
export async function inOffice(work: Work, unit: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await staffAt(work, unit, 'department')).map(({ account, name }) => [account, name]));
}
