import { expect, test } from 'vitest';
import { nearest, shifted, toPixel, viewOf, zoomed } from './view.ts';

const size = { width: 360, height: 256 };
const view = { lng: 120.15, lat: 31.23, scale: 2 };

test('the middle of the map is the place it was asked to show', () => {
  expect(toPixel(view, size, 120.15, 31.23)).toEqual([180, 128]);
});

test('a place touched becomes the middle of the map', () => {
  const [x, y] = toPixel(view, size, 120.151, 31.2295);
  const moved = shifted(view, x - size.width / 2, y - size.height / 2);
  expect(moved.lng).toBeCloseTo(120.151, 9);
  expect(moved.lat).toBeCloseTo(31.2295, 9);
});

test('north is up and east is right', () => {
  const [x, y] = toPixel(view, size, 120.16, 31.24);
  expect(x).toBeGreaterThan(180);
  expect(y).toBeLessThan(128);
});

test('nobody zooms in further than a doorway', () => {
  expect(zoomed(view, 0.001).scale).toBe(nearest);
});

test('the whole street fits into the first view', () => {
  const corners = [
    [120.12, 31.21],
    [120.18, 31.25],
  ] as const;
  const whole = viewOf(corners, size);
  for (const [lng, lat] of corners) {
    const [x, y] = toPixel(whole, size, lng, lat);
    expect(x).toBeGreaterThanOrEqual(-0.001);
    expect(x).toBeLessThanOrEqual(360.001);
    expect(y).toBeGreaterThanOrEqual(-0.001);
    expect(y).toBeLessThanOrEqual(256.001);
  }
});
