import type { AccessFlag, Capacity } from '@fengqiao/contract/audit.ts';
import { budgets, type Limit } from '@fengqiao/contract/audit/budgets.ts';
import { purposes } from '@fengqiao/contract/purposes.ts';
import type { Actor, Work } from '#platform/work.ts';
import { localDay } from '../domain/day.ts';
import { bitsOf, demandAllowed, gradeOf, isOrphan, spend, type Look } from '../domain/look.ts';
import { countPeople, gateOf, insertAccess, type Gate } from '../store/access.ts';

/**
 * Writes a look down in the transaction that shows the data; whoever calls it shows nothing when it refuses. It refuses
 * what the purpose does not allow, sensitive facts while sealing is late, and people beyond the budget of the day.
 */
export async function recordAccess(work: Work, made: Look): Promise<void> {
  const look = { ...made, reason: made.reason ?? work.reason };
  const spends = countsPeople(work.actor, look);
  const [gate, count] = await Promise.all([
    gateOf(work, look),
    spends ? countPeople(work, localDay(work), look.subjects) : null,
  ]);
  const rules = gate.rules ?? { version: 1, ...purposes[look.purpose] };
  const { now } = work;
  const late = gate.unsealedSince === null ? 0 : now.getTime() - gate.unsealedSince.getTime();
  demandAllowed(look, rules, work.actor.account, late);
  const spent = count === null ? 'within' : spend(count, limitOf(work.actor, gate, look), look.reason);
  const flags: AccessFlag[] = [...(look.flags ?? [])];
  if (look.subjects.length > 1 && !flags.includes('list')) flags.push('list');
  if (isOrphan(look, rules, now)) flags.push('orphan');
  if (look.around?.sensitive === true) flags.push('sensitive');
  if (look.fields.includes('care')) flags.push('special');
  const canary = gate.canary && !flags.includes('masked');
  if (canary) flags.push('canary');
  if (spent !== 'within') flags.push('over');
  const { version } = rules;
  const grade = gradeOf(look);
  await insertAccess(work, look, {
    version,
    grade,
    capacity: capacityOf(work.actor, look),
    flags: bitsOf(flags),
  });
  if (spent === 'crossing') await tellLimits(work, 'access.over_limit', { people: count?.people ?? 0 });
  if (canary) await tellLimits(work, 'access.canary_met', { object: look.object });
}

/**
 * Only people have budgets, and only for what they see in clear; an emergency and what was approved beforehand are looked
 * at in other ways. What leaves in a file counts nevertheless, so that whoever took a list along has seen those people.
 */
const countsPeople = ({ kind, account, role }: Actor, { flags = [], approvedBy }: Look): boolean =>
  kind === 'staff' &&
  account !== null &&
  role !== null &&
  (approvedBy === undefined || flags.includes('export')) &&
  !flags.includes('break_glass') &&
  !flags.includes('masked');

/** Whoever approved an export has allowed its size beforehand, which the hard limit would otherwise refuse. */
function limitOf({ role }: Actor, { limit }: Gate, { approvedBy }: Look): Limit {
  const own = limit ?? (role === null ? { soft: 0, hard: 0 } : budgets[role]);
  return approvedBy === undefined ? own : { soft: own.soft, hard: Infinity };
}

function capacityOf(actor: Actor, { capacity, around, flags = [] }: Look): Capacity {
  if (capacity !== undefined) return capacity;
  if (flags.includes('break_glass')) return 'emergency';
  if (flags.includes('api')) return 'key';
  if (actor.kind !== 'staff') return 'system';
  return around === undefined ? 'post' : 'case';
}

const tellLimits = (
  { actor, announce }: Work,
  kind: 'access.over_limit' | 'access.canary_met',
  facts: Record<string, unknown>,
) => announce(kind, actor.account ?? actor.session, { ...facts, role: actor.role, unit: actor.unit });
