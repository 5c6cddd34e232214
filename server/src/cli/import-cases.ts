import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Mapping } from '@fengqiao/contract/cases/imports.ts';
import { goOnImporting, importSummary, rejectedCsv, startImport } from '#modules/cases';
import { inspectTable, type TableFile } from '#platform/table/reader.ts';
import { checker } from '#platform/validate.ts';
import { withWork, type Work } from '#platform/work.ts';
import { Mistake, tell, type Command, type Given } from './command.ts';

/** Imports a table whole while one waits; typed again after a crash it goes on where it stood, and typed twice it changes nothing. */
export const importCasesCommand: Command = {
  name: 'import cases',
  takes: 'FILE --mapping MAP.json [--street ID] [--dry-run] [--rejected REJECTED.csv]',
  says: {
    zh: '导入其他系统的工单（CSV 或 XLSX，按映射文件）',
    en: 'Import cases of another system (CSV or XLSX, by a mapping file)',
  },
  run: (given) =>
    given.open(async (platform) => {
      const [path] = given.words;
      if (path === undefined) throw new Mistake('请指明文件。', 'Name a file.');
      const mapping = await mappingOf(given);
      const table = await inspectTable(path).catch(() => {
        throw new Mistake(`无法读取文件 ${path}。`, `The file ${path} cannot be read.`);
      });
      const street = await given.streetOf(platform);
      const enter = <T>(act: (work: Work) => Promise<T>) =>
        withWork(platform, { service: 'system', street }, platform.clock(), 'write', act);
      const began = performance.now();
      const run = await enter((work) =>
        startImport(work, table, {
          mapping,
          fileName: basename(path),
          file: null,
          dry: given.flags.has('dry-run'),
        }),
      );
      const rows = await goOnImporting(platform, street, {
        run,
        file: table,
        progress: (doneRows) => process.stdout.write(`\r${doneRows}`),
      });
      await report({
        enter,
        run,
        table,
        rejected: given.flags.get('rejected') ?? `${path}.rejected.csv`,
        speed: rows / ((performance.now() - began) / 1000),
      });
      return 0;
    }),
};

/** The mapping file of a command, checked. */
export async function mappingOf(given: Given): Promise<Mapping> {
  const path = given.flags.get('mapping') ?? '';
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Mistake('请用 --mapping 指明映射文件（JSON）。', 'Name a mapping file (JSON) with --mapping.');
  });
  return checker<Mapping>(Mapping, 'json')(parsed(text, path));
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Mistake(`${path} 不是合法的 JSON。`, `${path} is not JSON.`);
  }
}

type Told = {
  readonly enter: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
  readonly run: string;
  readonly table: TableFile;
  readonly rejected: string;
  readonly speed: number;
};

async function report({ enter, run, table, rejected, speed }: Told): Promise<void> {
  const { done, problems, reasons } = await enter((work) => importSummary(work, run));
  const dry = done.dry ? ['（试运行，未写入）', ' (dry run, nothing written)'] : ['', ''];
  process.stdout.write('\r');
  tell(
    `共 ${done.doneRows} 行：新增 ${done.created}，更新 ${done.updated}，未变 ${done.unchanged}，未导入 ${done.rejected}${dry[0]}；每秒 ${Math.round(speed)} 行。`,
    `${done.doneRows} rows: ${done.created} created, ${done.updated} updated, ${done.unchanged} unchanged, ${done.rejected} rejected${dry[1]}; ${Math.round(speed)} rows a second.`,
  );
  for (const { code, zh, en, rejects, rows } of problems)
    tell(
      `  ${rejects ? '未导入' : '提示'} ${rows}：${zh}`,
      `  ${rejects ? 'rejected' : 'note'} ${rows}: ${en} (${code})`,
    );
  if (reasons.size === 0) return;
  await pipeline(Readable.from(rejectedCsv(table, reasons)), createWriteStream(rejected));
  tell(
    `未导入的行见 ${rejected}，改正后可再次导入。`,
    `The rejected rows are in ${rejected}; correct them and import that file.`,
  );
}
