import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  report: { zh: '我要反映', en: 'Report a problem' },
  reportHow: { zh: '拍张照，三步就好，不用登录', en: 'Take a photo; three steps, no sign-in' },
  life: { zh: '遇到了什么事？', en: 'What has happened?' },
  track: { zh: '凭编号查进度', en: 'Follow by number' },
  todo: { zh: '等您办', en: 'Waiting for you' },
  solved: { zh: '真的解决了吗？', en: 'Was it really solved?' },
  correct: { zh: '没有受理：看看原因，可以提出异议', en: 'Declined: see why; you may object' },
  mandate: { zh: '有人请您确认代办', en: 'A mandate waits for your answer' },
  waiting: { zh: '等待发送', en: 'Waiting to be sent' },
  spoken: { zh: '语音反映', en: 'Spoken report' },
  recent: { zh: '最近的进展', en: 'Latest progress' },
  phone: { zh: '打电话也能办', en: 'You can phone instead' },
  phoneHow: { zh: '同一个编号，同样的时限', en: 'Same number, same deadline' },
  danger: {
    zh: '有人身危险时请先拨 110、119、120。',
    en: 'If someone is in danger, call 110, 119 or 120 first.',
  },
  elder: { zh: '长辈版', en: 'Larger' },
  standard: { zh: '标准版', en: 'Standard' },
  demo: { zh: '演示街道：人和地方都是虚构的。', en: 'Demo street: people and places are invented.' },
  tour: { zh: '换个身份看看', en: 'Try another role' },
} as const satisfies Record<string, Both>;
