import { expect, test } from 'vitest';
import { sha256Of } from '../../offline/vault.ts';
import { codeIn, pointOf } from './codes.ts';

const code = 'ab2c-def3-ghj4-kmn5';

test('the code of a point is found in the address on its sheet, and in what somebody types', () => {
  expect(codeIn(`https://fengqiao.example.gov.cn/field/patrol?code=${code}`)).toBe(code);
  expect(codeIn(' AB2C def3 GHJ4 kmn5 ')).toBe(code);
  expect(codeIn('https://somewhere.else/')).toBe(null);
});

test('a phone without a network knows which point a code belongs to, by its hash alone', async () => {
  const mark = '0'.repeat(16);
  const far = { id: '1', grid: 'c01-g01', name: '门厅', address: '', lng: 0, lat: 0, mark, seenOn: null };
  const here = { ...far, id: '2', name: '泵房', mark: await markOf(code) };
  expect((await pointOf(code, [far, here]))?.name).toBe('泵房');
  expect(await pointOf('zzzz-zzzz-zzzz-zzzz', [far, here])).toBe(undefined);
});

async function markOf(text: string): Promise<string> {
  return (await sha256Of(new TextEncoder().encode(text).buffer)).slice(0, 16);
}
