import { expect, test } from 'vitest';
import type { Mapping } from '@fengqiao/contract/cases/imports.ts';
import { calledSo, enteredOf, guess, mappingIn, mappingOf, statusMeant } from './mapping.ts';

const earlier: Mapping = {
  system: 'myla311',
  zone: 'America/Los_Angeles',
  fields: {
    id: 'id',
    reportedAt: 'created',
    type: 'type',
    status: 'status',
    owner: 'owner',
    channel: 'channel',
    lng: 'lon',
    lat: 'lat',
    address: 'address',
    title: '{type}',
    text: '{type}, {address} ({council_name})',
  },
  types: { 'Bulky Items': '01007' },
  statuses: { Open: 'open', Cancelled: 'void' },
  owners: { BOS: 'urban_ops' },
  channels: { Call: 'phone' },
  defaults: { type: '18001' },
  others: ['type'],
};
const named = (...names: string[]) => names.map((name) => ({ name, samples: [], words: null }));

test('the columns of a Chinese table and of an English one are guessed', () => {
  const chinese = guess(
    named('工单编号', '上报时间', '办结时间', '诉求类别', '经度', '纬度', '内容', '地点'),
  );
  expect(chinese.columns).toEqual({
    id: '工单编号',
    reportedAt: '上报时间',
    closedAt: '办结时间',
    type: '诉求类别',
    lng: '经度',
    lat: '纬度',
  });
  expect(chinese.written).toEqual({ text: ['内容'], address: ['地点'] });
  const english = guess(named('id', 'created', 'closed', 'updated', 'type', 'status', 'owner', 'lat', 'lon'));
  expect(english.columns).toMatchObject({
    reportedAt: 'created',
    lng: 'lon',
    owner: 'owner',
    status: 'status',
  });
});

test('a mapping that goes through the form unchanged comes out as it was, its templates too', () => {
  const mapping = mappingIn(JSON.stringify(earlier));
  if (mapping === null) throw new Error('not read');
  const { dates, crs, ...rest } = mappingOf(enteredOf(mapping), mapping);
  expect([dates, crs]).toEqual(['ymd', 'WGS84']);
  expect(rest).toEqual(mapping);
});

test('columns left out, words without a meaning and empty defaults are not in a mapping', () => {
  const entered = {
    ...guess(named('id', 'created', 'lng', 'lat', 'type')),
    system: 'old',
    written: { text: ['type', 'id'] },
    words: { type: { 垃圾: '01002', 飞碟: '' }, owner: { 城管: 'urban_ops' } },
    defaults: { channel: '' },
  };
  expect(mappingOf(entered, null)).toEqual({
    system: 'old',
    zone: 'Asia/Shanghai',
    dates: 'ymd',
    crs: 'WGS84',
    fields: { id: 'id', reportedAt: 'created', lng: 'lng', lat: 'lat', type: 'type', text: '{type}，{id}' },
    types: { 垃圾: '01002' },
  } satisfies Mapping);
});

test.each(['', '[]', '{}', '{"system":"a","zone":"b"}', 'not json'])('%s is no mapping', (text) =>
  expect(mappingIn(text)).toBeNull(),
);

test('states are guessed by their words, names by being the same', () => {
  expect(
    ['已办结', '办理中', '未办结', '已撤销', 'Closed', 'Open', 'Referred Out', '甲'].map(statusMeant),
  ).toEqual(['closed', 'open', 'open', 'void', 'closed', 'open', 'closed', undefined]);
  const things = [{ id: 'urban_ops', names: ['urban_ops', '城管', 'Urban Operations'] }];
  expect([calledSo(' urban operations', things), calledSo('城', things)]).toEqual(['urban_ops', undefined]);
});
