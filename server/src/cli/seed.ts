import { streetIds } from '#platform/street.ts';
import { seedDemo } from '#town/seed.ts';
import { Mistake, tell, type Command } from './command.ts';

/** Fills an empty demo deployment; never where real data could stand. */
export const seedCommand: Command = {
  name: 'seed',
  takes: '',
  says: {
    zh: '装入虚构的示范街道（仅演示模式、空库）',
    en: 'Load the invented demo street (demo mode and an empty database only)',
  },
  run: (given) =>
    given.open(async (platform) => {
      if (!platform.settings.demo)
        throw new Mistake(
          '只有演示模式才能装入示范街道；正式部署请用 install。',
          'The demo street is loaded in demo mode only; a real deployment begins with install.',
        );
      if ((await streetIds(platform.db)).length > 0)
        throw new Mistake(
          '数据库里已有街道，未作任何改动。',
          'The database already has a subdistrict; nothing was changed.',
        );
      tell('正在装入示范街道……', 'Loading the demo street…');
      const { rows } = await seedDemo(platform);
      tell(`示范街道已装入（${rows} 条记录）。`, `The demo street is in place (${rows} records).`);
      return 0;
    }),
};
