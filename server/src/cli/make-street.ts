import { placesIn } from '#modules/cases';
import { inspectTable } from '#platform/table/reader.ts';
import { installAdmins } from '#modules/identity';
import { streetIds } from '#platform/street.ts';
import { withWork } from '#platform/work.ts';
import { settleOver } from '#town/street/settle-over.ts';
import { Mistake, tell, type Command, type Given } from './command.ts';
import { mappingOf } from './import-cases.ts';

const FEWEST = 10;

/** Makes a street around the places of a table, so that another city's requests can be imported and worked on. */
export const makeStreetCommand: Command = {
  name: 'street make',
  takes:
    '--id la --over FILE --mapping MAP.json --name 洛杉矶 --name-en "Los Angeles" --prefix LA [--zone America/Los_Angeles] [--communities 20] [--grids 20] [--admins login1:姓名,login2:姓名]',
  says: {
    zh: '按一张表中的地点新建街道：社区、网格、单位和责任清单',
    en: 'Make a subdistrict around the places of a table: communities, grids, units, list',
  },
  run: (given) =>
    given.open(async (platform) => {
      const of = (flag: string, standard = '') => given.flags.get(flag) ?? standard;
      const [id, zh, en, prefix] = [
        of('id'),
        of('name', of('id')),
        of('name-en', of('id')),
        of('prefix', of('id').toUpperCase().slice(0, 4)),
      ];
      if (!/^[a-z][a-z0-9_-]{0,39}$/.test(id) || !/^[A-Z]{2,4}$/.test(prefix))
        throw new Mistake(
          `用法：fengqiao street make ${makeStreetCommand.takes}`,
          'The key is lower-case letters; the prefix two to four capital letters.',
        );
      if ((await streetIds(platform.db)).includes(id))
        throw new Mistake(`街道 ${id} 已存在。`, `The subdistrict ${id} exists already.`);
      const mapping = await mappingOf(given);
      const table = await inspectTable(of('over')).catch(() => {
        throw new Mistake('请用 --over 指明一个可读的文件。', 'Name a file that can be read with --over.');
      });
      const points = await placesIn(table, mapping);
      if (points.length < FEWEST)
        throw new Mistake('文件中可用的地点太少。', 'The file has too few usable places.');
      const now = platform.clock();
      const made = await settleOver(platform, now, {
        id,
        zh,
        en,
        prefix,
        zone: of('zone', mapping.zone),
        points,
        communities: count(given, 'communities'),
        gridsPerCommunity: count(given, 'grids'),
      });
      tell(
        `已建街道 ${zh}：${made.communities} 个社区，${made.grids} 个网格，${made.units} 个单位，责任清单 ${made.rows} 条。`,
        `Made ${en}: ${made.communities} communities, ${made.grids} grids, ${made.units} units, a list of ${made.rows} rows.`,
      );
      const admins = of('admins')
        .split(',')
        .filter((one) => one !== '')
        .map((one) => ({ login: one.split(':')[0] ?? '', name: one.split(':')[1] ?? one }));
      if (admins.length === 0) return 0;
      const root = {
        id: 'street',
        kind: 'street' as const,
        parent: null,
        name: { zh, en },
        shortZh: zh.slice(0, 20),
      };
      const people = await withWork(platform, { service: 'system', street: id }, now, 'write', (work) =>
        installAdmins(work, admins, root),
      );
      for (const { login, password } of people) console.log(`  ${login}  ${password}`);
      return 0;
    }),
};

function count(given: Given, flag: string): number {
  const value = Number(given.flags.get(flag) ?? 20);
  if (!Number.isInteger(value) || value < 1 || value > 60)
    throw new Mistake(`--${flag} 应为 1 到 60 的整数。`, `--${flag} must be a whole number from 1 to 60.`);
  return value;
}
