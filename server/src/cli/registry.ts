import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { guessFields, importKinds, type ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { RegistryMapping } from '@fengqiao/contract/registry/import-words.ts';
import type { RegistryImportDetail } from '@fengqiao/contract/registry/imports.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  applyRegistryImport,
  beginImport,
  goOnApplying,
  goOnChecking,
  readRegistryImport,
  reasonsOf,
} from '#modules/registry';
import type { OpenPlatform } from '#platform/platform.ts';
import { inspectTable, openTable, type TableFile } from '#platform/table/reader.ts';
import { rowsWithReasons } from '#platform/table/write.ts';
import { checker } from '#platform/validate.ts';
import { withWork, type Work } from '#platform/work.ts';
import { blocksOf } from '#town/people/settle.ts';
import { writeTables } from '#town/people/tables.ts';
import { Mistake, tell, type Command, type Given } from './command.ts';

/** `import people`, `import homes`, `import organizations`, `import addresses`: checked, told, and applied unless it is a dry run. */
export const registryImportCommands: readonly Command[] = keysOf(importKinds).map((kind) => ({
  name: `import ${kind}`,
  takes:
    'FILE [--mapping MAP.json] [--source WHO] [--as-of YYYY-MM-DD] [--unit ID] [--street ID] [--dry-run] [--reason WHY] [--report REPORT.csv]',
  says: {
    zh: `导入${importKinds[kind].zh}表（CSV 或 XLSX），先校验后写入`,
    en: `Import a table of ${importKinds[kind].en.toLowerCase()} (CSV or XLSX), checked before it is applied`,
  },
  run: (given) => given.open((platform) => bring(given, platform, kind)),
}));

async function bring(given: Given, platform: OpenPlatform, kind: ImportKind): Promise<number> {
  const [path] = given.words;
  if (path === undefined) throw new Mistake('请指明文件。', 'Name a file.');
  const file = await inspectTable(path).catch(() => {
    throw new Mistake(`无法读取文件 ${path}。`, `The file ${path} cannot be read.`);
  });
  const street = await given.streetOf(platform);
  const enter = <T>(act: (work: Work) => Promise<T>) =>
    withWork(platform, { service: 'system', street }, platform.clock(), 'write', act);
  const began = performance.now();
  const mapping = await mappingOf(given, kind, file);
  const { flags } = given;
  const asOf = flags.get('as-of') ?? platform.clock().toISOString().slice(0, 10);
  const id = await enter((work) =>
    beginImport(work, file, {
      kind,
      mapping,
      source: flags.get('source') ?? basename(path),
      asOf,
      unit: flags.get('unit') ?? null,
      file: null,
      fileName: basename(path),
    }),
  );
  const progress = (rows: number) => process.stdout.write(`\r${rows}`);
  await goOnChecking(platform, street, { id, file, progress });
  said(await enter((work) => readRegistryImport(work, id)), performance.now() - began);
  await report(await enter((work) => reasonsOf(work, id)), file, flags.get('report') ?? `${path}.report.csv`);
  if (flags.has('dry-run')) return 0;
  await enter((work) => applyRegistryImport(work, id, flags.get('reason') ?? null));
  await goOnApplying(platform, street, { id, progress });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write('\r');
  tell(`已写入，共 ${seconds} 秒。`, `Applied, ${seconds} seconds in all.`);
  return 0;
}

async function mappingOf({ flags }: Given, kind: ImportKind, file: TableFile): Promise<RegistryMapping> {
  const path = flags.get('mapping');
  if (path === undefined) return { fields: guessFields(kind, (await openTable(file)).header) };
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Mistake(`无法读取映射文件 ${path}。`, `The mapping file ${path} cannot be read.`);
  });
  return checker<RegistryMapping>(RegistryMapping, 'json')(JSON.parse(text));
}

function said(
  { doneRows, created, updated, unchanged, rejected, problems, halted }: RegistryImportDetail,
  ms: number,
): void {
  process.stdout.write('\r');
  tell(
    `校验 ${doneRows} 行：新增 ${created}，变更 ${updated}，未变 ${unchanged}，不合格 ${rejected}；${(ms / 1000).toFixed(1)} 秒。`,
    `${doneRows} rows checked: ${created} new, ${updated} changed, ${unchanged} the same, ${rejected} rejected; ${(ms / 1000).toFixed(1)} seconds.`,
  );
  for (const { code, zh, en, rejects, rows } of problems)
    tell(
      `  ${rejects ? '不合格' : '提示'} ${rows}：${zh}`,
      `  ${rejects ? 'rejected' : 'note'} ${rows}: ${en} (${code})`,
    );
  if (halted)
    tell(
      '变更超过已知记录的 5%，须用 --reason 写明理由才写入。',
      'More than 5 % of the known rows would change: it is applied with a --reason only.',
    );
}

async function report(
  reasons: ReadonlyMap<number, { zh: string; en: string }>,
  file: TableFile,
  path: string,
): Promise<void> {
  if (reasons.size === 0) return;
  await pipeline(
    Readable.from(rowsWithReasons(file, reasons, ['行号 row', '问题', 'what is wrong'])),
    createWriteStream(path),
  );
  tell(`逐行报告见 ${path}。`, `The report row by row is in ${path}.`);
}

/** Makes tables of invented people for the street, to try an import with; says which errors were planted where. */
export const townPeopleCommand: Command = {
  name: 'town people',
  takes: '--count N [--to FOLDER] [--errors PLANTED.json] [--gbk] [--street ID]',
  says: {
    zh: '生成虚构的人口与房屋表，可埋入差错，用于演练导入',
    en: 'Make tables of invented people and homes, with planted errors when asked, to rehearse an import',
  },
  run: (given) =>
    given.inStreet(async (work) => {
      const count = Number(given.flags.get('count') ?? '8000');
      if (!Number.isInteger(count) || count < 1 || count > 5_000_000)
        throw new Mistake(
          '请用 --count 指明人数（1 至 5000000）。',
          'Say how many people with --count (1 to 5000000).',
        );
      const blocks = (await blocksOf(work)).filter(({ households }) => households > 0);
      if (blocks.length === 0)
        throw new Mistake('街道还没有住宅建筑。', 'The subdistrict has no dwellings yet.');
      const folder = given.flags.get('to') ?? '.';
      await mkdir(folder, { recursive: true });
      const errors = given.flags.get('errors');
      const files = { people: join(folder, 'people.csv'), homes: join(folder, 'homes.csv') };
      const made = await writeTables(blocks, files, {
        count,
        spoil: errors !== undefined,
        gbk: given.flags.has('gbk'),
      });
      if (errors !== undefined) await writeFile(errors, `${JSON.stringify(made.planted, null, 1)}\n`);
      tell(
        `${files.people}：${made.people} 人；${files.homes}：${made.homes} 户；埋入差错 ${made.planted.length} 处。`,
        `${files.people}: ${made.people} people; ${files.homes}: ${made.homes} homes; ${made.planted.length} errors planted.`,
      );
      return 0;
    }),
};
