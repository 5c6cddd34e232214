import type { Both } from '@fengqiao/contract/both.ts';
import type { UnitKind } from '@fengqiao/contract/units.ts';
import { allUnits, unitOf } from '#modules/identity';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { By } from '../domain/request.ts';

export type Names = { of(unit: string): Both; short(unit: string): string };

/** What the units of the street are called. */
export async function unitNames(work: Work): Promise<Names> {
  const units = new Map((await allUnits(work)).map((unit) => [unit.id, unit]));
  return {
    of: (id) => units.get(id)?.name ?? { zh: id, en: id },
    short: (id) => units.get(id)?.shortZh ?? id,
  };
}

/** The post somebody acts at; refuses those without one. */
export function actorOf({ actor }: Work): By & { readonly account: string; readonly unit: string } {
  const { account, unit, role } = actor;
  if (account === null || unit === null) refuse('platform.not_allowed');
  return { account, unit, role };
}

export async function kindOf(work: Work, unit: string): Promise<UnitKind> {
  const found = await unitOf(work, unit);
  if (found === null || found === undefined || !found.current) refuse('catalogue.what_is_asked', { unit });
  return found.kind;
}
