import { hostname } from 'node:os';
import type { Platform } from '#platform/serve.ts';
import { sendSyslog } from '#platform/syslog.ts';
import { withWork } from '#platform/work.ts';
import { syslogOf } from '../domain/syslog.ts';
import { moveSyslog, securityAfter, syslogPlace } from '../store/security.ts';

const BATCH = 200;

/**
 * Sends the security log on to the collector of the deployment, in the order of commits; gives how many entries. What was
 * sent when the program is cut off before it noted so is sent again, each by its id.
 */
export async function sendOn(platform: Platform, street: string): Promise<number> {
  const { syslog } = platform.settings;
  if (syslog === null) return 0;
  const as = { service: 'system', street } as const;
  const rows = await withWork(platform, as, platform.clock(), 'read', async (work) =>
    securityAfter(work, await syslogPlace(work), BATCH),
  );
  const last = rows.at(-1);
  if (last === undefined) return 0;
  const host = hostname();
  await sendSyslog(
    syslog,
    rows.map(({ id, at, act, result, xid: _xid, seq: _seq, ...facts }) =>
      syslogOf({ street, id, at, act, result, facts }, host),
    ),
  );
  await withWork(platform, as, platform.clock(), 'write', (work) => moveSyslog(work, last));
  return rows.length;
}
