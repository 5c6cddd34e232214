import { expect, test } from 'vitest';
import { askedOf } from './asked.ts';

test('another app names a page of ours and nothing else', () => {
  expect(askedOf('#token=a.b.c&to=/report')).toEqual({ token: 'a.b.c', to: '/report' });
  expect(askedOf('')).toEqual({ token: null, to: '/' });
  for (const foreign of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])
    expect(askedOf(`#to=${encodeURIComponent(foreign)}`).to).toBe('/');
});
