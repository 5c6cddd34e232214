import { expect, test } from 'vitest';
import { bodyOf, emptyWish, type Wish } from './wish.ts';

const wished = (part: Partial<Wish> = {}): Wish => ({ ...emptyWish(), ...part });
const spot = { lng: 120.15, lat: 31.23, accuracy: 12, how: 'device' as const };

test('a call needs a number unless the account has one', () => {
  expect(bodyOf(wished(), 'call', false)).toBeNull();
  expect(bodyOf(wished({ phone: '12345' }), 'call', false)).toBeNull();
  expect(bodyOf(wished({ phone: '199 0000 1234' }), 'call', false)).toEqual({
    way: 'call',
    phone: '19900001234',
  });
  expect(bodyOf(wished({ text: ' 下午 ' }), 'call', true)).toEqual({ way: 'call', text: '下午' });
});

test('a visit needs to know where to come to, and a call is told no address', () => {
  expect(bodyOf(wished({ spot }), 'visit', true)).toBeNull();
  expect(bodyOf(wished({ address: '橹声路 8 号' }), 'visit', true)).toBeNull();
  const there = wished({ spot, address: ' 橹声路 8 号 ' });
  expect(bodyOf(there, 'visit', true)).toEqual({
    way: 'visit',
    place: { lng: 120.15, lat: 31.23, address: '橹声路 8 号' },
  });
  expect(bodyOf(there, 'call', true)).toEqual({ way: 'call' });
});
