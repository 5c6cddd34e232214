import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaceKind } from '@fengqiao/contract/cases/words.ts';
import { Refusal } from '#platform/refusal.ts';
import { cite, decide, type Matter } from './dispatch.ts';
import { isStreetUnit, mustBeAbleToHelp, mustBeAbleToLead } from './duty.ts';
import { compileList, fitOf, within, type ListRow } from './list.ts';
import { rowWith, someUnits, spot } from './rows.fixture.ts';

const parking = [
  rowWith({ rowKey: '02004.1', lead: 'traffic_police', co: ['law_enforcement'], placeKinds: ['road'] }),
  rowWith({ rowKey: '02004.2', lead: 'law_enforcement', placeKinds: ['sidewalk'] }),
  rowWith({
    rowKey: '02004.3',
    lead: 'property_co',
    co: ['community', 'community', 'nobody'],
    placeKinds: ['estate'],
  }),
];
const matter: Matter = { ...spot, type: '02004' };
const by = (rows: readonly ListRow[], over: Partial<Matter> = {}) =>
  decide(compileList(3, rows), someUnits, { ...matter, ...over });
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
};
const citing = (rows: readonly ListRow[], rowKey: string, over: Partial<Matter> = {}) =>
  codeOf(() => cite(compileList(3, rows), someUnits, { ...matter, ...over }, rowKey));

describe('who answers for a matter', () => {
  test('is the unit of the one row that fits the place: a car on the roadway is for the traffic police', () => {
    const decision = by(parking);
    expect([decision.basis, decision.lead, decision.co, decision.row?.rowKey, decision.version]).toEqual([
      'statutory',
      'traffic_police',
      ['law_enforcement'],
      '02004.1',
      3,
    ]);
    expect(decision.whyZh).toContain('第 3 版 02004.1');
    expect(decision.alternatives.map((one) => [one.rowKey, one.whyEn])).toEqual([
      ['02004.2', 'its place, community or hours do not match'],
      ['02004.3', 'its place, community or hours do not match'],
    ]);
  });

  test('on the pavement is law enforcement, in an estate the property company with the community of the place', () => {
    expect(by(parking, { placeKind: 'sidewalk' }).lead).toBe('law_enforcement');
    const inEstate = by(parking, { placeKind: 'estate' });
    expect([inEstate.lead, inEstate.co]).toEqual(['property_co', ['c01']]);
  });

  test('is open while the kind of place is not known, and citing the row settles it', () => {
    const decision = by(parking, { placeKind: null });
    expect([decision.basis, decision.whyEn]).toEqual([
      'negotiated',
      'The kind of place is not known and 02004.1、02004.2、02004.3 may fit: cite one of them or consult',
    ]);
    expect(decision.alternatives.map((one) => one.whyEn)).toEqual([
      'may fit; the kind of place is not known',
      'may fit; the kind of place is not known',
    ]);
    expect(cite(compileList(3, parking), someUnits, { ...matter, placeKind: null }, '02004.2').lead).toBe(
      'law_enforcement',
    );
  });

  test('is negotiated when several rows fit at once, or the one row says so', () => {
    expect(by([rowWith(), rowWith({ rowKey: '02004.1', lead: 'police' })])).toMatchObject({
      basis: 'negotiated',
      lead: 'urban_ops',
      alternatives: [{ rowKey: '02004.1', lead: 'police', whyEn: 'fits as well' }],
    });
    expect(by([rowWith({ basis: 'negotiated' })])).toMatchObject({
      basis: 'negotiated',
      whyEn: 'Row 02004 of list 3 asks for a consultation',
    });
  });

  test('is left to a leader when no row exists, none fits, or the row leaves it to a leader', () => {
    expect(by([])).toMatchObject({
      basis: 'designated',
      lead: null,
      row: null,
      whyEn: 'The list has no row for type 02004',
    });
    expect(by(parking, { placeKind: 'water' })).toMatchObject({
      basis: 'designated',
      lead: null,
      whyEn: 'No row of type 02004 fits this place and time',
    });
    expect(by([rowWith({ basis: 'designated' })])).toMatchObject({
      basis: 'designated',
      lead: 'urban_ops',
      whyEn: 'Row 02004 of list 3 leaves it to a leader',
    });
  });

  test('changes with the hour where the list says so: the night begins at 22 and ends at 6', () => {
    const rows = [
      rowWith({ rowKey: '02004.1', hours: [6, 22] }),
      rowWith({ rowKey: '02004.2', lead: 'police', hours: [22, 6] }),
    ];
    const leadAt = (time: string) => by(rows, { at: new Date(`2026-11-23T${time}:00+08:00`) }).lead;
    expect(['05:59', '06:00', '21:59', '22:00', '00:30'].map(leadAt)).toEqual([
      'police',
      'urban_ops',
      'urban_ops',
      'police',
      'police',
    ]);
    expect([within([8, 17], 7), within([8, 17], 8), within([8, 17], 17)]).toEqual([false, true, false]);
  });

  test('is not a unit that has gone, has no community to stand for, or whose return was approved', () => {
    expect(by([rowWith({ lead: 'gone' })])).toMatchObject({
      basis: 'designated',
      alternatives: [{ whyEn: 'unit gone does not exist any more' }],
    });
    const ofCommunity = rowWith({ lead: 'community', selfGovernance: true });
    expect(by([ofCommunity])).toMatchObject({ basis: 'statutory', lead: 'c01' });
    expect(by([ofCommunity], { community: null })).toMatchObject({
      basis: 'designated',
      alternatives: [{ lead: 'community', whyEn: 'the community of the place is not known' }],
    });
    expect(by([rowWith()], { without: ['urban_ops'] })).toMatchObject({
      basis: 'designated',
      alternatives: [{ whyEn: 'its return of this case was approved' }],
    });
  });

  test('depends on the community where a row is written for some of them', () => {
    const some = rowWith({ communities: ['c02'] });
    expect([
      fitOf(some, spot),
      fitOf(some, { ...spot, community: 'c02' }),
      fitOf(some, { ...spot, community: null }),
    ]).toEqual(['no', 'yes', 'unknown']);
  });
});

