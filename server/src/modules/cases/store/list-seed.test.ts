import { describe, expect, test } from 'vitest';
import { ListRow } from '@fengqiao/contract/cases/list-row.ts';
import { fits } from '#platform/validate.ts';
import { makeUnits } from '#town/units/units.ts';
import { analyse } from '../domain/analysis.ts';
import { decide } from '../domain/dispatch.ts';
import { isStreetUnit, type Units } from '../domain/duty.ts';
import { compileList } from '../domain/list.ts';
import { suggestTypes } from '../domain/suggest.ts';
import { rowsOfSeed } from './list-seed.ts';

const community = { id: 'c01', code: '320599001001', zh: '听枫社区', en: 'Tingfeng' };
const town = makeUnits({
  zh: '听枫街道',
  en: 'Tingfeng',
  communities: [community],
  grids: [{ id: 'c01-g01', code: '320599001001001', community: 'c01', zh: '一格', en: 'Grid 1' }],
});
const units: Units = new Map(town.map((unit) => [unit.id, unit.kind]));
const rows = rowsOfSeed();
const list = compileList(1, rows);
const leadOf = (type: string, over: object = {}) =>
  decide(list, units, {
    type,
    placeKind: 'road',
    community: 'c01',
    at: new Date('2026-11-23T10:00:00+08:00'),
    ...over,
  }).lead;

describe('the model list', () => {
  test('has 165 types, each row in the shape of the contract and under a key of its own', () => {
    expect([list.byType.size, list.byKey.size]).toEqual([165, rows.length]);
    expect(rows.filter((row) => !fits(ListRow, row)).map((row) => row.rowKey)).toEqual([]);
  });

  test('names only units of the demo street and passes its own analysis', () => {
    expect(analyse(rows, units, [])).toEqual([]);
  });

  test('keeps with the district what was recalled, and leaves to the street to assist where it only assists', () => {
    const recalled = rows.filter((row) => row.duty === 'recalled');
    expect(recalled.length).toBeGreaterThanOrEqual(15);
    expect(recalled.every((row) => units.get(row.lead) === 'district')).toBe(true);
    const assisting = rows.filter((row) => row.duty === 'assist');
    expect(assisting.length).toBeGreaterThanOrEqual(10);
    expect(assisting.some((row) => isStreetUnit(units.get(row.lead) ?? 'street'))).toBe(false);
  });

  test('answers by place and hour where the law does: a parked car, music at night, a crane', () => {
    expect(['road', 'sidewalk', 'estate'].map((placeKind) => leadOf('02004', { placeKind }))).toEqual([
      'traffic_police',
      'law_enforcement',
      'property_co',
    ]);
    expect([leadOf('02012'), leadOf('02012', { at: new Date('2026-11-23T23:10:00+08:00') })]).toEqual([
      'law_enforcement',
      'police',
    ]);
    expect([leadOf('13004'), leadOf('13004', { placeKind: 'site' })]).toEqual([
      'market_reg',
      'district_housing',
    ]);
    expect(leadOf('12001')).toBe('c01');
  });

  test('asks for a photo only in some types, where a closing condition says what it must show', () => {
    const asking = rows.filter((row) => row.evidence.some((one) => one.kind === 'photo'));
    expect(asking.length).toBeGreaterThan(20);
    expect(asking.length).toBeLessThan(rows.length / 2);
    expect(asking.filter((row) => row.sensitive || row.closeCondition === '')).toEqual([]);
  });

  test('gives every type five to twelve words that people use for it', () => {
    expect(
      rows.filter((row) => row.keywords.length < 5 || row.keywords.length > 12).map((row) => row.rowKey),
    ).toEqual([]);
  });
});

describe('suggestions of a type', () => {
  const first = (text: string) => suggestTypes(list, text)[0];

  test('find what people mean by how they say it, in Chinese and in English', () => {
    const said = [
      '小区门口的路灯不亮好几天了，晚上黑灯瞎火',
      '楼上漏水，天花板滴水',
      '半夜施工打桩睡不着',
      '有人在楼道充电，飞线充电很危险',
      '门口停车堵路，车辆乱停',
      '老板拖欠工资不发工资',
      'the street light is out',
      'a man with a rooster',
    ];
    expect(said.map((text) => first(text)?.type)).toEqual([
      '05003',
      '08007',
      '04001',
      '10002',
      '02004',
      '14001',
      '05003',
      '01012',
    ]);
  });

  test('say why and how sure they are, surer with more words and less sure with a rival', () => {
    const [one, two] = [first('井盖'), first('井盖破了，井盖松动')];
    expect(two?.whyZh).toBe('文中出现“井盖”“井盖破了”“井盖松动”');
    expect(two?.whyEn).toContain('The text says');
    expect(two?.confidence).toBeGreaterThan(one?.confidence ?? 1);
    expect(first('井盖旁边有人乱停车')?.confidence).toBeLessThan(one?.confidence ?? 0);
  });

  test('stay silent when nothing is said, and leave out what the asker may not follow', () => {
    expect(suggestTypes(list, '呵呵')).toEqual([]);
    expect(suggestTypes(list, '老公打人，家暴', (row) => row.residentVisible)).toEqual([]);
  });
});
