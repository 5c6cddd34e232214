import { expect, test } from 'vitest';
import { proofOf } from './evidence.ts';

const photo = {
  key: 'a',
  thumb: '',
  file: '0198f000-0000-7000-8000-000000000001',
  at: '2026-11-24T00:00:00Z',
};

test('a photo carries the place only when the device measured it, never one pointed at on the map', () => {
  const measured = proofOf([photo], { lng: 120.15, lat: 31.23, accuracy: 11.7, how: 'device' });
  expect(measured).toEqual([
    { kind: 'photo', file: photo.file, deviceAt: photo.at, lng: 120.15, lat: 31.23, accuracy: 12 },
  ]);
  expect(proofOf([photo], { lng: 120.15, lat: 31.23, accuracy: null, how: 'map' })).toEqual([
    { kind: 'photo', file: photo.file, deviceAt: photo.at },
  ]);
});

test('a photo that is still on its way is not yet proof', () => {
  expect(proofOf([{ ...photo, file: null }], null)).toEqual([]);
});
