import { existsSync } from 'node:fs';
import { replayErasures } from '#modules/retention';
import { readLedger } from '#platform/ledger.ts';
import { streetIds } from '#platform/street.ts';
import { Mistake, tell, type Command } from './command.ts';

/** For a database that was restored with other tools than ours, before anybody is served from it. */
export const erasuresReplayCommand: Command = {
  name: 'erasures replay',
  takes: 'FILE',
  says: {
    zh: '恢复外部数据库之后、启动服务之前：按删除台账（erasures.jsonl）再次删除已被删除的人',
    en: 'After your own database was restored and before it serves: erase again everybody in the ledger (erasures.jsonl)',
  },
  run: async (given) => {
    const [file] = given.words;
    if (file === undefined || !existsSync(file))
      throw new Mistake('请指明删除台账文件。', 'Name the ledger of erasures.');
    const erased = await given.open(async (platform) =>
      replayErasures(platform, await readLedger(file), await streetIds(platform.db)),
    );
    tell(`已按删除台账再次删除 ${erased} 人。`, `${erased} people of the ledger were erased again.`);
    return 0;
  },
};
