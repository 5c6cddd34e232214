import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '我的反映', en: 'My reports' },
  none: {
    zh: '您还没有反映过问题。反映以后，谁在办、办了多久都会显示在这里。',
    en: 'You have not reported anything. Once you do, you see here who holds it and for how long.',
  },
  more: { zh: '更多', en: 'More' },
  report: { zh: '我要反映', en: 'Report a problem' },
  track: { zh: '凭编号查进度', en: 'Follow by number' },
  signIn: { zh: '用手机号登录', en: 'Sign in by phone' },
  signInWhy: {
    zh: '登录后，换一部手机也能看到自己反映的问题。不登录也可以反映和查进度。',
    en: 'Signed in, you see your reports on any phone. You can report and follow without it too.',
  },
  kept: { zh: '这部手机上的回执', en: 'Receipts on this phone' },
  keptHint: { zh: '如果是别人的手机，用完请去掉。', en: 'If this is not your phone, remove them when done.' },
  receipt: { zh: '看回执', en: 'Receipt' },
  drop: { zh: '从本机去掉', en: 'Remove from this phone' },
  trackTitle: { zh: '凭编号查进度', en: 'Follow by number' },
  no: { zh: '编号', en: 'Number' },
  noHint: { zh: '在回执或短信里。', en: 'On the receipt or in the message.' },
  code: { zh: '查询码', en: 'Tracking code' },
  fourAtLeast: { zh: '请照回执完整填写。', en: 'Fill it in as it stands on the receipt.' },
  lost: {
    zh: '查询码找不到了？打电话报编号，核对后可以告诉您进度。',
    en: 'Lost the code? Phone us with the number; after a check we can tell you.',
  },
  see: { zh: '查进度', en: 'See progress' },
} as const satisfies Record<string, Both>;
