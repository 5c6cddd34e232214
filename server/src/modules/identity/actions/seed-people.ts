import { demoRoleNames, type DemoRole } from '@fengqiao/contract/demo.ts';
import { apart, wide, type Role } from '@fengqiao/contract/roles.ts';
import type { UnitRow } from '@fengqiao/contract/units.ts';
import { hashPassword } from '#platform/crypto/password.ts';
import type { Work } from '#platform/work.ts';
import { places } from './sealed.ts';
import { unitKindsOf } from '../domain/post.ts';
import { place, type Unit } from '../domain/unit.ts';
import { parentsFirst } from '../domain/unit-table.ts';
import { insertResidents, insertStaff } from '../store/accounts.ts';
import { holdersOf, insertPosts } from '../store/posts.ts';
import { allUnits, saveUnits } from '../store/units.ts';

/** The password of every account of a demo street; the tour page shows it. */
export const DEMO_PASSWORD = 'fengqiao-demo-2026';

export type SeededStaff = {
  readonly account: string;
  readonly post: string;
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  readonly unit: string;
};
export type SeededResident = { readonly account: string; readonly name: string; readonly phone: string };
export type Seeded = {
  readonly staff: readonly SeededStaff[];
  readonly residents: readonly SeededResident[];
};

type Options = {
  /** An invented name for the n-th person. */
  readonly nameOf: (n: number) => string;
  readonly residents?: number;
};

/** Those of the tour who are known by their unit, not by their post alone. */
const seats: Partial<Record<DemoRole, string>> = { justice: 'justice_office-1' };

/** The login of the person whom the tour shows for a role. */
export const demoLogin = (role: DemoRole): string => seats[role] ?? `demo-${role}`;

/** An invented mobile number; n from 1 to 9999, of the form 199-0000-0001. */
export const demoPhone = (n: number): string => `1990000${String(n).padStart(4, '0')}`;

/** Peoples a street with invented staff and residents: departments three each, communities two, grids one, the centre by role. */
export async function seedPeople(
  work: Work,
  units: readonly UnitRow[],
  { nameOf, residents = 300 }: Options,
): Promise<Seeded> {
  const tree = placeTree(units);
  await saveUnits(work, tree);
  let named = 0;
  const staff = staffPlan(tree).map(({ role, unit, login }): SeededStaff => ({
    account: work.newId(),
    post: work.newId(),
    name: nameOf(named++),
    login,
    role,
    unit,
  }));
  await saveStaff(work, staff);
  const people = Array.from({ length: residents }, (_, n): SeededResident => ({
    account: work.newId(),
    name: nameOf(named++),
    phone: demoPhone(n + 1),
  }));
  await saveResidents(work, people);
  return { staff, residents: people };
}

/** Seats people in the posts of the centre that nobody holds yet, where a demo street was recorded before such posts were. */
export async function seatMissing(work: Work, { nameOf }: Pick<Options, 'nameOf'>): Promise<void> {
  const tree = await allUnits(work);
  const plan: Omit<Planned, 'login'>[] = [];
  for (const [role, times] of centreStaff) {
    if ((await holdersOf(work, role)).length > 0) continue;
    plan.push(...Array.from({ length: times }, () => ({ role, unit: seatOf(tree, role) })));
  }
  let number = 0;
  const staff = named(plan).map((one): SeededStaff => ({
    account: work.newId(),
    post: work.newId(),
    name: nameOf(number++),
    ...one,
  }));
  if (staff.length > 0) await saveStaff(work, staff);
}

function placeTree(rows: readonly UnitRow[]): Unit[] {
  const placed = new Map<string, Unit>();
  for (const row of parentsFirst(rows, new Set()).ordered) {
    placed.set(row.id, place(row, row.parent === null ? null : (placed.get(row.parent) ?? null)));
  }
  return [...placed.values()];
}

type Planned = { role: Role; unit: string; login: string };

const centreStaff: readonly (readonly [Role, number])[] = [
  ['intake', 4],
  ['dispatcher', 4],
  ['checker', 4],
  ['callback', 3],
  ['supervisor', 3],
  ['leader', 3],
  ['district', 2],
  ['admin', 2],
  ['steward', 2],
  ['privacy', 2],
  ['auditor', 2],
];
const shown: ReadonlySet<string> = new Set(demoRoleNames);

/** Who works where; the first of each role is the one the tour shows. */
function staffPlan(tree: readonly Unit[]): Planned[] {
  const plan: Omit<Planned, 'login'>[] = [];
  const add = (role: Role, unit: string, times: number) =>
    plan.push(...Array.from({ length: times }, () => ({ role, unit })));
  for (const [role, times] of centreStaff) add(role, seatOf(tree, role), times);
  // The tour shows a department of the street that handles cases every day, not an office above it.
  const toured = tree.filter(({ kind, hasPower }) => kind === 'internal' && hasPower);
  for (const { id, kind } of new Set([...toured, ...tree])) {
    if (kind === 'community') add('community', id, 2);
    else if (kind === 'grid') add('grid_worker', id, 1);
    else if (unitKindsOf('department').includes(kind)) add('department', id, 3);
  }
  return named(plan);
}

/** The first unit of a kind where a role may sit, preferring the order in which the role names them. */
function seatOf(tree: readonly Unit[], role: Role): string {
  for (const kind of unitKindsOf(role)) {
    const seat = tree.find((unit) => unit.kind === kind);
    if (seat !== undefined) return seat.id;
  }
  throw new Error(`The tree of units has no place for the role ${role}`);
}

function named(plan: readonly Omit<Planned, 'login'>[]): Planned[] {
  const toured = new Set<string>();
  const counts = new Map<string, number>();
  return plan.map(({ role, unit }) => {
    if (shown.has(role) && !toured.has(role)) {
      toured.add(role);
      return { role, unit, login: `demo-${role}` };
    }
    const stem = wide.includes(role) || apart.includes(role) ? role : unit;
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    return { role, unit, login: `${stem}-${count}` };
  });
}

async function saveStaff(work: Work, staff: readonly SeededStaff[]): Promise<void> {
  // One hash for all: a demo street has hundreds of accounts and its password is public anyway.
  const passwordHash = work.settings.demo ? await hashPassword(DEMO_PASSWORD) : null;
  const all = await insertStaff(
    work,
    staff.map(({ account, name, login }) => ({
      id: account,
      name,
      login,
      passwordHash,
      onceUntil: null,
      phoneEnc: null,
      phoneIndex: null,
    })),
  );
  if (!all)
    throw new Error('Some of the seeded logins exist already: people are seeded into a fresh database only');
  await insertPosts(
    work,
    staff.map(({ account, post, role, unit }) => ({
      id: post,
      account,
      role,
      unit,
      from: work.now,
      until: null,
      approvedAt: work.now,
      approvedBy: null,
      grantedBy: null,
      reason: '示范街道初始人员',
    })),
  );
}

async function saveResidents(work: Work, people: readonly SeededResident[]): Promise<void> {
  if (people.length === 0) return;
  await insertResidents(
    work,
    people.map(({ account, name, phone }) => ({
      id: account,
      phoneEnc: work.vault.seal(phone, places.accountPhone(account)),
      phoneIndex: work.vault.index(phone, 'phone'),
      nameEnc: work.vault.seal(name, places.accountName(account)),
    })),
  );
}
