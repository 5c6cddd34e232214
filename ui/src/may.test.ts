import { expect, test } from 'vitest';
import { mayOf } from './may.ts';
import { among, filled } from './record.ts';
import { mayCall } from './session.ts';

const no = {
  act: 'close',
  may: false,
  code: 'cases.not_checked',
  zh: '尚未通过独立核查，不能结案。',
  en: 'Not checked yet.',
} as const;

test('a forbidden act carries the reason of the server in both languages', () => {
  expect(mayOf([no], 'close')).toEqual({ may: false, why: { zh: no.zh, en: no.en } });
});

test('an act the server does not name is not for this post, and says so', () => {
  const { may, why } = mayOf([no], 'designate');
  expect([may, why?.zh]).toEqual([false, '您的岗位不能进行此操作。']);
});

test('the navigation shows only what the post may call', () => {
  const checker = { kind: 'staff', role: 'checker' } as const;
  expect([
    mayCall(checker, { who: ['checker'] }),
    mayCall(checker, { who: ['leader'] }),
    mayCall({ kind: 'guest', role: null }, { who: 'signed-in' }),
  ]).toEqual([true, false, false]);
});

test('what was left empty in a form is not sent', () => {
  expect(filled({ note: '', unit: 'c01', count: 0, off: false, until: undefined })).toEqual({
    unit: 'c01',
    count: 0,
    off: false,
  });
  expect(among(['zh', 'en'], 'fr')).toBeUndefined();
});
