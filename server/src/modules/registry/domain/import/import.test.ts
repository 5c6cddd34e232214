import { describe, expect, test } from 'vitest';
import { guessFields } from '@fengqiao/contract/registry/columns.ts';
import { parseAddress } from '../address.ts';
import { ladderOf, readAddressRow, readHomeRow, readOrganizationRow } from './others.ts';
import { readPerson } from './people.ts';
import { readDay, type Reading } from './reading.ts';

const site = { building: 'b1', grid: 'c01-g01', community: 'c01' };
const reading = (fields: readonly string[]): Reading => ({
  mapping: { fields: Object.fromEntries(fields.map((name) => [name, name])) },
  sites: new Map([['橹声路8号||1幢', site]]),
  today: '2026-11-23',
});
const row = (cells: Record<string, string>, broken = false) => ({
  line: 2,
  cells: new Map(Object.entries(cells)),
  broken,
});
const people = reading([
  'name',
  'idNumber',
  'idKind',
  'sex',
  'birthDate',
  'phone',
  'address',
  'kind',
  'relation',
  'since',
]);
const person = (cells: Record<string, string>) => readPerson(row({ name: '张三丰', ...cells }), people);

describe('a row of a table of people', () => {
  test('is read in our words, with the place of its address', () =>
    expect(
      person({
        idNumber: '11010519491231002X',
        sex: '女',
        phone: '138 1234 5678',
        address: '听枫街道橹声路 8 号 1 幢 2 单元 501',
        kind: '户籍人口',
        relation: '妻子',
      }),
    ).toMatchObject({
      notes: [],
      facts: {
        kind: 'registered',
        sex: '2',
        birthDate: '1949-12-31',
        phone: '13812345678',
        site,
        door: '2单元501室',
        relation: 'spouse',
        address: '橹声路8号1幢2单元501室',
      },
    }));
  test.each([
    [{ name: '' }, 'name_missing'],
    [{ name: '13812345678', birthDate: '1990-01-01' }, 'name_unusable'],
    [{}, 'id_missing'],
    [{ idNumber: '110105194912310021' }, 'id_checksum'],
    [{ idNumber: '320505199002300012', idKind: '居民身份证' }, 'id_checksum'],
    [{ idNumber: '110105491231002' }, 'id_old'],
    [{ birthDate: '2030-01-01' }, 'birth_unreadable'],
    [{ idNumber: '11010519491231002X', kind: '外星人口' }, 'kind_unknown'],
  ])('%j is refused as %s', (cells, code) =>
    expect(person(cells)).toMatchObject({ problems: expect.arrayContaining([code]) }),
  );
  test.each([
    [{ phone: '1381234567' }, 'phone_unusable'],
    [{ address: '听枫街道乌有路 9 号' }, 'address_unknown'],
    [{ birthDate: '1950-01-01' }, 'birth_differs'],
    [{ sex: '男' }, 'sex_differs'],
    [{ relation: '房客' }, 'relation_unknown'],
    [{ since: '去年' }, 'since_unreadable'],
  ])('%j is taken with the note %s', (cells, code) =>
    expect(person({ idNumber: '11010519491231002X', ...cells })).toMatchObject({ notes: [code] }),
  );
  test('days are read as people write them', () =>
    expect(['1990-01-02', '1990/1/2', '19900102', '1990年1月2日', '1990-02-30', 'x'].map(readDay)).toEqual([
      '1990-01-02',
      '1990-01-02',
      '1990-01-02',
      '1990-01-02',
      null,
      null,
    ]));
});

describe('rows of other tables', () => {
  test('a home lies in a building of the street or is refused', () => {
    const homes = reading(['address', 'use', 'squareMetres', 'realEstateUnit']);
    expect(
      readHomeRow(
        row({
          address: '橹声路8号1幢501室',
          use: '出租',
          squareMetres: '89.5㎡',
          realEstateUnit: '320505 003',
        }),
        homes,
      ),
    ).toMatchObject({
      facts: {
        site,
        door: '501室',
        use: 'rented',
        squareMetres: 89.5,
        codes: { real_estate_unit: '320505003' },
      },
    });
    expect(readHomeRow(row({ address: '乌有路8号' }), homes)).toMatchObject({ problems: ['home_unknown'] });
    expect(readHomeRow(row({ address: '' }), homes)).toMatchObject({ problems: ['address_missing'] });
    expect(readHomeRow(row({ address: '8号' }), homes)).toMatchObject({ problems: ['address_unreadable'] });
    expect(readHomeRow(row({ address: '橹声路8号1幢', squareMetres: '很大' }), homes)).toMatchObject({
      problems: ['number_unreadable'],
    });
  });
  test('an organization is known by its credit code', () => {
    const organizations = reading(['name', 'creditCode', 'kind', 'address', 'staff']);
    expect(
      readOrganizationRow(
        row({ name: '听枫面馆', creditCode: '91350100M000100Y43', kind: '个体户', staff: '3人' }),
        organizations,
      ),
    ).toMatchObject({ facts: { creditCode: '91350100M000100Y43', kind: 'household_business', staff: 3 } });
    expect(
      readOrganizationRow(row({ name: '听枫面馆', creditCode: '91350100M000100Y44' }), organizations),
    ).toMatchObject({ problems: ['credit_checksum'] });
    expect(readOrganizationRow(row({ name: '', creditCode: '9135' }), organizations)).toMatchObject({
      problems: ['name_missing', 'credit_malformed'],
    });
  });
  test('an address stands below its road, number and building', () => {
    expect(ladderOf(parseAddress('橹声路8号1幢2单元501室')!).map(({ level, text }) => [level, text])).toEqual(
      [
        ['road', '橹声路'],
        ['number', '橹声路8号'],
        ['building', '橹声路8号1幢'],
        ['unit', '橹声路8号1幢2单元'],
        ['room', '橹声路8号1幢2单元501室'],
      ],
    );
    expect(
      readAddressRow(
        row({ address: '橹声路8号1幢', lng: '120', lat: '31' }),
        reading(['address', 'lng', 'lat']),
      ),
    ).toMatchObject({ facts: { site, lng: 120, lat: 31 } });
  });
});

test('headers that departments use are matched by themselves', () =>
  expect(guessFields('people', ['序号', '姓 名', '公民身份号码', '现住址', '手机号码*'])).toEqual({
    name: '姓 名',
    idNumber: '公民身份号码',
    address: '现住址',
    phone: '手机号码*',
  }));
