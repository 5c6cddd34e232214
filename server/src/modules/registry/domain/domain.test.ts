import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressCodeOf, addressLevelNames } from '@fengqiao/contract/registry/words.ts';
import { buildingKey, doorOf, NONE, parseAddress, standardAddress, type Elements } from './address.ts';
import { checkSignOf } from '@fengqiao/contract/identity-number.ts';
import { isCalendarDay, readIdentity } from './identifiers.ts';
import {
  creditCheckSign,
  isOrganizationCode,
  organizationCodeOf,
  readCreditCode,
} from './organization-codes.ts';
import { readPhone } from './phones.ts';
import { ladderOf } from './import/others.ts';
import { likeness, LIKELY, type Likeness } from './resolve.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const digits = (n: number) =>
  fc.integer({ min: 0, max: 10 ** n - 1 }).map((value) => String(value).padStart(n, '0'));
const residentId = fc.tuple(digits(5), day, digits(3)).map(([area, born, order]) => {
  const first17 = `3${area}${born.replaceAll('-', '')}${order}`;
  return { number: first17 + checkSignOf(first17), born, order };
});

describe('numbers of papers', () => {
  test.each([
    '11010519491231002X',
    '440524188001010014',
    '360426199101010071',
    '320505196611231010',
    '320505196601011022',
  ])('%s is a resident ID number', (number) =>
    expect(readIdentity(number)).toMatchObject({ kind: 'resident', number }),
  );
  test.each([
    ['110105194912310021', 'id_checksum'],
    ['320505199002300012', 'id_checksum'],
    [`32050519900230001${checkSignOf('32050519900230001')}`, 'id_date'],
    ['110105491231002', 'id_old'],
    ['1101051949123100', 'id_malformed'],
    ['', 'id_malformed'],
  ])('%s is none: %s', (number, fault) => expect(readIdentity(number, 'resident')).toBe(fault));
  test.each([
    ['810000199001011011', 'hk_mo_tw_residence'],
    ['830000198506061021', 'hk_mo_tw_residence'],
    ['932840199001010012', 'foreigner'],
    ['CHN110101199001', 'foreigner'],
    ['H1234567800', 'hk_mo_travel'],
    ['12345678', 'tw_travel'],
    ['E12345678', 'passport'],
  ])('%s is the number of a %s', (number, kind) =>
    expect(readIdentity(number)).toMatchObject({ kind, number }),
  );
  test('a number says the birth date and the sex, and a slip in any one place is seen', () => {
    fc.assert(
      fc.property(
        residentId,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (made, at, by) => {
          const read = readIdentity(made.number);
          expect(read).toMatchObject({ birthDate: made.born, sex: Number(made.order) % 2 === 1 ? '1' : '2' });
          const sign = String((Number(made.number[at]) + by) % 10);
          expect(
            typeof readIdentity(made.number.slice(0, at) + sign + made.number.slice(at + 1), 'resident'),
          ).toBe('string');
        },
      ),
    );
  });
  test('blanks, full-width digits and a small x are forgiven', () =>
    expect(readIdentity(' １１0105 19491231-002x')).toMatchObject({ number: '11010519491231002X' }));
  test('days are those of the calendar', () =>
    expect(['2000-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-1-1'].map(isCalendarDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]));
});

describe('codes of organizations', () => {
  test.each(['91110000600037341L', '91350100M000100Y43'])(
    '%s is a credit code, with its organization code inside',
    (code) => {
      expect(readCreditCode(code)).toEqual({ code });
      expect(isOrganizationCode(organizationCodeOf(code))).toBe(true);
    },
  );
  test('a code of a collective begins with N', () => {
    const first17 = 'N2320505MF0000001';
    expect(readCreditCode(first17 + creditCheckSign(first17))).toEqual({
      code: first17 + creditCheckSign(first17),
    });
  });
  test.each([
    ['91110000600037341A', 'credit_checksum'],
    ['9111000060003734IL', 'credit_malformed'],
    ['9111000060003734', 'credit_malformed'],
  ])('%s is none: %s', (code, fault) => expect(readCreditCode(code)).toBe(fault));
  test('600037341 is an organization code, 600037342 is not', () =>
    expect(['600037341', 'M000100Y4', '600037342'].map(isOrganizationCode)).toEqual([true, true, false]));
});

describe('telephone numbers', () => {
  test.each([
    ['138 1234 5678', '13812345678'],
    ['+86-138-1234-5678', '13812345678'],
    ['0512-6800 1234', '051268001234'],
    ['68001234', '051268001234'],
    ['00852 6123 4567', '+85261234567'],
    ['12345', '12345'],
  ])('%s is %s', (said, number) => expect(readPhone(said)).toBe(number));
  test.each(['1381234567', '23812345678', '无', '138123456789'])('%s is none', (said) =>
    expect(readPhone(said)).toBeNull(),
  );
});

