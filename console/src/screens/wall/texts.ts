export const texts = {
  title: { zh: '{street} · 接诉即办', en: '{street} · Swift Response' },
  back: { zh: '回驾驶舱', en: 'To the cockpit' },
  changed: { zh: '按实际办理更新，最近一次 {at}', en: 'From the real work, {at}' },
  lost: { zh: '暂时连不上，数字停在 {at}', en: 'No connection: these are the numbers of {at}' },
  desks: { zh: '各台待办', en: 'What waits on each desk' },
  clear: { zh: '各台已清空', en: 'Every desk is clear' },
  notYours: {
    zh: '本岗位不看大屏。请换街道领导、督办或区级督导岗位。',
    en: 'This post does not see the wall. Use the post of a leader, a supervisor or the district.',
  },
  period: { zh: '近 30 天', en: 'last 30 days' },
} as const;
