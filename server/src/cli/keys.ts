import { reindexBatch, type Batch } from '#platform/crypto/reindex.ts';
import { resealBatch, staleRows, type SealedTable } from '#platform/crypto/reseal.ts';
import type { OpenPlatform } from '#platform/platform.ts';
import { streetIds } from '#platform/street.ts';
import { withWork, type Work } from '#platform/work.ts';
import { tell, type Command } from './command.ts';

const BATCH = 500;

export const keysStatusCommand: Command = {
  name: 'keys status',
  takes: '',
  says: {
    zh: '各表还有多少行是用旧密钥或旧算法加密的',
    en: 'How many rows of each table are still sealed with an older key or suite',
  },
  run: (given) =>
    given.open(async (platform) => {
      const left = await everywhere(platform, staleRows);
      for (const [table, rows] of left) if (rows > 0) tell(`${table}：${rows} 行`, `${table}: ${rows} rows`);
      const lost = await indexes(platform, false);
      for (const [table, rows] of lost)
        if (rows > 0)
          tell(
            `${table}：${rows} 行的索引不是由当前密钥和算法生成，查不到`,
            `${table}: the indexes of ${rows} rows are not of the key and suite in force: nobody finds them`,
          );
      const all = sum(left) + sum(lost);
      if (all === 0)
        tell(
          '全部由当前密钥加密，可以去掉 MASTER_KEY_PREVIOUS 和 CARE_KEY_PREVIOUS。',
          'All is sealed with the keys in force; MASTER_KEY_PREVIOUS may go, and so may CARE_KEY_PREVIOUS.',
        );
      return 0;
    }),
};

export const keysRotateCommand: Command = {
  name: 'keys rotate',
  takes: '',
  says: {
    zh: '用当前密钥（MASTER_KEY、CARE_KEY）和算法重新加密旧密钥（MASTER_KEY_PREVIOUS、CARE_KEY_PREVIOUS）所加密的全部内容，并按 INDEX_KEY 和算法重建索引；可中断后再运行，服务不必停',
    en: 'Seal anew, with MASTER_KEY, CARE_KEY and the suite in force, all that MASTER_KEY_PREVIOUS and CARE_KEY_PREVIOUS sealed, and make the indexes anew by INDEX_KEY; may be cut off and run again while the service runs',
  },
  run: (given) =>
    given.open(async (platform) => {
      const done = await everywhere(platform, (work, table) => resealBatch(work, table, BATCH), true);
      for (const [table, rows] of done)
        if (rows > 0) tell(`${table}：已重新加密 ${rows} 行`, `${table}: ${rows} rows sealed anew`);
      const found = await indexes(platform, true);
      for (const [table, rows] of found)
        if (rows > 0)
          tell(`${table}：已重建 ${rows} 行的索引`, `${table}: indexes of ${rows} rows made anew`);
      tell(`完成，共 ${sum(done) + sum(found)} 行。`, `Done: ${sum(done) + sum(found)} rows.`);
      return 0;
    }),
};

/** Asks every sealed table of every street, again and again while that did something when `until` is set. */
async function everywhere(
  platform: OpenPlatform,
  act: (work: Work, table: SealedTable) => Promise<number>,
  until = false,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const street of await streetIds(platform.db))
    for (const table of platform.rooms.flatMap(({ sealed }) => sealed ?? [])) {
      let did = 0;
      do {
        did = await withWork(platform, { service: 'system', street }, platform.clock(), 'write', (work) =>
          act(work, table),
        );
        counts.set(table.table, (counts.get(table.table) ?? 0) + did);
      } while (until && did > 0);
    }
  return counts;
}

/** Goes through every indexed table of every street; returns how many rows had indexes of another key or suite. */
async function indexes(platform: OpenPlatform, mend: boolean): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const street of await streetIds(platform.db))
    for (const table of platform.rooms.flatMap(({ indexed }) => indexed ?? [])) {
      let after: string | null = null;
      do {
        const from: string | null = after;
        const { last, stale }: Batch = await withWork(
          platform,
          { service: 'system', street },
          platform.clock(),
          'write',
          (work) => reindexBatch(work, table, { after: from, limit: BATCH, mend }),
        );
        counts.set(table.table, (counts.get(table.table) ?? 0) + stale);
        after = last;
      } while (after !== null);
    }
  return counts;
}

const sum = (counts: ReadonlyMap<string, number>) =>
  [...counts.values()].reduce((all, rows) => all + rows, 0);
