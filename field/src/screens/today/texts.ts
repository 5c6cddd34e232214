import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  today: { zh: '今日', en: 'Today' },
  tasks: { zh: '任务处置', en: 'Tasks in hand' },
  toVerify: { zh: '要核实', en: 'To verify' },
  toAcknowledge: { zh: '要签收', en: 'To acknowledge' },
  inHand: { zh: '正在办', en: 'In hand' },
  toCheck: { zh: '可以核查', en: 'May be checked' },
  joint: { zh: '协办', en: 'Joint tasks' },
  people: { zh: '{n} 人反映', en: '{n} reports' },
  more: { zh: '更多', en: 'More' },
  none: { zh: '现在没有等您办的事。', en: 'Nothing waits for you now.' },
  noneInHand: { zh: '手上没有要处置的任务。', en: 'No task is in your hands.' },
  found: { zh: '拍照上报', en: 'Report by camera' },
} as const satisfies Record<string, Both>;
