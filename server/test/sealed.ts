import { sql } from 'kysely';
import type { OpenPlatform } from '#platform/platform.ts';
import { streetIds } from '#platform/street.ts';
import { withWork } from '#platform/work.ts';

/** Whether every look is sealed; one stays out while an older transaction of another test file runs on the same server. */
export async function allSealed(platform: OpenPlatform): Promise<boolean> {
  if (!platform.rooms.some(({ name }) => name === 'audit')) return true;
  for (const street of await streetIds(platform.db)) {
    const waiting = await withWork(
      platform,
      { service: 'system', street },
      platform.clock(),
      'read',
      (work) =>
        sql`select 1 from audit.access a left join audit.seal s on s.street = a.street
           where a.street = ${street} and (a.xid, a.seq) > (coalesce(s.xid, '0'), coalesce(s.seq, 0)) limit 1`.execute(
          work.db,
        ),
    );
    if (waiting.rows.length > 0) return false;
  }
  return true;
}
