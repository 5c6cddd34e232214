import { expect, test } from 'vitest';
import { DOWNLOADS_MOST } from '@fengqiao/contract/exports.ts';
import { Refusal } from '#platform/refusal.ts';
import { invent, isPlantedAfter, plantedAs } from './canary.ts';
import { textOf } from './cells.ts';
import { decide, demandWipeable, mayDo, take, withdraw, type By, type Export } from './export.ts';
import { markOf, numberOf, numbersIn } from './mark.ts';
import { printsOf, printsOfText } from './prints.ts';

const now = new Date('2026-11-25T02:00:00Z');
const asked: Export = {
  id: 'e',
  no: 'DC2026-000042',
  source: 'people',
  fields: [{ name: 'name', zh: '姓名', en: 'Name', grade: 2, shows: 'name' }],
  format: 'csv',
  purpose: 'visit',
  reason: '入户走访',
  grade: 2,
  approval: 'lead',
  rowsTold: 10,
  state: 'asked',
  requestedBy: 'wang',
  requestedName: '王芳',
  role: 'community',
  unit: 'c01',
  requestedAt: now,
  approvedBy: null,
  refusedBy: null,
  decidedName: null,
  decidedAt: null,
  answer: null,
  expiresAt: null,
  downloads: 0,
};
const wang: By = { account: 'wang', name: '王芳', role: 'community' };
const leader: By = { account: 'li', name: '李主任', role: 'leader' };
const officer: By = { account: 'zhao', name: '赵专员', role: 'privacy' };
const yes = { approve: true, answer: '同意' };
const ready: Export = { ...asked, state: 'ready', expiresAt: new Date('2026-11-28T02:00:00Z') };

const codeOf = (act: () => unknown) => {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

test('nobody approves their own list, nor one that another post has to approve', () => {
  expect(decide(asked, yes, leader, now)).toMatchObject({ state: 'approved', approvedBy: 'li' });
  expect(decide(asked, { ...yes, approve: false }, leader, now)).toMatchObject({
    state: 'refused',
    refusedBy: 'li',
  });
  expect(codeOf(() => decide({ ...asked, requestedBy: 'li' }, yes, leader, now))).toBe('exports.own_request');
  expect(codeOf(() => decide({ ...asked, approval: 'privacy' }, yes, leader, now))).toBe(
    'exports.not_your_approval',
  );
  expect(codeOf(() => decide({ ...asked, state: 'withdrawn' }, yes, leader, now))).toBe(
    'exports.not_waiting',
  );
  expect(codeOf(() => withdraw(ready, wang))).toBe('exports.not_waiting');
  expect(codeOf(() => withdraw(asked, leader))).toBe('platform.not_found');
});

test('a file is for whoever asked for it, so many times, and until its term', () => {
  expect(take(ready, wang, now).downloads).toBe(1);
  expect(codeOf(() => take(ready, leader, now))).toBe('platform.not_found');
  expect(codeOf(() => take(ready, wang, new Date('2026-11-28T02:00:00Z')))).toBe('exports.expired');
  expect(codeOf(() => take({ ...ready, downloads: DOWNLOADS_MOST }, wang, now))).toBe('exports.taken_enough');
  expect(codeOf(() => take({ ...ready, state: 'making' }, wang, now))).toBe('exports.not_ready');
});

test('the privacy officer may call a file back at any time, others only their own', () => {
  expect([
    mayDo(ready, officer, now).wipe,
    mayDo(ready, leader, now).wipe,
    mayDo(ready, wang, now).wipe,
  ]).toEqual([true, false, true]);
  expect(codeOf(() => demandWipeable(ready, leader))).toBe('platform.not_found');
});

test('a number is found again in whatever a chat made of it', () => {
  const no = numberOf(2026, 42);
  expect(
    numbersIn(
      `转发：${markOf({ no, name: '王芳', unit: '百步社区', at: '2026-11-25 10:00', purpose: 'visit' })}`,
    ),
  ).toEqual([no]);
  expect(numbersIn('ｄｃ2026－000042 和 DC2026 000042')).toEqual([no]);
  expect(numbersIn('没有编号')).toEqual([]);
});

test('a line is recognized with its cells in another order, in quotes, and whatever stands between them', () => {
  const [made] = printsOf(['张三丰', '19900000001', '橹声路 8 号']);
  expect(printsOf(["'19900000001", '橹声路8号', '“张三丰”', 'DC2026-000042'])).toContainEqual(made);
  for (const between of [',', '，', '\t', ' | ', '   '])
    expect(printsOfText(['张三丰', '橹声路 8 号', '19900000001'].join(between))[0]).toContainEqual(made);
  expect(printsOfText('张三丰\t1990 000 0001\n\n李小梅\t1')).toHaveLength(2);
});

test('numbers of people and cases are recognized by themselves, moments and short numbers are not', () => {
  const values = (cell: string) => printsOf([cell]).map(({ text }) => text);
  expect(values('1990000 0001')).toEqual(['19900000001']);
  expect(values('00000019900307123x')).toEqual(['00000019900307123X']);
  expect(values('TF20261123-000042')).toEqual(['TF20261123-000042']);
  expect([values('2026-11-25 10:00'), values('橹声路8号'), values('89.5')]).toEqual([[], [], []]);
});

test('a planted row fits among its neighbours, and no number in it is anybody’s', () => {
  const beside = {
    name: '张三丰',
    phone: '13812345678',
    idNumber: '330102199003071234',
    kind: 'registered',
    workplace: null,
  };
  const person = invent(Uint8Array.from({ length: 12 }, (_, i) => i * 31));
  const planted = plantedAs(beside, person);
  expect(planted).toMatchObject({ kind: 'registered', workplace: null, name: person.name });
  expect(planted['phone']).toMatch(/^1990000\d{4}$/);
  expect(planted['idNumber']).toMatch(/^000000(19[5-9]\d)\d{4}\d{3}[\dX]$/);
  expect(plantedAs({ no: 'TF20261123-000042', door: '无' }, person)['no']).toMatch(/^TF20261123-\d{6}$/);
  expect(plantedAs({ no: 'TF20261123-000042' }, person)['no']).not.toBe('TF20261123-000042');
  expect([
    isPlantedAfter(1, true),
    isPlantedAfter(1, false),
    isPlantedAfter(3, false),
    isPlantedAfter(500, false),
  ]).toEqual([true, false, true, true]);
});

test('codes are written as words, units by name, moments in local time', () => {
  const names = { unit: (id: string) => `${id}社区`, moment: () => '2026-11-25 10:00' };
  expect(textOf('people', 'sex', '2', names)).toBe('女');
  expect(textOf('cases', 'community', 'c01', names)).toBe('c01社区');
  expect(textOf('cases', 'dueAt', '2026-11-25T02:00:00Z', names)).toBe('2026-11-25 10:00');
  expect([textOf('homes', 'door', '501', names), textOf('homes', 'door', null, names)]).toEqual(['501', '']);
});