describe('a citation', () => {
  test('of a row of another type, an unknown row or one for another place is refused', () => {
    expect([
      citing(parking, '09999'),
      citing([...parking, rowWith({ rowKey: '01001', type: '01001' })], '01001'),
      citing(parking, '02004.2'),
    ]).toEqual(Array(3).fill('cases.row_does_not_fit'));
  });

  test('is refused when several units have the duty, or the row leaves it to a consultation or a leader', () => {
    expect(citing([rowWith(), rowWith({ rowKey: '02004.1', lead: 'police' })], '02004')).toBe(
      'cases.several_rows_fit',
    );
    expect(citing([rowWith({ basis: 'negotiated' })], '02004')).toBe('cases.several_rows_fit');
    expect(citing([rowWith({ basis: 'designated' })], '02004')).toBe('cases.no_row_fits');
  });

  test('is refused when its unit has gone, or has returned the case', () => {
    expect(citing([rowWith({ lead: 'gone' })], '02004')).toBe('cases.unknown_unit');
    expect(citing([rowWith({ lead: 'community', selfGovernance: true })], '02004', { community: null })).toBe(
      'cases.unknown_unit',
    );
    expect(citing([rowWith()], '02004', { without: ['urban_ops'] })).toBe('cases.row_does_not_fit');
  });

  test('never brings a recalled or assisting duty to a street unit, nor a foreign matter to a community', () => {
    expect(citing([rowWith({ duty: 'recalled' })], '02004')).toBe('cases.recalled_duty');
    expect(citing([rowWith({ duty: 'assist', lead: 'police' })], '02004')).toBe('cases.assist_only');
    expect(citing([rowWith({ lead: 'community' })], '02004')).toBe('cases.community_not_lead');
  });
});

