import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  page: { zh: '大字表', en: 'Large-print form' },
  how: {
    zh: '打印在 A4 纸上，手写就行。窗口和社区也有印好的表。',
    en: 'Print it on A4 and fill it in by hand. Windows and communities have printed ones too.',
  },
  print: { zh: '打印', en: 'Print' },
  title: { zh: '我要反映', en: 'Report a problem' },
  danger: {
    zh: '有人身危险时请先拨 110、119、120。',
    en: 'If someone is in danger, call 110, 119 or 120 first.',
  },
  ifYouLike: { zh: '（可以不填）', en: '(if you like)' },
  bringIt: {
    zh: '填好后交到任何一个服务窗口、社区，或交给网格员；也可以直接打电话：{hotline}。',
    en: 'Hand it in at any window, community or to the grid worker; or just phone {hotline}.',
  },
  same: {
    zh: '交表的人会当场拿到编号和查询码；时限和手机上反映的一样。照片可以附在后面。',
    en: 'You get a number and a code at once; the deadline is the same as online. Photos can be attached.',
  },
  office: { zh: '工作人员填：', en: 'For staff:' },
  officeNo: { zh: '编号 ____________________', en: 'number ____________________' },
  officeDay: { zh: '日期 ______________', en: 'date ______________' },
} as const satisfies Record<string, Both>;
