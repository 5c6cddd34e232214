import { existsSync } from 'node:fs';
import { replayLedger, type Replayed } from '#modules/retention';
import { readLedger } from '#platform/ledger.ts';
import { streetIds } from '#platform/street.ts';
import { Mistake, tell, type Command } from './command.ts';

/** For a database that was restored with other tools than ours, before anybody is served from it. */
export const erasuresReplayCommand: Command = {
  name: 'erasures replay',
  takes: 'FILE',
  says: {
    zh: '恢复外部数据库之后、启动服务之前：按删除台账（erasures.jsonl）再次删除已删除的人、到期数据，并再次遮盖',
    en: 'After your own database was restored and before it serves: erase again everybody and everything in the ledger (erasures.jsonl)',
  },
  run: async (given) => {
    const [file] = given.words;
    if (file === undefined || !existsSync(file))
      throw new Mistake('请指明删除台账文件。', 'Name the ledger of erasures.');
    const erased = await given.open(async (platform) =>
      replayLedger(platform, await readLedger(file), await streetIds(platform.db)),
    );
    tell(...toldOf(erased));
    return 0;
  },
};

/** What a replay did, in both languages. */
export const toldOf = ({ people, runs, masked }: Replayed): [zh: string, en: string] => [
  `已按删除台账再次删除 ${people} 人，重做到期处置 ${runs} 次、文字遮盖 ${masked} 处。`,
  `${people} people of the ledger were erased again, ${runs} runs of timers and ${masked} maskings done again.`,
];
