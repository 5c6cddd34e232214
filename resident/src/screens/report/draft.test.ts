import { expect, test } from 'vitest';
import { bodyOf, emptyDraft, isThere, sentAs, type Draft } from './draft.ts';

const said = (part: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(),
  spot: { lng: 120.15, lat: 31.23, accuracy: 17.6, how: 'device' },
  text: ' 路灯不亮 ',
  ...part,
});

test('a report needs only a place and two characters', () => {
  expect(bodyOf(said({ spot: null }))).toBeNull();
  expect(bodyOf(said({ text: ' 灯 ' }))).toBeNull();
  expect(bodyOf(said())).toEqual({
    text: '路灯不亮',
    lng: 120.15,
    lat: 31.23,
    accuracy: 18,
    address: '',
    files: [],
    anonymous: false,
  });
});

test('nothing about the reporter goes along unless they filled it in', () => {
  expect(bodyOf(said({ name: '  ' }))).not.toHaveProperty('contact');
  expect(bodyOf(said({ phone: ' 19900000001 ' }))).toHaveProperty('contact', { phone: '19900000001' });
});

test('photos that did not arrive are not promised to the server', () => {
  const photo = { key: 'a', thumb: '', at: '2026-11-24T00:00:00Z' };
  const body = bodyOf(
    said({
      photos: [
        { ...photo, file: null },
        { ...photo, key: 'b', file: '0198f000-0000-7000-8000-000000000001' },
      ],
    }),
  );
  expect(body?.files).toEqual(['0198f000-0000-7000-8000-000000000001']);
});

test('a recording says it for those who do not write, and the desk is told to listen', () => {
  const voice = { key: 'v', seconds: 9, file: '0198f000-0000-7000-8000-000000000002' };
  expect(bodyOf(said({ text: '', voice }))).toMatchObject({
    text: '语音反映，请听录音。',
    files: ['0198f000-0000-7000-8000-000000000002'],
  });
  expect(bodyOf(said({ voice }))?.text).toBe('路灯不亮');
});

test('a report with something still on its way waits, and one without goes', () => {
  const photo = { key: 'a', thumb: '', at: '2026-11-24T00:00:00Z', file: null };
  expect([isThere(said()), isThere(said({ photos: [photo] }))]).toEqual([true, false]);
  expect(isThere(said({ voice: { key: 'v', seconds: 9, file: null } }))).toBe(false);
});

test('pressing again after a lost network sends the same key, and a changed report a new one', () => {
  const body = bodyOf(said());
  if (body === null) throw new Error('a complete report has a body');
  const first = sentAs(body, null);
  expect(sentAs(body, first)).toEqual(first);
  expect(sentAs({ ...body, text: '路灯又亮了' }, first).key).not.toBe(first.key);
});
