import { expect, test } from 'vitest';
import { cycles, type Act, type Order, type Version } from './cycles.ts';

type Given = { reads?: Version[]; writes?: Version[]; at?: readonly [begin: number, end: number] };
const act = (id: string, { reads = [], writes = [], at = [0, 100] }: Given): Act => ({
  id,
  begin: at[0],
  end: at[1],
  reads,
  writes,
});
const order = (of: Record<string, string[]>): Order => new Map(Object.entries(of));

test('acts one after another are no cycle, nor are acts at once that each read what the one before wrote', () => {
  const acts = [
    act('first', { reads: [['case', '0']], writes: [['case', '1']] }),
    act('second', { reads: [['case', '1']], writes: [['case', '2']] }),
    act('reader', { reads: [['case', '1']] }),
  ];
  expect(cycles(acts, order({ case: ['0', '1', '2'] }))).toEqual([]);
});

test('a lost update is found: two acts read the same version and both wrote', () => {
  const acts = [
    act('one desk', { reads: [['case', '0']], writes: [['case', '1']] }),
    act('other desk', { reads: [['case', '0']], writes: [['case', '2']] }),
  ];
  expect(cycles(acts, order({ case: ['0', '1', '2'] })).map((knot) => knot.toSorted())).toEqual([
    ['one desk', 'other desk'],
  ]);
});

test('a lost update is found when somebody else wrote in between as well', () => {
  const acts = [
    act('one desk', { reads: [['case', '0']], writes: [['case', '1']] }),
    act('between', { reads: [['case', '1']], writes: [['case', '2']] }),
    act('other desk', { reads: [['case', '0']], writes: [['case', '3']] }),
  ];
  expect(cycles(acts, order({ case: ['0', '1', '2', '3'] }))).toHaveLength(1);
});

test('a write skew is found: each read both and wrote the one the other had only read', () => {
  const both: Version[] = [
    ['her post', '0'],
    ['his post', '0'],
  ];
  const acts = [
    act('she leaves', { reads: both, writes: [['her post', '1']] }),
    act('he leaves', { reads: both, writes: [['his post', '1']] }),
  ];
  expect(cycles(acts, order({ 'her post': ['0', '1'], 'his post': ['0', '1'] }))).toHaveLength(1);
});

test('who asks after something was told and does not see it is found, and who asks meanwhile may see either', () => {
  const wrote = act('wrote', { writes: [['case', '1']], at: [0, 10] });
  const read = (at: [number, number]) => act('read', { reads: [['case', '0']], at });
  expect(cycles([wrote, read([11, 20])], order({ case: ['0', '1'] }))).toHaveLength(1);
  expect(cycles([wrote, read([9, 20])], order({ case: ['0', '1'] }))).toEqual([]);
});
