import { expect, test } from 'vitest';
import { hitKinds, type HitKind } from '@fengqiao/contract/retention.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { detect } from './domain/detect.ts';
import { isIdNumber, passesLuhn } from './domain/numbers.ts';
import { foundIn, masker } from './domain/marks.ts';

/** Invented sentences with what stands in them; people, numbers and places are nobody's. */
const labelled: readonly (readonly [text: string, found: Partial<Record<HitKind, readonly string[]>>])[] = [
  ['我叫王建国，电话19900001234，三号楼路灯不亮。', { name: ['王建国'], phone: ['19900001234'] }],
  ['请联系 199 0000 1234，白天都在。', { phone: ['199 0000 1234'] }],
  ['联系人：李秀英，手机199-0000-5678', { name: ['李秀英'], phone: ['199-0000-5678'] }],
  ['业主陈伟的电话是+86 19900003456', { name: ['陈伟'], phone: ['+86 19900003456'] }],
  ['本人张丽，身份证00000019900101123X，反映楼上漏水', { name: ['张丽'], idNumber: ['00000019900101123X'] }],
  ['身份证号 000000 19900101 123X', { idNumber: ['000000 19900101 123X'] }],
  ['身份证：００００００19900101１２３Ｘ', { idNumber: ['００００００19900101１２３Ｘ'] }],
  ['证件号00000019800229123X不对', {}],
  ['租客欧阳雪梅（电话 0510-88880001）', { name: ['欧阳雪梅'], phone: ['0510-88880001'] }],
  ['办公电话(0510)88880002也没人接', { phone: ['(0510)88880002'] }],
  ['车牌苏B12345挡住消防通道', { plate: ['苏B12345'] }],
  ['一辆新能源车苏BD12345长期占位', { plate: ['苏BD12345'] }],
  ['浙A·8K6Z9 和 沪C66666 并排停', { plate: ['浙A·8K6Z9', '沪C66666'] }],
  ['皖A1234学的教练车乱停', { plate: ['皖A1234学'] }],
  ['退款请打到6222020000000000008', { bankCard: [] }],
  ['退款请打到 6222 0212 3456 7894', { bankCard: ['6222 0212 3456 7894'] }],
  ['卡号4111111111111111是错的', { bankCard: [] }],
  ['卡号 4539 1488 0343 6467', { bankCard: ['4539 1488 0343 6467'] }],
  ['回复请发 wang.example@example.com，谢谢', { email: ['wang.example@example.com'] }],
  ['邮箱li_si@mail.example.org', { email: ['li_si@mail.example.org'] }],
  ['房东赵敏说下周修', { name: ['赵敏'] }],
  ['老板叫孙大海，一直占道经营', { name: ['孙大海'] }],
  ['老人周桂芳独居，腿脚不便', { name: ['周桂芳'] }],
  ['邻居吴强半夜装修', { name: ['吴强'] }],
  ['负责人是徐海波，电话没人接', { name: ['徐海波'] }],
  ['反映人：何静，19900007890', { name: ['何静'], phone: ['19900007890'] }],
  ['马晓东（19900002468）可以带路', { name: ['马晓东'], phone: ['19900002468'] }],
  ['朱明先生说已经报过三次', { name: ['朱明'] }],
  ['高洁女士要求回复', { name: ['高洁'] }],
  ['找林师傅就行', {}],
  ['张先生反映噪音', {}],
  ['王阿姨家门口积水', {}],
  ['高楼坠物很危险', {}],
  ['黄土裸露，扬尘很大', {}],
  ['马路上有个坑', {}],
  ['江边护栏松动', {}],
  ['金色家园三期停水', {}],
  ['白天施工可以，夜里不行', {}],
  ['工单TF20261123-000042还没回复', {}],
  ['2026年11月23日上午10点30分发生', {}],
  ['订单号20261123000042000042', {}],
  ['罚款1280000元整', {}],
  ['热线12345和110都打过', {}],
  ['坐标120.1563,31.2287附近', {}],
  ['统一社会信用代码91330000000000000X', {}],
  ['电表读数13512，水表00234', {}],
  ['楼栋编号330106001001234', {}],
  ['路灯编号B12345不亮', {}],
  ['A8栋1单元1201室门口堆物', {}],
  ['公交K199路在晚高峰经常甩站', {}],
  ['于是我们又来反映了', {}],
  ['任何人都可以进来', {}],
  ['时间久了没人管', {}],
  ['居民反映路面积水', {}],
  ['业主要求公开维修账目', {}],
  ['住户都说看不清台阶', {}],
  ['Call Mr Smith at 19900001111 please', { phone: ['19900001111'] }],
  ['The car 粤Z1234港 blocks the gate', {}],
  ['物业公司让我们找社区', {}],
  ['负责人是社区书记', {}],
  ['联系诉求人时限已用 75%，请抓紧', {}],
  ['老人白天无人照看', {}],
  ['9f13912345678ab0199000012345e', {}],
  ['王芳家里漏水', { name: ['王芳'] }],
  ['找高新区管委会', {}],
  ['业主韩式烧烤店油烟大', {}],
];

