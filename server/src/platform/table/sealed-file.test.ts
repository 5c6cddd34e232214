import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { SealBroken, vaultOf } from '../crypto/vault.ts';
import { placeOf } from '../files/disk.ts';
import { inspectTable, openTable } from './reader.ts';
import { keptTable, sealContent } from './sealed-file.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'fengqiao-sealed-'));
afterAll(() => rmSync(dataDir, { recursive: true }));
const keys = { masterKey: randomBytes(32), indexKey: randomBytes(32), dataDir };

function kept(content: Buffer, by: typeof keys & { suite?: 'aes' | 'sm' } = keys): string {
  const name = randomBytes(32).toString('hex');
  const path = placeOf(dataDir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, sealContent(vaultOf(by).contentSeal(name), name, content));
  return name;
}
const read = async (name: string, by: Parameters<typeof keptTable>[0] = keys) =>
  Buffer.concat(await Array.fromAsync(keptTable(by, name)()));

test('a table of people is sealed on the disk and read as it was, whatever its size', async () => {
  for (const size of [0, 1, 262_143, 262_144, 262_145, 900_000]) {
    const content = randomBytes(size);
    expect((await read(kept(content))).equals(content)).toBe(true);
  }
  const name = kept(Buffer.from('姓名,证件号码\n张三丰,000000199003071234\n'));
  const lies = readFileSync(placeOf(dataDir, name));
  expect(lies.includes('张三丰') || lies.includes('1990030712')).toBe(false);
  const { header, rows } = await openTable(await inspectTable(keptTable(keys, name)));
  expect(header).toEqual(['姓名', '证件号码']);
  expect((await Array.fromAsync(rows))[0]?.cells.get('姓名')).toBe('张三丰');
});

test('it opens after a change of the master key and of the suite, and with no other key', async () => {
  const content = Buffer.from('a,b\n1,2\n');
  const name = kept(content);
  expect(await read(name, { ...keys, masterKey: randomBytes(32), suite: 'sm' })).toEqual(content);
  expect(await read(kept(content, { ...keys, suite: 'sm' }))).toEqual(content);
  await expect(read(name, { ...keys, indexKey: randomBytes(32) })).rejects.toThrow(SealBroken);
});

test('one that was cut, altered or put together anew is refused', async () => {
  const name = kept(randomBytes(600_000));
  const path = placeOf(dataDir, name);
  const whole = readFileSync(path);
  const first = 4 + 4 + whole.readUInt32BE(4);
  for (const other of [
    whole.subarray(0, first),
    whole.subarray(0, -1),
    whole.subarray(0, 4),
    Buffer.concat([whole.subarray(0, 4), whole.subarray(first)]),
    Buffer.concat([whole.subarray(0, 50), Buffer.of((whole[50] ?? 0) ^ 1), whole.subarray(51)]),
  ]) {
    writeFileSync(path, other);
    await expect(read(name)).rejects.toThrow(SealBroken);
  }
});
