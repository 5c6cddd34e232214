import { describe, expect, test } from 'vitest';
import { analyse } from './analysis.ts';
import { compileList, type ListRow } from './list.ts';
import { replay } from './replay.ts';
import { rowWith, someUnits, spot } from './rows.fixture.ts';

const keysOf = (rows: readonly ListRow[], known: readonly string[] = []) =>
  analyse(rows, someUnits, known).map((problem) => problem.key);
const saysOf = (rows: readonly ListRow[]) => analyse(rows, someUnits, []).map((problem) => problem.en);

describe('before a list is published', () => {
  test('nothing is said about a list in order, also where place and hour decide', () => {
    expect(keysOf([rowWith()], ['02004'])).toEqual([]);
    expect(
      keysOf([
        rowWith({ rowKey: '02004.1', hours: [6, 22] }),
        rowWith({ rowKey: '02004.2', lead: 'police', hours: [22, 6] }),
      ]),
    ).toEqual([]);
    expect(
      keysOf([
        rowWith({ rowKey: '02004.1', communities: ['c01'] }),
        rowWith({ rowKey: '02004.2', communities: ['c02'] }),
      ]),
    ).toEqual(['gap:02004']);
  });

  test('a type that vanished, a place without a row and hours without a row are gaps', () => {
    expect(keysOf([rowWith()], ['02004', '05001'])).toEqual(['gap:05001']);
    expect(
      saysOf([rowWith({ placeKinds: ['road', 'sidewalk', 'estate', 'market', 'park', 'site', 'indoor'] })]),
    ).toEqual(['No row holds: Waterway, Other']);
    expect(saysOf([rowWith({ hours: [6, 22] })])).toEqual(['No row holds: hours 0–6、22–24']);
    expect(saysOf([rowWith({ communities: ['c01'] })])).toEqual(['No row holds: some communities']);
  });

  test('rows that hold at the same place and time overlap, and each pair is named once', () => {
    const rows = [
      rowWith({ rowKey: '02004.1' }),
      rowWith({ rowKey: '02004.2', placeKinds: ['road'] }),
      rowWith({ rowKey: '02004.3', placeKinds: ['park'], hours: [22, 6] }),
    ];
    expect(keysOf(rows)).toEqual(['overlap:02004:02004.1:02004.2', 'overlap:02004:02004.1:02004.3']);
  });

  test('a row written for communities that do not exist never holds', () => {
    expect(
      keysOf([rowWith({ rowKey: '02004.1' }), rowWith({ rowKey: '02004.2', communities: ['c99'] })]),
    ).toEqual(['unreachable:02004:02004.2', 'unknown_unit:02004:02004.2']);
  });

  test('units that are not there are found among leads and helpers; the community of the place is always there', () => {
    expect(saysOf([rowWith({ lead: 'gone', co: ['community', 'away'] })])).toEqual([
      'Units that are not there: gone, away',
    ]);
  });

  test('duties on the wrong shoulders are found: recalled, assisting, self-governing, the district’s own', () => {
    expect(keysOf([rowWith({ duty: 'recalled' })])).toEqual(['duty:02004:02004']);
    expect(saysOf([rowWith({ duty: 'recalled', lead: 'district_urban', co: ['urban_ops'] })])).toEqual([
      'Street units cannot assist in what was recalled: urban_ops',
    ]);
    expect(keysOf([rowWith({ duty: 'assist', lead: 'police' })])).toEqual(['duty:02004:02004']);
    expect(keysOf([rowWith({ lead: 'community' })])).toEqual(['duty:02004:02004']);
    expect(keysOf([rowWith({ lead: 'community', selfGovernance: true })])).toEqual([]);
    expect(saysOf([rowWith({ lead: 'district_urban', co: ['district_urban'] })])).toEqual([
      'What a district department leads is not the street’s own duty: mark it as assisting or recalled; The lead is also named as a co-handler',
    ]);
  });

  test('evidence that cannot be had, or whose need the list does not state, is found', () => {
    const photo = (stage: 'handle' | 'check') => ({ stage, kind: 'photo' as const, least: 1 });
    expect(saysOf([rowWith({ evidence: [photo('check')], checkMethods: ['document'] })])).toEqual([
      'A check photo is asked, but nobody checks on site',
    ]);
    expect(saysOf([rowWith({ evidence: [photo('handle')], sensitive: true })])).toEqual([
      'A sensitive matter must not ask for photos',
    ]);
    expect(saysOf([rowWith({ evidence: [photo('handle')], closeCondition: ' ' })])).toEqual([
      'A photo is asked without a closing condition that says why',
    ]);
    expect(saysOf([rowWith({ evidence: [photo('handle'), photo('handle')] })])).toEqual([
      'The same kind of evidence is listed twice for one stage',
    ]);
  });
});

describe('a replay of past cases', () => {
  const past = (no: string, over: object = {}) => ({ ...spot, id: `id-${no}`, no, type: '02004', ...over });
  const inForce = compileList(1, [
    rowWith(),
    rowWith({ rowKey: '01001', type: '01001', zh: '暴露垃圾', en: 'Exposed garbage' }),
  ]);

  test('says how many stay as they are, and what would go elsewhere, the commonest first', () => {
    const draft = compileList(2, [
      rowWith({ rowKey: '02004.1', lead: 'traffic_police', placeKinds: ['road'] }),
      rowWith({ rowKey: '02004.2', placeKinds: ['park'] }),
    ]);
    const cases = [past('1'), past('2'), past('3', { placeKind: 'park' }), past('4', { type: '01001' })];
    expect(replay(inForce, draft, someUnits, cases)).toEqual({
      cases: 4,
      same: 1,
      changes: [
        {
          type: '02004',
          name: { zh: '机动车乱停放', en: 'Illegal parking' },
          count: 2,
          from: 'statutory:urban_ops',
          to: 'statutory:traffic_police',
          sample: [
            { id: 'id-1', no: '1' },
            { id: 'id-2', no: '2' },
          ],
        },
        {
          type: '01001',
          name: { zh: '暴露垃圾', en: 'Exposed garbage' },
          count: 1,
          from: 'statutory:urban_ops',
          to: 'designated',
          sample: [{ id: 'id-4', no: '4' }],
        },
      ],
    });
  });

  test('names a few of many, and a type that no list knows by its code', () => {
    const many = Array.from({ length: 9 }, (_, i) => past(String(i)));
    const [change] = replay(
      inForce,
      compileList(2, [rowWith({ basis: 'negotiated' })]),
      someUnits,
      many,
    ).changes;
    expect([change?.count, change?.sample.length, change?.to]).toEqual([9, 5, 'negotiated:urban_ops']);
    expect(replay(inForce, inForce, someUnits, [past('x', { type: '09999' })])).toEqual({
      cases: 1,
      same: 1,
      changes: [],
    });
  });
});
