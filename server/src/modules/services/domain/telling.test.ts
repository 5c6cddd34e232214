import { expect, test } from 'vitest';
import { partsOf, scriptOf, type Tellable } from '@fengqiao/contract/services.ts';

const item: Tellable = {
  name: { zh: '高龄津贴', en: 'Old-age allowance' },
  who: { zh: '年满 80 周岁', en: '80 or older', sure: false },
  bring: [{ zh: '身份证', en: 'Identity card', shared: true }],
  term: null,
  money: { zh: '每月 120 元', en: '120 yuan a month', sure: true },
  basis: null,
  note: null,
  window: {
    unit: { zh: '便民服务中心', en: 'Service centre' },
    phone: '12345',
    address: null,
    hours: { from: '09:00', to: '17:00', workdaysOnly: true },
    everyCommunity: false,
  },
  decidedBy: null,
};

test('screen, paper and phone tell the same in the same order, and nothing unsure sounds sure', () => {
  const parts = partsOf(item);
  expect(parts.map(({ title }) => title.zh)).toEqual([
    '谁能办',
    '带什么',
    '到哪里',
    '最多要多久',
    '费用和金额',
  ]);
  expect(parts[0]?.lines[0]?.zh).toBe('年满 80 周岁（请向窗口确认）');
  const script = scriptOf(item);
  for (const [n, { title }] of parts.entries()) expect(script[n + 1]?.zh.startsWith(title.zh)).toBe(true);
  expect(script.map(({ en }) => en).join(' ')).toContain('120 yuan a month');
});
