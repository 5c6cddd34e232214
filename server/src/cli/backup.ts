import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { replayLedger } from '#modules/retention';
import type { Settings } from '#platform/config.ts';
import { ledgerIn, ledgerOf, readLedger } from '#platform/ledger.ts';
import { migrate } from '#platform/migrate.ts';
import { buildPlatform } from '#platform/platform.ts';
import { backUp, prune, type Base } from '#platform/postgres/backup.ts';
import { CannotRestore, restore, type Hindrance } from '#platform/postgres/restore.ts';
import { streetIds } from '#platform/street.ts';
import { rooms } from '../app.ts';
import { toldOf } from './erasures.ts';
import { Mistake, tell, type Command, type Given } from './command.ts';
import { recordCommand } from './logged.ts';

const KEEP = 14;

export const backupCommand: Command = {
  name: 'backup',
  takes: '[DIR] [--keep 14]',
  says: {
    zh: '备份内置数据库和上传文件（服务可继续运行），不含密钥；DIR 默认为 BACKUP_DIR',
    en: 'Back up the embedded database and the uploads while the service runs, without keys; DIR is BACKUP_DIR by default',
  },
  run: async (given) => {
    const backups = folderOf(given);
    const keep = keepOf(given);
    const { url, embedded } = await given.store();
    if (!embedded)
      throw new Mistake(
        '外部数据库请用 pg_basebackup 或 pgBackRest 备份，见 docs/operations.md。',
        'Back up your own database with pg_basebackup or pgBackRest; see docs/operations.md.',
      );
    mkdirSync(backups, { recursive: true, mode: 0o700 });
    const base = await backUp(given.settings.dataDir, url, backups);
    const ledger = ledgerOf(given.settings);
    if (ledger !== ledgerIn(backups) && existsSync(ledger)) copyFileSync(ledger, ledgerIn(backups));
    const gone = await prune(backups, keep);
    tell(
      `已备份到 ${base.folder}，可恢复到 ${base.until} 起的时点；清理旧备份 ${gone} 份。`,
      `Backed up to ${base.folder}; moments from ${base.until} on can be restored. ${gone} older backups removed.`,
    );
    if (given.settings.backupDir !== backups)
      tell(
        '未把 BACKUP_DIR 设为该目录：只能恢复到各份备份的时点，不能恢复到其间的任意时刻。',
        'BACKUP_DIR is not that folder: only the moments of backups can be restored, none in between.',
      );
    return 0;
  },
};

export const restoreCommand: Command = {
  name: 'restore',
  takes: '[DIR] --into DATA_DIR [--to TIME] [--ledger FILE]',
  says: {
    zh: '把备份恢复到一个空数据目录，可指定时刻（如 2026-07-29T08:30+08:00）；不写时恢复到最新',
    en: 'Restore a backup into an empty data folder, up to a moment such as 2026-07-29T08:30+08:00, or the newest there is',
  },
  run: async (given) => {
    const backups = folderOf(given);
    const into = given.flags.get('into') ?? '';
    if (into === '')
      throw new Mistake(
        '请用 --into 指明恢复到的空目录。',
        'Name the empty folder to restore into with --into.',
      );
    const to = momentOf(given.flags.get('to'));
    const base = await restore({
      backups,
      to,
      into: resolve(into),
      before: prepare(given.settings, ledgerFor(given, backups)),
    }).catch(explain);
    report(resolve(into), base, to);
    return 0;
  },
};

/** The structure of the program, then every erasure of the ledger: only after that the database may be opened. */
const prepare =
  (settings: Settings, ledger: string) =>
  async (dataDir: string, url: string): Promise<void> => {
    await migrate(url);
    const platform = await buildPlatform({ settings: { ...settings, dataDir }, url, rooms });
    try {
      const erased = await replayLedger(platform, await readLedger(ledger), await streetIds(platform.db));
      await recordCommand(platform, { act: 'cli.restore', code: null, detail: 'restore' });
      tell(...toldOf(erased));
    } finally {
      await platform.close();
    }
  };

function folderOf({ words, settings }: Given): string {
  const [folder] = words;
  if (folder !== undefined) return resolve(folder);
  if (settings.backupDir !== null) return settings.backupDir;
  throw new Mistake(
    '请指明备份目录，或设置 BACKUP_DIR。',
    'Name the folder of the backups, or set BACKUP_DIR.',
  );
}

/** The ledger beside the backups; one that lies elsewhere is named, and has to be there. */
function ledgerFor({ flags }: Given, backups: string): string {
  const named = flags.get('ledger');
  if (named === undefined) return ledgerIn(backups);
  if (existsSync(named)) return resolve(named);
  throw new Mistake(`没有文件 ${named}。`, `There is no file ${named}.`);
}

function keepOf({ flags }: Given): number {
  const keep = Number(flags.get('keep') ?? KEEP);
  if (Number.isInteger(keep) && keep >= 1) return keep;
  throw new Mistake('--keep 须为正整数。', '--keep must be a whole number from one up.');
}

/** A moment must say its zone: a restore eight hours off would lose a day's work. */
function momentOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const moment = new Date(text);
  if (/T.*(Z|[+-]\d\d:?\d\d)$/.test(text) && !Number.isNaN(moment.getTime())) return moment;
  throw new Mistake(
    `“${text}”不是带时区的时刻，请写成 2026-07-29T08:30:00+08:00。`,
    `"${text}" is no moment with its zone; write it as 2026-07-29T08:30:00+08:00.`,
  );
}

const hindrances: Readonly<Record<Hindrance, readonly [zh: string, en: string]>> = {
  occupied: [
    '目标目录里已有数据，请换一个空目录，以免覆盖。',
    'There are data in that folder already; name an empty one, so that nothing is overwritten.',
  ],
  no_base: [
    '没有早于该时刻的完整备份，请换一个更晚的时刻或另一个备份目录。',
    'There is no whole backup from before that moment; name a later one, or another folder of backups.',
  ],
  not_reached: [
    '已归档的日志到不了该时刻；去掉 --to 可恢复到最新。',
    'The log that was kept does not reach that moment; leave --to out for the newest there is.',
  ],
};

function explain(error: unknown): never {
  throw error instanceof CannotRestore ? new Mistake(...hindrances[error.why]) : error;
}

function report(into: string, base: Base, to: Date | null): void {
  const moment = to?.toISOString() ?? '最新';
  tell(
    `已恢复到 ${into}（备份 ${base.until}，时刻 ${moment}）。`,
    `Restored into ${into} (backup of ${base.until}, moment ${to?.toISOString() ?? 'the newest'}).`,
  );
  tell(
    '启动前请放回密钥：MASTER_KEY（或 master.key）、INDEX_KEY、SEAL_KEY（或 seal.key）；随后立即做一次新备份。',
    'Before you start it, put the keys back: MASTER_KEY (or master.key), INDEX_KEY, SEAL_KEY (or seal.key); then make a new backup at once.',
  );
}
