import type pg from 'pg';
import type { CalendarYear } from '#platform/calendar/calendar-year.ts';
import type { Settings } from '#platform/config.ts';
import { migrations } from '#platform/migrate.ts';
import { ill, mind, well, type Finding } from './finding.ts';

type Answers = {
  version: number;
  super: boolean;
  creates: boolean;
  encoding: string;
  now: Date;
  trigrams: boolean;
  migrated: boolean;
  replica: boolean;
  archiving: 'off' | 'on' | 'always';
  /** Of the last piece of the log that was kept, and of the last that could not be. */
  kept: Date | null;
  failed: Date | null;
};

/** What the database itself can tell; the client is that of its owner. */
export async function askDatabase(
  client: pg.Client,
  settings: Settings,
  shipped: readonly CalendarYear[],
): Promise<Finding[]> {
  const began = Date.now();
  const { rows } = await client.query<Answers>(`
    select current_setting('server_version_num')::int as version, r.rolsuper as super, pg_get_userbyid(d.datdba) = current_user as creates,
           pg_encoding_to_char(d.encoding) as encoding, clock_timestamp() as now, pg_is_in_recovery() as replica,
           exists (select from pg_extension where extname = 'pg_trgm') as trigrams,
           to_regclass('public.fengqiao_migration') is not null as migrated,
           current_setting('archive_mode') as archiving, a.last_archived_time as kept, a.last_failed_time as failed
      from pg_roles r, pg_database d, pg_stat_archiver a where r.rolname = current_user and d.datname = current_database()`);
  const answers = rows[0];
  if (answers === undefined) return [ill('数据库没有应答', 'the database did not answer')];
  const middle = (began + Date.now()) / 2;
  const findings = [
    version(answers),
    rights(answers, settings),
    clock(answers.now.getTime() - middle),
    await chinese(client, answers),
    archive(answers),
    await pending(client, answers),
  ];
  return answers.migrated ? [...findings, await calendar(client, shipped), await parked(client)] : findings;
}

function version({ version: number, replica, encoding }: Answers): Finding {
  const major = Math.floor(number / 10_000);
  if (replica)
    return ill('连接的是只读副本，请连接主库', 'this is a read-only replica; connect to the primary');
  if (encoding !== 'UTF8')
    return ill(
      `数据库编码为 ${encoding}，请用 UTF8 重建`,
      'the database must be made with the encoding UTF8',
    );
  if (major > 18)
    return mind(
      `PostgreSQL ${major} 未经试验，支持 16–18`,
      `PostgreSQL ${major} has not been tried; 16 to 18 are supported`,
    );
  return well(`PostgreSQL ${major}，UTF8`, 'the database is of a supported version');
}

function rights({ super: isSuper, creates }: Answers, { databaseUrl }: Settings): Finding {
  if (isSuper && databaseUrl !== null)
    return mind(
      '数据库用户是超级用户，请改用仅拥有本库的用户',
      'the database user is a superuser; use one that only owns this database',
    );
  if (!creates && !isSuper)
    return ill(
      '数据库用户不是库的所有者，无法升级结构',
      'the database user does not own the database and cannot migrate it',
    );
  return well('数据库用户拥有本库', 'the database user owns the database');
}

/** Between two backups only the kept log can bring a moment back. */
function archive({ archiving, kept, failed }: Answers): Finding {
  if (archiving === 'off')
    return mind(
      '数据库未归档日志（archive_mode=off）：只能恢复到各份备份的时点；请设 BACKUP_DIR（内置数据库）或 archive_command / pgBackRest',
      'the log is not archived (archive_mode=off): only the moments of backups can be restored. Set BACKUP_DIR (embedded) or archive_command / pgBackRest',
    );
  if (failed !== null && (kept === null || failed > kept))
    return ill(
      `日志归档自 ${failed.toISOString()} 起失败，磁盘会被未归档的日志占满；请检查归档目录与 archive_command`,
      'archiving the log fails; what is not kept heaps up until the disk is full. Look at the folder of the archive and at archive_command',
    );
  return well(
    `日志归档正常${kept === null ? '' : `，最近一次 ${kept.toISOString()}`}`,
    'the log is archived: any moment can be restored',
  );
}

