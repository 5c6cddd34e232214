import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bundleOf, headOf, verifyBundle, verifySeal, type HeadLine, type Verified } from '#modules/audit';
import { fromJson } from '#platform/json.ts';
import { Mistake, tell, type Command, type Given } from './command.ts';

/** Derives the seal over the records of looks again, from the database or from a bundle. */
export const auditVerifyCommand: Command = {
  name: 'audit verify',
  takes: '[BUNDLE] [--heads FILE] [--street ID]',
  says: {
    zh: '重新推算查看记录的封印，指出第一条被改动、缺失或多出的记录；给出导出包则不需要数据库',
    en: 'Derive the seal over the records of looks again and name the first altered, missing or added one; a bundle needs no database',
  },
  run: async (given) => {
    const outside = await headsIn(given.flags.get('heads'));
    const [bundle] = given.words;
    return report(bundle === undefined ? await inDatabase(given, outside) : await inBundle(bundle, outside));
  },
};

/** Writes everything that is needed to verify the seal elsewhere. */
export const auditExportCommand: Command = {
  name: 'audit export',
  takes: 'FILE [--street ID]',
  says: {
    zh: '把查看记录、封印和公钥写成一个文件，可在别处离线核验（含人员代号，按内部资料保管）',
    en: 'Write looks, seal and public keys into a file to be verified elsewhere, offline (it holds pseudonyms: keep it as internal)',
  },
  run: async (given) => {
    const [file] = given.words;
    if (file === undefined || existsSync(file))
      throw new Mistake('请给出一个尚不存在的文件名。', 'Name a file that does not exist yet.');
    await given.inStreet((work) =>
      pipeline(Readable.from(bundleOf(work)), createWriteStream(file, { mode: 0o600 })),
    );
    tell(
      `已写入 ${file}。核验：fengqiao audit verify ${file}`,
      `Written to ${file}; verify it with fengqiao audit verify ${file}`,
    );
    return 0;
  },
};

const inDatabase = (given: Given, outside: Heads): Promise<Verified> =>
  given.inStreet((work) => verifySeal(work, outside));

async function inBundle(file: string, outside: Heads): Promise<Verified> {
  if (!existsSync(file)) throw new Mistake(`没有文件 ${file}。`, `There is no file ${file}.`);
  const verified = await verifyBundle(createInterface({ input: createReadStream(file) }), outside).catch(
    () => null,
  );
  return verified ?? noBundle(file);
}

const noBundle = (file: string): never => {
  throw new Mistake(
    `${file} 不是 fengqiao audit export 写出的文件，或已残缺。`,
    `${file} was not written by fengqiao audit export, or is incomplete.`,
  );
};

type Heads = ReturnType<typeof headOf>[];

async function headsIn(file: string | undefined): Promise<Heads> {
  if (file === undefined) return [];
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => headOf(fromJson<HeadLine>(JSON.parse(line))));
}

const kinds = {
  altered: ['被改动', 'altered'],
  missing: ['缺失', 'missing'],
  added: ['多出', 'added'],
  rewritten: ['连同封印一起被改动', 'altered together with its leaf'],
  backdated: ['倒填日期', 'backdated'],
  head: ['树头签名不符', 'head not signed by its key'],
} as const;

/** Says what was found; the exit code is 1 when anything does not fit. */
function report({ street, size, heads, keys, problems }: Verified): number {
  const [first] = problems;
  if (first === undefined) {
    tell(
      `街道 ${street}：${size} 条查看记录、${heads} 个树头全部相符（密钥 ${keys.join('、') || '无'}）。`,
      `Subdistrict ${street}: ${size} looks and ${heads} heads all fit (keys ${keys.join(', ') || 'none'}).`,
    );
    return 0;
  }
  const [zh, en] = kinds[first.kind];
  const range = first.until === undefined ? '' : `–${first.until}`;
  tell(
    `第一处不符：${zh}，位置 ${first.position ?? '无'}${range}，记录 ${first.access ?? '见该范围'}。共 ${problems.length} 处。`,
    `The first that does not fit: ${en}, position ${first.position ?? 'none'}${range}, record ${first.access ?? 'within that range'}. ${problems.length} in all.`,
  );
  return 1;
}
