import { retryParked } from '#platform/parked.ts';
import { tell, type Command } from './command.ts';

export const parkedCommand: Command = {
  name: 'parked',
  takes: '',
  says: { zh: '列出被搁置的后台事件', en: 'List the background facts that were set aside' },
  run: (given) =>
    given.open(async ({ db }) => {
      const rows = await db
        .selectFrom('platform.parked')
        .select(['listener', 'seq', 'tries', 'error', 'parked_at'])
        .orderBy('parked_at')
        .limit(200)
        .execute();
      for (const { listener, seq, tries, error, parked_at: at } of rows)
        console.log(`${at.toISOString()}  ${listener}  #${seq}  ×${tries}  ${error}`);
      if (rows.length === 0) tell('没有搁置的事件。', 'None.');
      return 0;
    }),
};

export const retryParkedCommand: Command = {
  name: 'parked retry',
  takes: '',
  says: { zh: '重新处理被搁置的后台事件', en: 'Try the facts that were set aside once more' },
  run: (given) =>
    given.open(async (platform) => {
      const { done, failed } = await retryParked(platform);
      tell(`成功 ${done}，仍失败 ${failed}。`, `${done} done, ${failed} failed again.`);
      return failed === 0 ? 0 : 1;
    }),
};
