import { stat, statfs } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Both } from '@fengqiao/contract/both.ts';
import type { Health } from '@fengqiao/contract/platform.ts';
import type { Settings } from './config.ts';
import { diskFull, hasNoRoom, isPassing } from './errors.ts';
import { Refusal } from './refusal.ts';

const MB = 1_000_000;
/** With less than this somebody should make room, and has time to. */
export const LITTLE = 2_000 * MB;
/** What is left is PostgreSQL's own, whose log stops it when it cannot grow: below this nobody else writes. */
export const LEAST = 128 * MB;
/** Writing goes on when so much is free again, so that it does not go on and off. */
export const AGAIN = 192 * MB;

const PULSE = 500;
/** How long a word of the database or the system counts that there is no room, though it is not to be seen from here. */
const HEARSAY = 10_000;
const TOLD_AGAIN = 600_000;

export type Fullness = Health['disk'];

/** How a disk stands with so many bytes free, by how it stood before. */
export function fullnessOf(free: number, before: Fullness): Fullness {
  if (free < (before === 'full' ? AGAIN : LEAST)) return 'full';
  return free < (before === 'enough' ? LITTLE : LITTLE * 1.05) ? 'low' : 'enough';
}

/** The room on the disks: told before it ends, and kept for the database when it nearly has. */
export type Space = {
  fullness(): Fullness;
  /** What the operator does about it; null while there is enough room. */
  says(): Both | null;
  /** Bytes free, by disk; a disk that cannot be asked is left out. */
  free(): ReadonlyMap<string, number>;
  /** Whether the database must not grow now. */
  isClosed(): boolean;
  /** Refuses platform.disk_full where something is to be kept: rows of the database, or a file in DATA_DIR. */
  admit(what: 'row' | 'file'): void;
  /** Whether an error is no more than what a full disk does; that is told once, so the error need not be. */
  covers(error: unknown): Promise<boolean>;
  look(): Promise<void>;
  close(): void;
};

type About = { readonly disk?: string; readonly freeMb: number | null; readonly zh?: string };

type Given = {
  readonly settings: Pick<Settings, 'dataDir' | 'backupDir' | 'databaseUrl'>;
  readonly log: Record<'error' | 'warn' | 'info', (about: About, words: string) => void>;
  /** Whether the database takes questions, which it may not do for a while after its disk was full. */
  readonly isAnswering: () => Promise<boolean>;
  readonly freeOn?: FreeOn;
};

/** Bytes free on the disk of a folder. */
export type FreeOn = (path: string) => Promise<number>;

export const freeOn: FreeOn = async (path) => {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
};

type Disk = { readonly name: string; readonly path: string; fullness: Fullness; free: number | null };

/** Looks twice a second from when it is made until it is closed. */
export function makeSpace(given: Given): Space {
  const { settings, log } = given;
  const data: Disk = { name: 'data', path: settings.dataDir, fullness: 'enough', free: null };
  const disks = [data];
  const heard = { until: 0, told: -Infinity };
  const lookAtAll = async () => {
    if (disks.length === 1 && settings.backupDir !== null && (await areApart(settings)))
      disks.push({ name: 'backups', path: settings.backupDir, fullness: 'enough', free: null });
    for (const disk of disks) await lookAt(disk, given);
  };
  let looking: Promise<void> | null = null;
  const look = () => (looking ??= lookAtAll().finally(() => (looking = null)));
  const pulse = setInterval(() => void look(), PULSE).unref();
  const isClosed = () => settings.databaseUrl === null && data.fullness === 'full';
  const hear = () => {
    if (data.fullness === 'full') return;
    heard.until = Date.now() + HEARSAY;
    if (Date.now() - heard.told < TOLD_AGAIN) return;
    heard.told = Date.now();
    log.error({ freeMb: inMb(data.free), zh: hearsay.zh }, hearsay.en);
  };
  const fullness = () => (heard.until > Date.now() ? 'full' : data.fullness);
  return {
    fullness,
    says: () => (heard.until > Date.now() ? hearsay : wordsFor(data, settings)),
    free: () => new Map(disks.flatMap(({ name, free }) => (free === null ? [] : [[name, free] as const]))),
    isClosed,
    admit: (what) => {
      if (what === 'row' ? isClosed() : data.fullness === 'full') throw diskFull();
    },
    covers: async (error) => {
      if (error instanceof Refusal || !isPassing(error)) return hasNoRoom(error);
      // A disk that does not even answer holds nobody's answer up.
      if (data.fullness !== 'full') await Promise.race([look(), wait(PULSE, undefined, { ref: false })]);
      if (hasNoRoom(error)) hear();
      return fullness() === 'full';
    },
    look,
    close: () => clearInterval(pulse),
  };
}

