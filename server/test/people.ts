import type { Role } from '@fengqiao/contract/roles.ts';
import type { UnitRow } from '@fengqiao/contract/units.ts';
import { allUnits, openResidentSession, openStaffSession, saveUnits, unitKindsOf } from '#modules/identity';
import type { Work } from '#platform/work.ts';

/** Somebody made for a test, at a post and with a session. */
export type TestPerson = {
  readonly token: string;
  readonly account: string;
  readonly name: string;
  readonly street: string;
  readonly role: Role | null;
  readonly unit: string | null;
  readonly post: string | null;
};

const row = (id: string, kind: UnitRow['kind'], parent: string | null, zh: string): UnitRow => ({
  id,
  kind,
  parent,
  name: { zh, en: id },
  shortZh: zh,
});

/** A small subdistrict: one centre, three departments, a district above, two communities with two grids each. */
export const smallTree: readonly UnitRow[] = [
  row('street', 'street', null, '听枫街道'),
  row('centre', 'centre', 'street', '联动中心'),
  row('district_command', 'district', 'street', '区指挥中心'),
  row('urban_ops', 'internal', 'street', '城管中心'),
  row('law_enforcement', 'internal', 'street', '执法局'),
  row('sanitation_co', 'public_enterprise', 'street', '环卫公司'),
  row('c01', 'community', 'street', '听枫社区'),
  row('c01-g01', 'grid', 'c01', '听枫一格'),
  row('c01-g02', 'grid', 'c01', '听枫二格'),
  row('c02', 'community', 'street', '寒山社区'),
  row('c02-g01', 'grid', 'c02', '寒山一格'),
  row('c02-g02', 'grid', 'c02', '寒山二格'),
];

const usual = {
  hasPower: false,
  dutiesZh: '',
  officialCode: null,
  phone: null,
  address: null,
  window: { from: '08:30', to: '17:30', workdaysOnly: false },
  current: true,
};

/** Lays the small tree when the street has no units yet. */
export async function layUnits(work: Work): Promise<void> {
  if ((await allUnits(work)).length > 0) return;
  const paths = new Map<string, string>();
  for (const { id, parent } of smallTree)
    paths.set(id, `${parent === null ? '/' : (paths.get(parent) ?? '/')}${id}/`);
  await saveUnits(
    work,
    smallTree.map((unit) => ({ ...usual, ...unit, path: paths.get(unit.id) ?? '/' })),
  );
}

/** Makes somebody at a post, or a resident, with a session; without a unit, the first one where such a role may sit. */
export async function makePerson(
  work: Work,
  role: Role | 'resident',
  unit: string | undefined,
  n: number,
): Promise<TestPerson> {
  await layUnits(work);
  return role === 'resident'
    ? makeResident(work, n)
    : makeStaff(work, role, unit ?? (await seatOf(work, role)), n);
}

async function seatOf(work: Work, role: Role): Promise<string> {
  const units = await allUnits(work);
  const seat = unitKindsOf(role).flatMap((kind) => units.filter((unit) => unit.kind === kind))[0];
  if (seat === undefined) throw new Error(`No unit of this street can have the role ${role}`);
  return seat.id;
}

const LONG = 3650 * 86_400;

async function makeStaff(work: Work, role: Role, unit: string, n: number): Promise<TestPerson> {
  const account = work.newId();
  const post = work.newId();
  const name = `测试${role}${n}`;
  const { street, db, now } = work;
  await db
    .insertInto('identity.account')
    .values({
      street,
      id: account,
      kind: 'staff',
      name,
      login: `${street}-${role}-${n}`,
      level: 2,
      made_at: now,
    })
    .execute();
  await db
    .insertInto('identity.post')
    .values({ street, id: post, account, unit, role, valid_from: now, approved_at: now, reason: '测试' })
    .execute();
  const held = {
    id: post,
    account,
    name,
    role,
    unit,
    unitName: { zh: unit, en: unit },
    from: now,
    until: null,
    approvedAt: now,
    grantedBy: null,
    approvedBy: null,
    reason: '测试',
  };
  const { token } = await openStaffSession(work, held, 'test', { seconds: LONG });
  await provedForLong(work, account);
  return { token, account, name, street, role, unit, post };
}

/** What a test is about is seldom the proof before a grave act; the tests of that sign in by themselves. */
async function provedForLong({ db, now }: Work, account: string): Promise<void> {
  await db
    .updateTable('identity.session')
    .set({ stepped_until: new Date(now.getTime() + LONG * 1000) })
    .where('account', '=', account)
    .execute();
}

async function makeResident(work: Work, n: number): Promise<TestPerson> {
  const account = work.newId();
  const phone = `1980000${String(n).padStart(4, '0')}`;
  const { street, db, vault, now } = work;
  const phoneEnc = vault.seal(phone, { table: 'identity.account', column: 'phone_enc', row: account });
  await db
    .insertInto('identity.account')
    .values({
      street,
      id: account,
      kind: 'resident',
      phone_enc: phoneEnc,
      phone_index: vault.index(phone, 'phone'),
      level: 1,
      made_at: now,
    })
    .execute();
  const { token } = await openResidentSession(work, account, 'test', { seconds: LONG });
  await provedForLong(work, account);
  return { token, account, name: '居民', street, role: null, unit: null, post: null };
}
