import { sql } from 'kysely';
import type { Role } from '@fengqiao/contract/roles.ts';
import { openResidentSession, openStaffSession } from '#modules/identity';
import { hashOf } from '#platform/http.ts';
import type { Work } from '#platform/work.ts';
import type { Townsman } from '../life/hand.ts';

const DAY_SECONDS = 86_400;

/** Somebody at a post of the centre, with a session for some days. */
export async function seatOf(work: Work, role: Role, forDays: number): Promise<Townsman> {
  const post = await work.db
    .selectFrom('identity.v_post')
    .select(['id', 'account', 'name', 'unit'])
    .where('street', '=', work.street)
    .where('role', '=', role)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { id, account, name, unit } = post;
  if (id === null || account === null || name === null || unit === null) throw new Error(`nobody is ${role}`);
  const held = {
    id,
    account,
    name,
    role,
    unit,
    unitName: { zh: unit, en: unit },
    from: work.now,
    until: null,
    approvedAt: work.now,
    grantedBy: null,
    approvedBy: null,
    reason: '',
  };
  const { token } = await openStaffSession(work, held, 'simulation', { seconds: forDays * DAY_SECONDS });
  return { entry: { tokenHash: hashOf(token) }, account, name, role, unit };
}

/** A resident with a session for some days, who has just proved who they are. */
export async function resident(work: Work, account: string): Promise<Townsman> {
  const { token } = await openResidentSession(work, account, 'simulation', {
    seconds: 3 * DAY_SECONDS,
    proved: true,
  });
  return { entry: { tokenHash: hashOf(token) }, account, name: '居民', role: null, unit: null };
}

export async function waitingRun({ db, street }: Work): Promise<string | null> {
  const row = await db
    .selectFrom('retention.run')
    .select('id')
    .where('street', '=', street)
    .where('state', '=', 'dry')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A case that somebody works on. */
export async function openCaseOf({ db, street }: Work): Promise<string | null> {
  const row = await db
    .selectFrom('cases.case')
    .select('id')
    .where('street', '=', street)
    .where('state', '=', 'handling')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A resident who reported nothing that is still open, and is none of those shown at the door of the demo. */
export async function residentWithout(work: Work): Promise<Townsman | null> {
  const { rows } = await sql<{ id: string }>`
    select a.id from identity.account a where a.street = ${work.street} and a.kind = 'resident' and a.state = 'active' and a.person is null
      and exists (select from cases.report r where r.street = a.street and r.account = a.id)
      and not exists (select from cases.report r join cases."case" c on c.street = r.street and c.id = r.case_id
                       where r.street = a.street and r.account = a.id and c.state not in ('archived', 'declined', 'merged', 'voided'))
     order by a.id desc limit 1`.execute(work.db);
  const [found] = rows;
  return found === undefined ? null : resident(work, found.id);
}

export type Reporter = { readonly townsman: Townsman; readonly report: string };

/** Reports of residents on cases that a unit has in hand, each of another person. */
export async function openReports(work: Work, most: number): Promise<Reporter[]> {
  const { rows } = await sql<{ account: string; report: string }>`
    select distinct on (r.account) r.account, r.id as report from cases.report r
      join cases."case" c on c.street = r.street and c.id = r.case_id
     where r.street = ${work.street} and r.account is not null and r.channel = 'resident' and r.state = 'open'
       and c.state in ('dispatched', 'handling', 'registered') and not c.sensitive
     order by r.account, r.id limit ${most}`.execute(work.db);
  return Promise.all(
    rows.map(async ({ account, report }) => ({ townsman: await resident(work, account), report })),
  );
}
