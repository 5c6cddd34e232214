import type { UnitRow } from '@fengqiao/contract/units.ts';
import { hashPassword } from '#platform/crypto/password.ts';
import { newPassword } from '#platform/crypto/secret.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { ONE_TIME_HOURS } from '../domain/password.ts';
import { place } from '../domain/unit.ts';
import { insertStaff } from '../store/accounts.ts';
import { insertPosts } from '../store/posts.ts';
import { allUnits, saveUnits } from '../store/units.ts';

type NewAdmin = { readonly login: string; readonly name: string };

/**
 * Makes administrators on behalf of the operator, who may do so from the command line of the server only: the first two of
 * a new street, or new ones when all were lost. The root unit is made when there is none. Returns one-time passwords.
 */
export async function installAdmins(
  work: Work,
  admins: readonly NewAdmin[],
  root: UnitRow,
): Promise<{ login: string; password: string }[]> {
  const unit = await rootOf(work, root);
  const made: { login: string; password: string }[] = [];
  const onceUntil = new Date(work.now.getTime() + ONE_TIME_HOURS * 3_600_000);
  for (const { name, ...given } of admins) {
    const login = given.login.toLowerCase();
    const password = newPassword();
    const id = work.newId();
    const taken = !(await insertStaff(work, [
      {
        id,
        login,
        name,
        passwordHash: await hashPassword(password),
        onceUntil,
        phoneEnc: null,
        phoneIndex: null,
      },
    ]));
    if (taken) refuse('identity.login_taken', { login });
    await insertPosts(work, [
      {
        id: work.newId(),
        account: id,
        role: 'admin',
        unit,
        from: work.now,
        until: null,
        approvedAt: work.now,
        approvedBy: null,
        grantedBy: null,
        reason: '系统安装时由运维人员设立',
      },
    ]);
    made.push({ login, password });
  }
  return made;
}

async function rootOf(work: Work, row: UnitRow): Promise<string> {
  const root = (await allUnits(work)).find(({ kind, current }) => kind === 'street' && current);
  if (root !== undefined) return root.id;
  await saveUnits(work, [place({ ...row, parent: null }, null)]);
  return row.id;
}
