import { expect, test } from 'vitest';
import { factNamed } from '@fengqiao/contract/catalogue/synonyms.ts';

test('a fact is one whatever a table calls it', () => {
  const same = [
    ['手机号', '联系电话'],
    ['手机号码', 'Phone '],
    ['身份证号', '证件号码'],
    ['公民身份号码', 'idNumber'],
    ['住址', '现居住地址'],
    ['信用代码', 'credit_code'],
    ['不动产单元号', 'realEstateUnitCode'],
    ['dog_no', 'dogNo'],
  ] as const;
  for (const [one, other] of same) expect([one, factNamed(one)]).toEqual([one, factNamed(other)]);
});

test('a name that two facts share is neither: the address of a home is not that of a firm', () => {
  expect(factNamed('居住地址')).not.toBe(factNamed('经营地址'));
  expect(factNamed('地址')).not.toBe(factNamed('居住地址'));
  expect(factNamed('姓名')).not.toBe(factNamed('单位名称'));
});

test('a paper to bring tells what stands on it', () => {
  expect(factNamed('申请人身份证复印件')).toBe(factNamed('证件号码'));
  expect(factNamed('营业执照副本')).toBe(factNamed('统一社会信用代码'));
  expect(factNamed('近期照片两张')).toBe('近期照片两张');
});
