import { describe, expect, test } from 'vitest';
import type { Position } from '../../src/modules/grids/domain/geojson.ts';
import { ringsOf } from '../../src/modules/grids/domain/geojson.ts';
import { compileGrids, locate } from '../../src/modules/grids/domain/grid-index.ts';
import { checkLayer } from '../../src/modules/grids/domain/layer.ts';
import { isInside } from '../../src/modules/grids/domain/ring.ts';
import { checkUnder, isCode } from '../../src/modules/grids/domain/unit-code.ts';
import { Random } from '../names/random.ts';
import { makeStreet } from './street.ts';

const street = makeStreet(1);
const again = makeStreet(1);
const other = makeStreet('another');
const REAL = [
  '白马涧',
  '龙池',
  '西津桥',
  '康佳',
  '东浜',
  '马浜',
  '枫津',
  '景山',
  '寒山',
  '枫华',
  '枫桥',
  '苏州',
];

describe.each([
  ['1', street],
  ['another', other],
])('the street of seed %s', (_, made) => {
  test('communities tile the street and grids tile the communities, to the centimetre', () => {
    expect(checkLayer({ code: made.code, shape: made.outline.shape }, made.communities, 0.01)).toEqual([]);
    for (const community of made.communities) {
      const grids = made.grids.filter((grid) => grid.community === community.id);
      expect(checkLayer(community, grids, 0.01)).toEqual([]);
    }
  });

  test('a stone thrown anywhere lands in exactly one grid, and in the community of that grid', () => {
    const random = new Random('stones');
    const { coordinates } = made.outline.shape;
    const [ring = []] = coordinates;
    const lngs = ring.map(([lng]) => lng);
    const lats = ring.map(([, lat]) => lat);
    for (let i = 0; i < 1500; i++) {
      const stone: Position = [
        random.between(Math.min(...lngs), Math.max(...lngs)),
        random.between(Math.min(...lats), Math.max(...lats)),
      ];
      const hits = made.grids.filter((grid) => isInside(ringsOf(grid.shape), stone));
      expect(hits.length).toBe(isInside(coordinates, stone) ? 1 : 0);
      const community = made.communities.find((one) => isInside(ringsOf(one.shape), stone));
      expect(hits[0]?.community).toBe(community?.id);
    }
  });

  test('it is as large as a real one', () => {
    expect(made.communities.length).toBe(10);
    expect(made.outline.squareMetres / 1e6).toBeCloseTo(9.04, 1);
    expect(made.grids.length).toBeGreaterThan(180);
    expect(made.grids.length).toBeLessThan(220);
    expect(made.buildings.length).toBeGreaterThan(2500);
    expect(made.grids.filter((grid) => grid.purpose === 'exclusive').length).toBeGreaterThan(20);
  });

  test('a basic grid has 300 to 500 households, a grid of its own has none', () => {
    for (const grid of made.grids) {
      const homes = made.buildings
        .filter((building) => building.grid === grid.id)
        .reduce((sum, one) => sum + one.households, 0);
      expect(homes).toBe(grid.households);
      if (grid.purpose === 'exclusive') expect(homes).toBe(0);
      else expect(homes >= 300 && homes <= 500).toBe(true);
    }
  });

  test('every building stands in its own grid and not in water', () => {
    const index = compileGrids(made.grids.map(({ id, shape }) => ({ code: id, shape })));
    const lakes = made.water
      .filter(({ kind }) => kind === 'lake' || kind === 'river')
      .map(({ shape }) => shape.coordinates);
    for (const { lng, lat, grid, shape } of made.buildings) {
      expect(locate(index, lng, lat)).toBe(grid);
      for (const corner of shape.coordinates.flat())
        expect(lakes.some((rings) => isInside(rings, corner))).toBe(false);
    }
  });

  test('no two units share a code, no two buildings an address', () => {
    expect(new Set(made.grids.map(({ code }) => code)).size).toBe(made.grids.length);
    expect(new Set(made.grids.map(({ id }) => id)).size).toBe(made.grids.length);
    expect(new Set(made.buildings.map(({ address }) => address.zh)).size).toBe(made.buildings.length);
    for (const grid of made.grids) {
      const community = made.communities.find(({ id }) => id === grid.community);
      expect(isCode(grid.code, 'grid')).toBe(true);
      expect(() => checkUnder(grid.code, community?.code ?? '')).not.toThrow();
    }
  });
});

test('the same seed draws the same street, another seed another', () => {
  expect(again).toEqual(street);
  expect(other.outline).not.toEqual(street.outline);
});

test('no real place is named', () => {
  const names = [
    ...street.communities,
    ...street.grids,
    ...street.roads,
    ...street.water,
    ...street.places,
    ...street.buildings.flatMap(({ name, address }) => [name, address]),
  ]
    .map(({ zh }) => zh)
    .join(' ');
  for (const real of REAL) expect(names).not.toContain(real);
});

test('everything with a name has it in both languages', () => {
  for (const { zh, en } of [
    ...street.communities,
    ...street.grids,
    ...street.roads,
    ...street.water,
    ...street.places,
  ]) {
    expect(zh).not.toBe('');
    expect(en).toMatch(/^[\x20-\x7eüÜ]+$/);
  }
});

test('each community has a service centre, a kindergarten and a day care, and the street its own offices', () => {
  for (const { id } of street.communities) {
    const kinds = street.places.filter(({ community }) => community === id).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['community_centre', 'kindergarten', 'elderly_care']));
  }
  const all = new Set(street.places.map(({ kind }) => kind));
  for (const kind of [
    'street_office',
    'service_hall',
    'police',
    'fire_station',
    'hospital',
    'clinic',
    'wet_market',
    'mall',
    'school',
    'metro_entrance',
    'bus_stop',
    'square',
  ] as const) {
    expect(all.has(kind)).toBe(true);
  }
});
