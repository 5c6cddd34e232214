import type { NotNull } from 'kysely';
import type { Role } from '@fengqiao/contract/roles.ts';
import { recordSecurity } from '#modules/audit';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import { days, hours, minutes } from '../life/hours.ts';
import { Random } from '../names/random.ts';

type Seen = Parameters<typeof recordSecurity>[1];
type Staff = { readonly account: string; readonly name: string; readonly role: Role; readonly unit: string };

const DAYS = 14;
/** How many of the staff sign in on a day of the story. */
const A_DAY = 24;
const OFFICE = '10.36.8.';
const OUTSIDE = '203.0.113.';

/** The last two weeks of the security log: people sign in, somebody mistypes, somebody guesses at night, administrators act. */
export async function liveSecurity(platform: Platform, street: string): Promise<void> {
  const now = platform.clock();
  const random = new Random('tingfeng-security');
  const midnight = Math.floor((now.getTime() + hours(8)) / days(1)) * days(1) - hours(8);
  await withWork(platform, { service: 'system', street }, now, 'write', async (work) => {
    const staff = await staffOf(work);
    const told = (ago: number, time: number, address: string | null, seen: Seen) => {
      const at = new Date(midnight - days(ago) + time);
      const then = { ...work, now: at, newId: () => newId(at) };
      return recordSecurity(address === null ? then : { ...then, address }, seen);
    };
    for (let ago = DAYS; ago >= 1; ago -= 1) {
      await told(ago, hours(2), null, command('cli.backup', 'backup'));
      for (let n = 0; n < A_DAY; n += 1) {
        const who = random.pick(staff);
        const from = `${OFFICE}${random.int(20, 90)}`;
        const time = hours(8) + minutes(random.int(0, 55));
        if (random.int(0, 11) === 0) await told(ago, time, from, failed(who, 'identity.wrong_sign_in'));
        await told(ago, time + minutes(1), from, done(who, 'identity.signIn'));
        if (random.int(0, 2) === 0) await told(ago, time + hours(9), from, done(who, 'identity.signOut'));
      }
    }
    await story(staff, told);
  });
}

type Tell = (ago: number, time: number, address: string | null, seen: Seen) => Promise<void>;

/** What an auditor finds when they look closer. */
async function story(staff: readonly Staff[], told: Tell): Promise<void> {
  const of = (role: Role, nth = 0) => staff.filter((one) => one.role === role)[nth] ?? nobodyAt(role);
  const [admin, other, target] = [of('admin'), of('admin', 1), of('department', 2)];
  const night = hours(2) + minutes(13);
  for (let n = 0; n < 5; n += 1)
    await told(3, night + minutes(n), `${OUTSIDE}77`, failed(target, 'identity.wrong_sign_in'));
  await told(3, night + minutes(4), `${OUTSIDE}77`, {
    ...nobody,
    act: 'identity.paused',
    code: null,
    ...at(target),
  });
  await told(3, night + minutes(5), `${OUTSIDE}77`, failed(target, 'identity.sign_in_paused'));
  const asked = { ...at(target), detail: `${target.name} · 已电话核实，本人未操作` };
  await told(3, hours(9), `${OFFICE}21`, { ...done(admin, 'identity.openLogin'), ...asked });
  await told(3, hours(9) + minutes(4), `${OFFICE}21`, { ...done(admin, 'identity.renewPassword'), ...asked });
  const clerk = of('intake', 1);
  const post = { ...at(clerk), detail: `${clerk.name} · checker · ${clerk.unit} · 轮岗` };
  await told(5, hours(10), `${OFFICE}21`, { ...done(admin, 'identity.grantPost'), ...post });
  await told(5, hours(10) + minutes(1), `${OFFICE}21`, {
    ...done(admin, 'identity.approvePost'),
    ...post,
    code: 'identity.same_eyes',
  });
  await told(5, hours(11), `${OFFICE}22`, { ...done(other, 'identity.approvePost'), ...post });
  const late = of('dispatcher');
  await told(2, hours(23) + minutes(41), `${OUTSIDE}140`, {
    ...done(late, 'identity.newDevice'),
    detail: 'Firefox',
  });
  await told(2, hours(23) + minutes(41), `${OUTSIDE}140`, done(late, 'identity.signIn'));
  await told(1, hours(15), `${OFFICE}35`, {
    ...done(of('department'), 'exports.decide'),
    code: 'platform.not_allowed',
  });
}

const nobody = { by: { account: null, name: null, role: null, unit: null } } as const;
const at = ({ account, name }: Staff) => ({ whom: account, detail: name });
const done = (by: Staff, act: Seen['act']): Seen => ({ act, code: null, by });
const failed = (who: Staff, code: NonNullable<Seen['code']>): Seen => ({
  ...nobody,
  act: 'identity.signIn',
  code,
  ...at(who),
});
const command = (act: Seen['act'], detail: string): Seen => ({
  act,
  code: null,
  by: { ...nobody.by, name: 'fengqiao' },
  detail,
});

const staffOf = ({ db, street }: Work): Promise<Staff[]> =>
  db
    .selectFrom('identity.v_post')
    .select(['account', 'name', 'role', 'unit'])
    .where('street', '=', street)
    .where('role', '<>', 'grid_worker')
    .orderBy('id')
    .$narrowType<{ account: NotNull; name: NotNull; role: Role; unit: NotNull }>()
    .execute();

const nobodyAt = (role: string): never => {
  throw new Error(`nobody sits at ${role}`);
};
