import { expect, test } from 'vitest';
import { readQuery } from './query.ts';

const read = (text: string) => readQuery(new URLSearchParams(text));

test('a link shows a colleague the same list', () => {
  expect(read('desk=overdue&grade=A&community=c03&late=true&sort=due&q=路灯&after=x~y&page=3')).toEqual({
    desk: 'overdue',
    grade: 'A',
    community: 'c03',
    late: true,
    sort: 'due',
    q: '路灯',
    after: 'x~y',
    page: 3,
  });
});

test('what an address says wrongly is left out instead of refused', () => {
  expect(read('desk=mine&state=lost&grade=Z&page=-4')).toEqual({ desk: 'mine', page: 1 });
});

test('an area and a day that were asked on the map come along', () => {
  expect(read('area=120.1,31.2;120.2,31.2;120.2,31.3&openOn=2026-11-20')).toMatchObject({
    area: '120.1,31.2;120.2,31.2;120.2,31.3',
    openOn: '2026-11-20',
  });
});

test('a search is never longer than the server takes', () => {
  expect(read(`q=${'长'.repeat(90)}`).q).toHaveLength(60);
});
