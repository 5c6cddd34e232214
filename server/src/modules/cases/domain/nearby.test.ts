import { expect, test } from 'vitest';
import { likeliest, type Candidate } from './nearby.ts';

const now = new Date('2026-11-23T02:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const candidate = (caseId: string, more: Partial<Candidate> = {}): Candidate => ({
  caseId,
  type: '05021',
  title: '路灯不亮',
  text: '小区门口路灯不亮了',
  metres: 38,
  reportedAt: daysAgo(3),
  ...more,
});
const asked = { text: '门口路灯不亮', type: '05021', now };

test('the same lamp reported again next door is found, and the reasons are told in both languages', () => {
  const [found] = likeliest([candidate('a')], asked);
  expect(found?.whyZh).toMatch(/^40 米内、3 天前、文字相似 \d+%、同一类别$/);
  expect(found?.whyEn).toMatch(/^within 40 m, 3 days ago, text \d+% alike, same type$/);
});

test('what is far, long ago or of other words and type is left out', () => {
  expect(
    likeliest([candidate('far', { metres: 151 }), candidate('old', { reportedAt: daysAgo(31) })], asked),
  ).toEqual([]);
  expect(
    likeliest(
      [
        candidate('other', {
          metres: 120,
          type: '01001',
          title: '垃圾',
          text: '垃圾成堆',
          reportedAt: daysAgo(20),
        }),
      ],
      asked,
    ),
  ).toEqual([]);
});

test('the likeliest comes first, and no more than five are shown', () => {
  const many = [140, 10, 80, 40, 120, 60, 20].map((metres) => candidate(`m${metres}`, { metres }));
  expect(likeliest(many, asked).map((one) => one.caseId)).toEqual(['m10', 'm20', 'm40', 'm60', 'm80']);
});

test('without words and type, place and time alone say what is near', () => {
  const [found] = likeliest([candidate('a', { metres: 5, reportedAt: now })], { text: '', type: null, now });
  expect(found).toMatchObject({ whyZh: '10 米内、今天', whyEn: 'within 10 m, today' });
});
