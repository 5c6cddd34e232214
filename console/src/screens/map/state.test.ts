import { expect, test } from 'vitest';
import { areaText, cornersOf, listAddress, readState } from './state.ts';

test('an address holds the whole screen; what does not fit is left out', () => {
  const asked = new URLSearchParams(
    'desk=all&state=handling&late=true&by=age&look=table&layers=workload,unknown&at=120.15,31.22,15.5&type=abc&area=drop table',
  );
  expect(readState(asked)).toEqual({
    filter: { desk: 'all', state: 'handling', late: true },
    by: 'age',
    look: 'table',
    theme: 'day',
    layers: ['workload'],
    view: { lng: 120.15, lat: 31.22, zoom: 15.5 },
  });
});

test('a drawn area comes back from its address', () => {
  const corners = [
    [120.15, 31.22],
    [120.16, 31.22],
    [120.16, 31.23],
  ] as const;
  expect(cornersOf(areaText(corners))).toEqual(corners);
  expect(cornersOf(undefined)).toEqual([]);
});

test('the work list of the map shows what was open on the day, whatever it is now', () =>
  expect(listAddress({ desk: 'open', openOn: '2026-11-01', grid: 'c01-g01' })).toBe(
    '/cases?desk=all&openOn=2026-11-01&grid=c01-g01',
  ));
