import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { importUnits, installAdmins } from '#modules/identity';
import { parseArrangement } from '#platform/calendar/arrangement.ts';
import { migrate } from '#platform/migrate.ts';
import { createStreet } from '#platform/street.ts';
import { saveYear } from '#platform/years.ts';
import { withWork } from '#platform/work.ts';
import { Mistake, tell, type Command, type Given } from './command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  takes: '',
  says: { zh: '升级数据库结构', en: 'Bring the database up to date' },
  run: async (given) => {
    const applied = await migrate((await given.store()).url);
    for (const name of applied) console.log(name);
    if (applied.length === 0) tell('数据库已是最新。', 'The database is up to date.');
    return 0;
  },
};

/** The first step of a real deployment: a subdistrict, and two administrators, since every grant needs two pairs of eyes. */
export const installCommand: Command = {
  name: 'install',
  takes:
    'STREET --name 听枫街道 --name-en "Tingfeng Subdistrict" --prefix TF --admins login1:姓名,login2:姓名',
  says: {
    zh: '新建街道及首批管理员（打印一次性密码）',
    en: 'Make a subdistrict and its first administrators (prints one-time passwords)',
  },
  run: (given) =>
    given.open(async (platform) => {
      const [id = ''] = given.words;
      const [nameZh, nameEn, prefix, admins] = ['name', 'name-en', 'prefix', 'admins'].map(
        (flag) => given.flags.get(flag) ?? '',
      );
      if (
        !/^[a-z][a-z0-9_-]{0,39}$/.test(id) ||
        !nameZh ||
        !nameEn ||
        !/^[A-Z]{2,4}$/.test(prefix ?? '') ||
        !admins
      ) {
        throw new Mistake(
          `用法：fengqiao install ${installCommand.takes}`,
          'The key is lower-case letters; the prefix two to four capital letters.',
        );
      }
      const now = platform.clock();
      await createStreet(platform.db, { id, nameZh, nameEn, prefix: prefix ?? '', now });
      const people = admins
        .split(',')
        .map((one) => ({ login: one.split(':')[0] ?? '', name: one.split(':')[1] ?? one }));
      const root = {
        id: 'street',
        kind: 'street' as const,
        parent: null,
        name: { zh: nameZh, en: nameEn },
        shortZh: nameZh.slice(0, 20),
      };
      const made = await withWork(platform, { service: 'system', street: id }, now, 'write', (work) =>
        installAdmins(work, people, root),
      );
      tell('请立即登录并修改密码：', 'Sign in and change these at once:');
      for (const { login, password } of made) console.log(`  ${login}  ${password}`);
      return 0;
    }),
};

export const calendarImportCommand: Command = {
  name: 'calendar import',
  takes: 'FILE',
  says: {
    zh: '导入一年的放假调休安排（JSON 或 CSV）',
    en: 'Import the official days off of one year (JSON or CSV)',
  },
  run: async (given) => {
    const [file, text] = await fileOf(given);
    const year = parseArrangement(text, basename(file));
    await given.open((platform) => saveYear(platform.db, year, platform.clock()));
    tell(
      `已导入 ${year.year} 年：放假 ${year.offDays.length} 天，调休上班 ${year.workDays.length} 天。`,
      `Imported ${year.year}: ${year.offDays.length} days off, ${year.workDays.length} make-up workdays.`,
    );
    return 0;
  },
};

export const importUnitsCommand: Command = {
  name: 'import units',
  takes: 'FILE.csv [--street ID] [--dry-run]',
  says: { zh: '导入单位表（CSV，首行为列名）', en: 'Import a table of units (CSV with a header line)' },
  run: async (given) => {
    const [, text] = await fileOf(given);
    const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    const done = await given.inStreet((work) =>
      importUnits(work, data, { dryRun: given.flags.has('dry-run') }),
    );
    for (const { row, zh, en } of done.problems) tell(`第 ${row} 行：${zh}`, `row ${row}: ${en}`);
    tell(
      `新增 ${done.added}，更改 ${done.changed}，未变 ${done.same}${done.applied ? '' : '（未写入）'}。`,
      `${done.added} added, ${done.changed} changed, ${done.same} unchanged${done.applied ? '' : ' (nothing written)'}.`,
    );
    return done.problems.length === 0 ? 0 : 1;
  },
};

/** The file a command was given, and its text. */
export async function fileOf(given: Given): Promise<[string, string]> {
  const [file] = given.words;
  if (file === undefined) throw new Mistake('请指明文件。', 'Name a file.');
  return [
    file,
    await readFile(file, 'utf8').catch(() => {
      throw new Mistake(`无法读取文件 ${file}。`, `The file ${file} cannot be read.`);
    }),
  ];
}
