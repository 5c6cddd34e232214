import { sql, type NotNull } from 'kysely';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { Work } from '#platform/work.ts';

export type StaffRow = {
  id: string;
  name: string;
  login: string;
  state: 'active' | 'closed';
  totp: boolean;
  oneTimePassword: boolean;
};

type Wanted = {
  limit: number;
  after: string | null;
  text: string | null;
  unit: string | null;
  role: Role | null;
};

const select = (work: Work) =>
  work.db
    .selectFrom('identity.account as a')
    .select([
      'a.id',
      'a.name',
      'a.login',
      'a.state',
      sql<boolean>`a.totp_since is not null`.as('totp'),
      sql<boolean>`a.password_once_until is not null`.as('oneTimePassword'),
    ])
    .where('a.street', '=', work.street)
    .where('a.kind', '=', 'staff')
    .$narrowType<{ name: NotNull; login: NotNull; state: 'active' | 'closed' }>();

/** One more than a page of staff accounts, by primary key; some hundreds in a street. */
export function staffList(work: Work, { limit, after, text, unit, role }: Wanted): Promise<StaffRow[]> {
  const like = `%${(text ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return select(work)
    .$if(after !== null, (query) => query.where('a.id', '>', after ?? ''))
    .$if(text !== null, (query) =>
      query.where(({ or, eb }) =>
        or([eb('a.name', 'like', like), eb('a.login', 'like', like.toLowerCase())]),
      ),
    )
    .$if(unit !== null || role !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('identity.post as p')
            .select('p.id')
            .whereRef('p.street', '=', 'a.street')
            .whereRef('p.account', '=', 'a.id')
            .where('p.valid_to', '>', work.now)
            .$if(unit !== null, (held) => held.where('p.unit', '=', unit ?? ''))
            .$if(role !== null, (held) => held.where('p.role', '=', role ?? '')),
        ),
      ),
    )
    .orderBy('a.id')
    .limit(limit + 1)
    .execute();
}

export async function staffOf(work: Work, id: string): Promise<StaffRow | null> {
  return (await select(work).where('a.id', '=', id).executeTakeFirst()) ?? null;
}