function wordsFor({ name, fullness }: Disk, { databaseUrl }: Given['settings']): Both | null {
  if (fullness === 'enough') return null;
  if (name === 'backups') return words.backups;
  return words[fullness === 'full' && databaseUrl !== null ? 'noFiles' : fullness];
}

const words = {
  low: {
    zh: `磁盘空间不足 ${LITTLE / MB / 1000} GB：请尽快清理或扩容；不足 ${LEAST / MB} MB 时停止保存。`,
    en: `Less than ${LITTLE / MB / 1000} GB are free on the disk: make room soon; below ${LEAST / MB} MB nothing more is saved.`,
  },
  full: {
    zh: `磁盘已满，停止保存，只能查看：请清理或扩容，空出 ${AGAIN / MB} MB 后自动恢复，无需重启。`,
    en: `The disk is full: nothing is saved, reading goes on. Make room; with ${AGAIN / MB} MB free it goes on by itself, without a restart.`,
  },
  noFiles: {
    zh: `数据目录所在磁盘已满，停止接收文件：请清理或扩容，空出 ${AGAIN / MB} MB 后自动恢复，无需重启。`,
    en: `The disk of DATA_DIR is full: no files are taken, everything else goes on. Make room; with ${AGAIN / MB} MB free they are taken again, without a restart.`,
  },
  backups: {
    zh: '备份盘空间不足：数据库日志会积在数据盘上直至写满，请尽快清理或扩容。',
    en: 'The disk of the backups has little room: the log of the database then heaps up on the disk of the data until that is full. Make room soon.',
  },
} as const satisfies Record<string, Both>;

const again: Both = {
  zh: '磁盘已有空间，恢复保存。',
  en: 'There is room on the disk again: saving goes on.',
};

const hearsay: Both = {
  zh: '数据库或系统报告磁盘已满：请检查数据库所在磁盘与配额，空出后自动恢复。',
  en: 'The database or the system says that a disk is full: look at the disk of the database and at quotas; it goes on by itself once there is room.',
};

async function lookAt(
  disk: Disk,
  { settings, log, isAnswering, freeOn: read = freeOn }: Given,
): Promise<void> {
  disk.free = await read(disk.path).catch(() => null);
  const before = disk.fullness;
  const now = disk.free === null ? 'enough' : fullnessOf(disk.free, before);
  if (now === before || (disk.name === 'data' && before === 'full' && !(await isAnswering()))) return;
  disk.fullness = now;
  const about = { disk: disk.name, freeMb: inMb(disk.free) };
  const said = wordsFor(disk, settings);
  if (before === 'full') log.info({ ...about, zh: again.zh }, again.en);
  if (said === null) log.info(about, 'there is enough room on the disk');
  else log[now === 'full' ? 'error' : 'warn']({ ...about, zh: said.zh }, said.en);
}

const inMb = (bytes: number | null) => (bytes === null ? null : Math.floor(bytes / MB));

/** Whether the backups lie on a disk of their own; one disk is told once. */
async function areApart({ dataDir, backupDir }: Given['settings']): Promise<boolean> {
  const [one, other] = await Promise.all(
    [dataDir, backupDir ?? dataDir].map((path) => stat(path).catch(() => null)),
  );
  return one != null && other != null && one.dev !== other.dev;
}
