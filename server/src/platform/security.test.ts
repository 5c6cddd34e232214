import { expect, test } from 'vitest';
import { headersFor } from './security.ts';

type Given = Parameters<typeof headersFor>[0];
const policyOf = ({ baseMap }: Pick<Given, 'baseMap'>): string[] =>
  headersFor({ baseMap, embedOrigins: [] })('/')['content-security-policy']?.split(';') ?? [];

test('pages of ours take things from ourselves alone', () => {
  const foreign = policyOf({ baseMap: null }).filter((one) => /https?:|\*/.test(one));
  expect(foreign).toEqual([]);
});

test('a base map opens the policy for pictures of its one host and for nothing else', () => {
  const baseMap = {
    tiles: 'https://t0.tiles.example/{z}/{x}/{y}.png?tk=1',
    attribution: '天地图',
    drawnIn: 'WGS84',
  } as const;
  const [without, opened] = [policyOf({ baseMap: null }), policyOf({ baseMap })];
  expect(opened.filter((one) => !without.includes(one))).toEqual([
    "img-src 'self' data: blob: https://t0.tiles.example",
    "connect-src 'self' https://t0.tiles.example",
  ]);
});
