import type { Both } from '@fengqiao/contract/both.ts';
import type { UnitKind } from '@fengqiao/contract/units.ts';
import { apart, type Role } from '@fengqiao/contract/roles.ts';
import { allUnits, unitOf } from '#modules/identity';
import { notify } from '#modules/notices';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { By } from '../domain/request.ts';
import { holdersOf } from '../store/staff.ts';

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

/** Tells everybody who holds a role, wherever they sit; posts apart from cases read no messages of their unit. */
export async function tellRole(
  work: Work,
  role: Role,
  words: Both & { readonly kind: string },
  except: readonly string[] = [],
): Promise<void> {
  const holders = (await holdersOf(work, role)).filter(({ unit }) => !except.includes(unit));
  const to = apart.includes(role)
    ? holders.map(({ account }) => ({ account }))
    : [...new Set(holders.map(({ unit }) => unit))].map((unit) => ({ unit, role }));
  for (const one of to) await notify(work, { to: one, ...words });
}