describe('addresses', () => {
  test.each([
    [
      '江苏省苏州市虎丘区枫桥街道西津桥社区馨泰花苑3幢2单元501室',
      {
        province: '江苏省',
        city: '苏州市',
        district: '虎丘区',
        town: '枫桥街道',
        community: '西津桥社区',
        estate: '馨泰花苑',
        building: '3',
        unit: '2',
        room: '501',
      },
    ],
    ['橹声路 8 号 1 幢', { road: '橹声路', number: '8', building: '1' }],
    ['听枫新村12栋302', { estate: '听枫新村', building: '12', room: '302' }],
    ['听枫新村3-2-501', { estate: '听枫新村', building: '3', unit: '2', room: '501' }],
    ['枫林小区A座1204室', { estate: '枫林小区', building: 'A', room: '1204' }],
    ['古镇路 12 号', { road: '古镇路', number: '12' }],
    ['橹声路８号', { road: '橹声路', number: '8' }],
    [
      '北京市海淀区中关村街道科学院南路6号院3号楼',
      {
        province: '北京市',
        district: '海淀区',
        town: '中关村街道',
        road: '科学院南路',
        number: '6',
        building: '3',
      },
    ],
    ['不详', { estate: '不详' }],
  ] as const)('%s is taken apart', (said, parts) => {
    const read = parseAddress(said);
    expect(Object.fromEntries(Object.entries(read ?? {}).filter(([, value]) => value !== NONE))).toEqual(
      parts,
    );
  });
  test.each(['', '8号', '路', '3幢501室'])('"%s" names no place', (said) =>
    expect(parseAddress(said)).toBeNull(),
  );
  test('standard words are read back as the same elements, and every level is told, 无 where there is none', () => {
    const label = fc.integer({ min: 1, max: 99 }).map(String);
    const maybe = (value: fc.Arbitrary<string>) => fc.oneof(fc.constant(NONE), value);
    const made: fc.Arbitrary<Elements> = fc.record({
      province: maybe(fc.constant('江苏省')),
      city: maybe(fc.constant('苏州市')),
      district: maybe(fc.constant('虎丘区')),
      town: maybe(fc.constantFrom('枫桥街道', '通安镇')),
      community: maybe(fc.constantFrom('西津桥社区', '寒山社区')),
      group: fc.constant(NONE),
      road: fc.constantFrom('橹声路', '长江大道', '桂花巷'),
      number: label,
      estate: maybe(fc.constantFrom('听枫新村', '馨泰花苑')),
      building: label,
      unit: maybe(label),
      floor: fc.constant(NONE),
      room: maybe(fc.integer({ min: 101, max: 3299 }).map(String)),
    });
    fc.assert(
      fc.property(made, (elements) => {
        const read = parseAddress(standardAddress(elements));
        expect(read).toEqual(elements);
        expect(Object.keys(read ?? {})).toEqual([...addressLevelNames]);
        expect(buildingKey(read ?? elements)).toBe(buildingKey(elements));
      }),
    );
  });
  test('a villagers’ group is a level of its own, and its numbers are not those of another village', () => {
    const [one, other] = ['白马涧村委会3组12号', '龙池村委会3组12号'].map((said) => parseAddress(said)!);
    expect(one).toMatchObject({ community: '白马涧村委会', group: '3', road: NONE, number: '12' });
    expect(buildingKey(one!)).not.toBe(buildingKey(other!));
    expect(ladderOf(one!).map(({ text }) => text)).toEqual([
      '白马涧村委会',
      '白马涧村委会3组',
      '白马涧村委会3组12号',
    ]);
  });
  test('codes are those of GA/T 2000.32 where it has one, finer by the name, and none where the level is ours', () => {
    const codes = [
      addressCodeOf('town', '枫桥街道'),
      addressCodeOf('town', '通安镇'),
      addressCodeOf('community', '白马涧社区居委会'),
      addressCodeOf('community', '白马涧村委会'),
      addressCodeOf('community', '西津桥社区'),
      addressCodeOf('group', '3'),
      addressCodeOf('road', '橹声路'),
      addressCodeOf('room', '501'),
    ];
    expect(codes).toEqual(['23', '22', '32', '33', '31', '34', '41', null]);
  });
  test('the door is what tells homes of one building apart', () =>
    expect(
      ['听枫新村3幢2单元501室', '听枫新村3幢501', '听枫新村3幢'].map((said) => doorOf(parseAddress(said)!)),
    ).toEqual(['2单元501室', '501室', '']));
});

describe('one person or two', () => {
  const li: Likeness = {
    id: 'a',
    idNumber: null,
    name: '李小梅',
    birthDate: '1990-01-01',
    sex: '2',
    phone: '13812345678',
    home: 'h1',
    building: 'b1',
  };
  test('the same ID number is one person whatever else is written', () =>
    expect(
      likeness({ ...li, idNumber: '1' }, { ...li, idNumber: '1', name: '李晓梅', phone: null }),
    ).toMatchObject({ score: 1 }));
  test('name, birth date and phone are enough to ask; name and birth date alone are not', () => {
    expect(likeness(li, { ...li, id: 'b', home: null, building: null }).score).toBeGreaterThanOrEqual(LIKELY);
    expect(likeness(li, { ...li, id: 'b', phone: null, home: null, building: null }).score).toBeLessThan(
      LIKELY,
    );
  });
  test('two names alike in one home with other sex are two people', () =>
    expect(likeness(li, { ...li, name: '李大梅', sex: '1', phone: null }).score).toBeLessThan(LIKELY));
  test('the order of the two does not matter', () => {
    const some = fc.constantFrom(null, 'x', 'y');
    const person = fc.record({
      id: fc.constant('p'),
      idNumber: some,
      name: fc.constantFrom('张三', '张四', '李四'),
      birthDate: some,
      sex: fc.constantFrom(null, '1', '2'),
      phone: some,
      home: some,
      building: some,
    });
    fc.assert(
      fc.property(person, person, (one, other) => {
        expect(likeness(one, other)).toEqual(likeness(other, one));
      }),
    );
  });
});
