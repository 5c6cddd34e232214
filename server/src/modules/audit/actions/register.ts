import { budgets } from '@fengqiao/contract/audit/budgets.ts';
import type {
  BudgetView,
  ChangeView,
  listBudgets as Budgets,
  listPurposes as Purposes,
  PurposeView,
} from '@fengqiao/contract/audit/oversight.ts';
import { purposes, type Purpose } from '@fengqiao/contract/purposes.ts';
import { roleNames, type Role } from '@fengqiao/contract/roles.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { localDay } from '../domain/day.ts';
import {
  changeById,
  currentBudgets,
  currentPurposes,
  forgetRevealed,
  insertBudget,
  insertChange,
  insertPurpose,
  listedChanges,
  mostToday,
  saveDecided,
  type ChangeRow,
  type PurposeRow,
} from '../store/register.ts';

type Rules = NonNullable<ChangeView['purpose']>;
type Limit = NonNullable<ChangeView['budget']>;

const purposeNames = keysOf(purposes);

/** The register as it stands; a purpose the street has no version of yet is the one of the product. */
export async function listPurposes(work: Work): Promise<Out<typeof Purposes>> {
  const known = new Map((await currentPurposes(work)).map((row) => [row.id, row]));
  const items = purposeNames.map((id): PurposeView => {
    const row = known.get(id);
    return row === undefined
      ? { id, version: 1, since: null, ...rulesOf(id) }
      : { id, version: row.version, since: row.since.toISOString(), ...read(row) };
  });
  const today = localDay(work);
  const exceptions = items.filter(({ exception }) => exception !== null && exception.until >= today).length;
  return { items, exceptions };
}

const rulesOf = (id: Purpose): Rules => ({ ...purposes[id], exception: purposes[id].exception });

const read = (row: PurposeRow): Rules => ({
  words: { zh: row.zh, en: row.en },
  basis: { zh: row.basis_zh, en: row.basis_en },
  maxGrade: row.max_grade,
  windowDays: row.window_days,
  needsCase: row.needs_case,
  needsFourEyes: row.needs_four_eyes,
  visible: row.visible,
  delayDays: row.delay_days,
  exception:
    row.exception_zh === null || row.exception_en === null || row.exception_until === null
      ? null
      : { basis: { zh: row.exception_zh, en: row.exception_en }, until: row.exception_until },
});

const SHOWN = 20;

export async function listBudgets(work: Work): Promise<Out<typeof Budgets>> {
  const known = new Map((await currentBudgets(work)).map((row) => [row.role, row]));
  const items = roleNames.map((role): BudgetView => {
    const { version, soft, hard } = known.get(role) ?? { version: 1, ...budgets[role] };
    return { role, version, soft, hard };
  });
  const today = (await mostToday(work, localDay(work), SHOWN)).map((row) => ({
    ...row,
    role: roleNames.find((role) => role === row.role) ?? null,
  }));
  return { items, today };
}

/** Writes the first versions where a street has none yet, and forgets whom people saw before yesterday. */
export async function keepRegister(work: Work): Promise<number> {
  const by = { requestedBy: null, approvedBy: null };
  const known = new Set((await currentPurposes(work)).map(({ id }) => id));
  for (const id of purposeNames) if (!known.has(id)) await insertPurpose(work, id, rulesOf(id), by);
  const limited = new Set((await currentBudgets(work)).map(({ role }) => role));
  for (const role of roleNames) if (!limited.has(role)) await insertBudget(work, role, budgets[role], by);
  await forgetRevealed(work, localDay(work, -1));
  return 0;
}

export async function listChanges(work: Work): Promise<{ items: ChangeView[] }> {
  return { items: (await listedChanges(work)).map((row) => present(work, row)) };
}

/** Asks to change a purpose; what hides or delays looks has a basis and an end. */
export async function askPurposeChange(
  work: Work,
  key: Purpose,
  { asked, reason }: { asked: Rules; reason: string },
): Promise<ChangeView> {
  const plain = asked.visible && asked.delayDays === 0;
  if (plain !== (asked.exception === null)) refuse('audit.exception_unfounded');
  if (asked.exception !== null && asked.exception.until < localDay(work)) refuse('audit.exception_unfounded');
  return askChange(work, { kind: 'purpose', key, asked, reason });
}

export async function askBudgetChange(
  work: Work,
  key: Role,
  { asked, reason }: { asked: Limit; reason: string },
): Promise<ChangeView> {
  if (asked.hard < asked.soft) refuse('audit.limits_crossed');
  return askChange(work, { kind: 'budget', key, asked, reason });
}

async function askChange(
  work: Work,
  one: Pick<ChangeRow, 'kind' | 'key' | 'asked' | 'reason'>,
): Promise<ChangeView> {
  const id = work.newId();
  const requestedBy = work.actor.account ?? refuse('platform.not_signed_in');
  if (!(await insertChange(work, { ...one, id, requestedBy }))) refuse('audit.change_waits');
  await work.announce('privacy.change_asked', id, { kind: one.kind, key: one.key });
  return present(work, (await changeById(work, id)) ?? refuse('platform.not_found'));
}

/** A second person decides; what they approve is the next version. */
export async function decideChange(
  work: Work,
  id: string,
  { approve, note }: { approve: boolean; note: string },
): Promise<ChangeView> {
  const change = (await changeById(work, id)) ?? refuse('platform.not_found');
  if (change.decidedAt !== null) refuse('audit.change_decided');
  if (change.requestedBy === work.actor.account) refuse('audit.own_change');
  await saveDecided(work, id, approve, note);
  if (approve) await bringIn(work, change);
  return present(work, { ...change, approved: approve, decidedAt: work.now, note });
}

async function bringIn(work: Work, { kind, key, asked, requestedBy }: ChangeRow): Promise<void> {
  // The version before it must be there, since every one after the first names two people.
  await keepRegister(work);
  const by = { requestedBy, approvedBy: work.actor.account };
  if (kind === 'purpose') await insertPurpose(work, key, fromJson<Rules>(asked), by);
  else await insertBudget(work, key, fromJson<Limit>(asked), by);
}

const present = (work: Work, row: ChangeRow): ChangeView => ({
  id: row.id,
  kind: row.kind,
  key: row.key,
  purpose: row.kind === 'purpose' ? fromJson<Rules>(row.asked) : null,
  budget: row.kind === 'budget' ? fromJson<Limit>(row.asked) : null,
  reason: row.reason,
  requestedBy: row.requestedBy,
  requestedAt: row.requestedAt.toISOString(),
  mine: row.requestedBy === work.actor.account,
  approved: row.approved,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  note: row.note,
});