/** A name with nothing around it that says so is not told from other words; a shop may be called like one. */
const knownWrong = ['王芳家里漏水 · name: -[王芳] +[]', '业主韩式烧烤店油烟大 · name: -[] +[韩式烧]'];

const saysIn = (text: string): Partial<Record<HitKind, string[]>> => {
  const found: Partial<Record<HitKind, string[]>> = {};
  for (const hit of detect(text)) (found[hit.kind] ??= []).push(text.slice(hit.from, hit.to));
  return found;
};

function measure(): { recall: number; precision: number; wrong: string[] } {
  let [right, missed, extra] = [0, 0, 0];
  const wrong: string[] = [];
  for (const [text, expected] of labelled) {
    const found = saysIn(text);
    for (const kind of keysOf(hitKinds)) {
      const [should, did] = [expected[kind] ?? [], found[kind] ?? []];
      right += should.filter((one) => did.includes(one)).length;
      const lost = should.filter((one) => !did.includes(one));
      const more = did.filter((one) => !should.includes(one));
      missed += lost.length;
      extra += more.length;
      if (lost.length + more.length > 0) wrong.push(`${text} · ${kind}: -[${lost.join()}] +[${more.join()}]`);
    }
  }
  return { recall: right / (right + missed), precision: right / (right + extra), wrong };
}

const { recall, precision, wrong } = measure();
const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;

test(`of what ${labelled.length} labelled sentences hold, ${percent(recall)} is found, and ${percent(precision)} of what is found is there`, () => {
  expect(wrong).toEqual(knownWrong);
});

test('a citizen number has a day that exists and the check sign of GB 11643, in either case', () => {
  expect(isIdNumber('00000019900101123X')).toBe(true);
  expect(isIdNumber('000000199001011238')).toBe(false);
  expect(isIdNumber('000000199002301231')).toBe(false);
  expect(passesLuhn('4539148803436467')).toBe(true);
  expect(passesLuhn('4539148803436468')).toBe(false);
});

test('masking keeps the length, reaches the same words elsewhere and the beginning of a number where a title was cut, and leaves a road that bears the name', () => {
  const text = '我叫王平，电话19900001234，王平路口积水';
  const change = masker(detect(text).map((hit) => foundIn(text, hit)));
  expect(change(text)).toBe('我叫■■，电话■■■■■■■■■■■，王平路口积水');
  expect(change('回访19900001234，已告知')).toBe('回访■■■■■■■■■■■，已告知');
  expect(change('我叫王平，电话19900001…')).toBe('我叫■■，电话■■■■■■■■…');
  expect(change('王平路口积水')).toBe('王平路口积水');
});
