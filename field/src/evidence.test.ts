import { expect, test } from 'vitest';
import { proofOf } from './evidence.ts';

const photo = { kind: 'photo', sha256: 'ab'.repeat(32), deviceAt: '2026-11-24T00:00:00.000Z' } as const;
const said = { kind: 'photo', file: `blob:${photo.sha256}`, deviceAt: photo.deviceAt };

test('a photo carries the place only when the device measured it, never one pointed at on the map', () => {
  const measured = proofOf([photo], { lng: 120.15, lat: 31.23, accuracy: 11.7, how: 'device' });
  expect(measured).toEqual([{ ...said, lng: 120.15, lat: 31.23, accuracy: 12 }]);
  expect(proofOf([photo], { lng: 120.15, lat: 31.23, accuracy: null, how: 'map' })).toEqual([said]);
});

test('how far the clock of the phone is off goes with its moment, and a voice note has no place', () => {
  const voice = { ...photo, kind: 'voice', offsetMs: -7_200_000 } as const;
  expect(proofOf([voice, null], { lng: 120.15, lat: 31.23, accuracy: 5, how: 'device' })).toEqual([
    { kind: 'voice', file: said.file, deviceAt: said.deviceAt, offsetMs: -7_200_000 },
  ]);
});