describe('the three duty lists', () => {
  const leads = (rows: readonly ListRow[], unit: string, at = spot) =>
    codeOf(() => mustBeAbleToLead(rows, at, someUnits.get(unit) ?? 'social'));
  const helps = (rows: readonly ListRow[], unit: string, at = spot) =>
    codeOf(() => mustBeAbleToHelp(rows, at, someUnits.get(unit) ?? 'social'));

  test('keep what was recalled with the district, also from a leader’s pen', () => {
    const recalled = [rowWith({ duty: 'recalled', lead: 'district_urban' })];
    expect(
      ['urban_ops', 'police', 'c01', 'c01-g01', 'centre', 'street', 'urban_ops_team'].map((unit) =>
        leads(recalled, unit),
      ),
    ).toEqual(Array(7).fill('cases.recalled_duty'));
    expect(['district_urban', 'bus_co', 'social_org'].map((unit) => leads(recalled, unit))).toEqual(
      Array(3).fill('done'),
    );
    expect([helps(recalled, 'urban_ops'), helps(recalled, 'bus_co')]).toEqual([
      'cases.recalled_duty',
      'done',
    ]);
  });

  test('let the street help, not lead, where it only assists', () => {
    const assisted = [rowWith({ duty: 'assist', lead: 'district_urban' })];
    expect([
      leads(assisted, 'urban_ops'),
      helps(assisted, 'urban_ops'),
      leads(assisted, 'district_urban'),
    ]).toEqual(['cases.assist_only', 'done', 'done']);
  });

  test('give a community only what is on its own list', () => {
    expect([
      leads([rowWith()], 'c01'),
      leads([rowWith({ selfGovernance: true })], 'c01'),
      leads([], 'c01'),
      leads([], 'urban_ops'),
    ]).toEqual(['cases.community_not_lead', 'done', 'cases.community_not_lead', 'done']);
  });

  test('ask the rows that hold at the place first, then those that might, then all of the type', () => {
    const rows = [
      rowWith({ rowKey: '02004.1', duty: 'recalled', lead: 'district_urban', placeKinds: ['road'] }),
      rowWith({ rowKey: '02004.2', placeKinds: ['park'] }),
    ];
    expect([leads(rows, 'urban_ops'), leads(rows, 'urban_ops', { ...spot, placeKind: 'park' })]).toEqual([
      'cases.recalled_duty',
      'done',
    ]);
    expect([
      leads(rows, 'urban_ops', { ...spot, placeKind: null }),
      leads(rows, 'urban_ops', { ...spot, placeKind: 'water' }),
    ]).toEqual(['done', 'done']);
    expect(leads([...rows, rowWith()], 'urban_ops')).toBe('cases.recalled_duty');
  });
});

const kinds: PlaceKind[] = [
  'road',
  'sidewalk',
  'estate',
  'market',
  'park',
  'water',
  'site',
  'indoor',
  'other',
];
const anyRow = fc.record({
  rowKey: fc.constantFrom('02004', '02004.1', '02004.2', '02004.3'),
  duty: fc.constantFrom('basic' as const, 'assist' as const, 'recalled' as const),
  basis: fc.constantFrom('statutory' as const, 'negotiated' as const, 'designated' as const),
  lead: fc.constantFrom(...someUnits.keys(), 'community', 'gone'),
  selfGovernance: fc.boolean(),
  placeKinds: fc.subarray(kinds, { maxLength: 3 }),
  hours: fc.option(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }))),
  co: fc.array(fc.constantFrom(...someUnits.keys(), 'community'), { maxLength: 3 }),
});
const anyMatter = fc.record({
  type: fc.constant('02004'),
  placeKind: fc.option(fc.constantFrom(...kinds)),
  community: fc.option(fc.constantFrom('c01', 'c02')),
  at: fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
});

test('whatever the list says, a recalled duty never reaches a street unit and an assisting one is never led by one', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyRow, { maxLength: 4, selector: (row) => row.rowKey }),
      anyMatter,
      (told, asked) => {
        const rows = told.map((one) => rowWith(one));
        const list = compileList(1, rows);
        const decisions = [decide(list, someUnits, asked)];
        for (const row of rows) {
          try {
            decisions.push(cite(list, someUnits, asked, row.rowKey));
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        for (const { row, lead, co } of decisions) {
          const isStreet = (unit: string | null) =>
            unit !== null && isStreetUnit(someUnits.get(unit) ?? 'street');
          if (row?.duty === 'recalled' && [lead, ...co].some(isStreet)) return false;
          if (row?.duty === 'assist' && isStreet(lead)) return false;
          if (
            lead !== null &&
            ['community', 'grid'].includes(someUnits.get(lead) ?? '') &&
            row?.selfGovernance !== true
          )
            return false;
        }
        return true;
      },
    ),
    { numRuns: 2000 },
  );
});