const MOST_SKEW = 2_000;

function clock(skew: number): Finding {
  if (Math.abs(skew) <= MOST_SKEW)
    return well('程序与数据库时钟一致', 'the clocks of program and database agree');
  return ill(
    `程序与数据库时钟相差 ${Math.round(skew / 1000)} 秒，请启用时间同步`,
    `the clocks differ by ${Math.round(skew / 1000)} s; turn on time synchronisation on both machines`,
  );
}

/** With the C character classes pg_trgm drops every Chinese character without a word. */
async function chinese(client: pg.Client, { trigrams }: Answers): Promise<Finding> {
  if (!trigrams)
    return mind('尚未安装 pg_trgm，升级结构时会安装', 'pg_trgm is not there yet; migrating installs it');
  const { rows } = await client.query<{ kept: boolean }>("select cardinality(show_trgm('路灯')) > 0 as kept");
  if (rows[0]?.kept) return well('数据库能识别中文', 'the database knows Chinese characters');
  return ill(
    '数据库的 LC_CTYPE 不识别中文，请用 C.UTF-8 或 zh_CN.UTF-8 重建',
    'LC_CTYPE of the database does not know Chinese; make it anew with C.UTF-8 or zh_CN.UTF-8',
  );
}

async function pending(client: pg.Client, { migrated }: Answers): Promise<Finding> {
  const { missing, foreign } = migrated
    ? await compare(client)
    : { missing: await migrations(), foreign: [] };
  if (foreign.length > 0)
    return ill(
      `数据库结构比程序新（${foreign.join('、')}）：请换用新版本的程序`,
      `the database is newer than this program (${foreign.join(', ')}): run the newer version`,
    );
  if (missing.length === 0) return well('数据库结构已是最新', 'the database is up to date');
  return mind(
    `有 ${missing.length} 个结构升级未执行：备份后运行 fengqiao migrate`,
    `${missing.length} migrations are pending: take a backup, then run fengqiao migrate`,
  );
}

/** Whether program and database know the same migrations. */
export async function isCurrent(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('public.fengqiao_migration') is not null as there",
  );
  if (!rows[0]?.there) return false;
  const { missing, foreign } = await compare(client);
  return missing.length + foreign.length === 0;
}

async function compare(client: pg.Client): Promise<{ missing: string[]; foreign: string[] }> {
  const { rows } = await client.query<{ name: string }>('select name from public.fengqiao_migration');
  const done = rows.map((row) => row.name);
  const known = await migrations();
  return {
    missing: known.filter((name) => !done.includes(name)),
    foreign: done.filter((name) => !known.includes(name)),
  };
}

async function calendar(client: pg.Client, shipped: readonly CalendarYear[]): Promise<Finding> {
  const { rows } = await client.query<{ year: number; status: string }>(
    'select year, status from platform.calendar_year',
  );
  const official = new Set(
    [...shipped, ...rows].filter(({ status }) => status === 'official').map(({ year }) => year),
  );
  const year = new Date().getUTCFullYear();
  if (!official.has(year))
    return ill(
      `${year} 年放假安排未导入，工作日期限不准：fengqiao calendar import`,
      `the official days off of ${year} are missing, so deadlines in workdays are wrong: fengqiao calendar import`,
    );
  if (!official.has(year + 1))
    return mind(
      `${year + 1} 年放假安排公布后请导入：fengqiao calendar import`,
      `import the days off of ${year + 1} once they are published: fengqiao calendar import`,
    );
  return well(`放假安排已覆盖 ${year}、${year + 1} 年`, 'the day table covers this year and the next');
}

async function parked(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ listener: string; error: string }>(
    'select listener, error from platform.parked order by parked_at limit 5',
  );
  if (rows.length === 0) return well('没有搁置的后台事件', 'no background fact was set aside');
  return ill(
    `有后台事件被搁置：${rows.map(({ listener, error }) => `${listener}（${error}）`).join('；')}；修复后运行 fengqiao parked retry`,
    'facts were set aside; mend the cause and run fengqiao parked retry',
  );
}
