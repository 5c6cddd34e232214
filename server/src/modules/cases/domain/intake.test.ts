import { expect, test } from 'vitest';
import { exitOf, mustContestInTime } from './exit.ts';
import { coordinateWords, isPublic, titleOf } from './intake.ts';
import { plainCode, withAddition } from './track.ts';
import { holdersOf } from './track-holders.ts';
import { stepWords } from './track-words.ts';
import { gradeOf, overallTerms, mustBeOnTheSpot } from './verify.ts';

test('a title is the first clause, without greeting and without numbers that belong to people', () => {
  expect(titleOf('您好，橹声路路灯坏了。请尽快修')).toBe('橹声路路灯坏了');
  expect(titleOf('张三 13800000001 说门口垃圾没人管')).toBe('张三 … 说门口垃圾没人管');
  expect([...titleOf('一'.repeat(80))].length).toBe(30);
  expect(titleOf('您好')).toBe('诉求');
});

test('a title begins with what it is about, however many courtesies stand before it', () => {
  const about = '枫泾路12号门口路灯不亮';
  for (const courtesy of [
    '您好，',
    '你好，我是附近居民，',
    '领导您好！我是3号楼住户，',
    '反映一个问题：',
    '您好，我想反映一下情况，',
    '麻烦帮忙看一下，',
    '喂，你好你好，请问，',
    '尊敬的街道办，',
    'Hello, ',
  ])
    expect(titleOf(`${courtesy}${about}，好几天了。`), courtesy).toBe(`${about}，好几天了`);
  expect(titleOf('喂狗的人不清理')).toBe('喂狗的人不清理');
  expect(titleOf('投诉餐馆油烟')).toBe('投诉餐馆油烟');
  expect(titleOf('老师傅面馆门口积水')).toBe('老师傅面馆门口积水');
  expect(titleOf('Hidden ditch by the wall')).toBe('Hidden ditch by the wall');
});

test('a place nobody named is told by its coordinates', () => {
  expect(coordinateWords(120.155, 31.225)).toBe('东经120.15500°、北纬31.22500° 附近');
});

test('what staff found or an upper level sent is not a public report; what a neighbour says is', () => {
  expect((['resident', 'hotline', 'phone', 'window', 'paper', 'open311'] as const).every(isPublic)).toBe(
    true,
  );
  expect((['field', 'upstream', 'sensor', 'import'] as const).some(isPublic)).toBe(false);
});

test('declining cites an exit that exists, and what it demands', () => {
  const ask =
    (exit: string, more: { route?: string; verifiedAbsent?: boolean } = {}) =>
    () =>
      exitOf({ exit, verifiedAbsent: false, ...more });
  expect(ask('EXIT_BORED')).toThrow('cases.exit_unknown');
  expect(ask('EXIT_LEGAL_ROUTE')).toThrow('cases.exit_names_route');
  expect(ask('EXIT_EMERGENCY')).toThrow('cases.emergency_call_out');
  expect(ask('EXIT_NOT_FOUND')).toThrow('cases.exit_not_verified');
  expect(ask('EXIT_NOT_FOUND', { verifiedAbsent: true })()).toBe('EXIT_NOT_FOUND');
  expect(ask('EXIT_LEGAL_ROUTE', { route: '区人民法院' })()).toBe('EXIT_LEGAL_ROUTE');
});

test('a reporter may object once to a refusal, within 14 days to the minute', () => {
  const declinedAt = new Date('2026-11-01T00:00:00Z');
  const at =
    (now: string, before = false) =>
    () =>
      mustContestInTime({ declinedAt, now: new Date(now), before });
  expect(at('2026-11-15T00:00:00Z')).not.toThrow();
  expect(at('2026-11-15T00:00:01Z')).toThrow('cases.window_over');
  expect(at('2026-11-02T00:00:00Z', true)).toThrow('cases.contest_once');
});

test('a raised grade never has more time than the list gives, and a lowered one never gains any', () => {
  const row = { grade: 'B', limit: { value: 5, unit: 'work_day' } } as const;
  expect(gradeOf(row, {})).toBe('B');
  expect(gradeOf(row, { grade: 'C', note: '需要现场勘查' })).toBe('C');
  expect(overallTerms(row, 'A')).toEqual([row.limit, { value: 24, unit: 'urgent_hour' }]);
  expect(overallTerms(row, 'C')).toEqual([row.limit]);
});

test('guard 4: an upper level’s duty is never finished on the spot by a worker of the street', () => {
  const row = { onTheSpot: true, rowKey: '16002' };
  expect(() => mustBeOnTheSpot({ ...row, duty: 'recalled' })).toThrow('cases.recalled_duty');
  expect(() => mustBeOnTheSpot({ ...row, duty: 'assist' })).toThrow('cases.assist_only');
  expect(() => mustBeOnTheSpot({ ...row, duty: 'basic', onTheSpot: false })).toThrow('cases.not_on_the_spot');
});

test('a code counts however it is typed', () => {
  expect(plainCode(' abcd-efgh ')).toBe('ABCDEFGH');
});

test('words added later stand beside the first ones with their time', () => {
  const at = new Date('2026-11-23T02:00:00Z');
  const twice = withAddition(withAddition({ colour: 'red' }, '还在', at), '更多了', at);
  expect(twice).toEqual({
    colour: 'red',
    additions: [
      { at: at.toISOString(), text: '还在' },
      { at: at.toISOString(), text: '更多了' },
    ],
  });
});

const hour = (n: number) => new Date(Date.UTC(2026, 10, 23, n));
const given = (unit: string, from: number, to: number | null, how: string | null = null, level = 1) => ({
  unit,
  level,
  assigned_at: hour(from),
  ended_at: to === null ? null : hour(to),
  ended_how: how,
});
const holders = (list: ReturnType<typeof given>[], endedAt: Date | null = null) =>
  holdersOf(list, { centre: 'centre', reportedAt: hour(0), endedAt, now: hour(10) }).map(
    ({ unit, hours }) => [unit, hours],
  );

test('the reporter sees who had it and for how long, the centre included', () => {
  expect(holders([])).toEqual([['centre', 10]]);
  expect(holders([given('urban_ops', 1, null), given('team', 2, null, null, 2)])).toEqual([
    ['centre', 1],
    ['urban_ops', 9],
    ['team', 8],
  ]);
  expect(holders([given('urban_ops', 1, 3, 'returned'), given('law', 4, null)])).toEqual([
    ['centre', 1],
    ['urban_ops', 2],
    ['centre', 1],
    ['law', 6],
  ]);
  expect(holders([given('urban_ops', 1, 5, 'done')], hour(5))).toEqual([
    ['centre', 1],
    ['urban_ops', 4],
  ]);
});

test('"answered" is not "solved" in what the reporter reads, and notes among colleagues are not told', () => {
  expect(stepWords('close', { outcome: 'explained' })?.zh).toBe('结案：已答复说明（未能解决）');
  expect(stepWords('verify', { note: '内部备注' })).toEqual({
    zh: '已安排人员到现场核实',
    en: 'Somebody is on the way to see for themselves',
  });
  expect(stepWords('reveal', {})).toBeNull();
});
