import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  report: { zh: '我要反映', en: 'Report a problem' },
  reportHow: { zh: '拍张照，三步就好，不用登录', en: 'Take a photo; three steps, no sign-in' },
  track: { zh: '凭编号查进度', en: 'Follow by number' },
  mine: { zh: '我的反映', en: 'My reports' },
  todo: { zh: '等您确认', en: 'Waiting for you' },
  solved: { zh: '真的解决了吗？', en: 'Was it really solved?' },
  recent: { zh: '最近的进展', en: 'Latest progress' },
  all: { zh: '全部', en: 'All' },
  signIn: { zh: '登录后可在任何设备上查看', en: 'Sign in to see them on any device' },
  phone: { zh: '打电话也能办', en: 'You can phone instead' },
  phoneHow: { zh: '同一个编号，同样的时限', en: 'Same number, same deadline' },
  danger: {
    zh: '有人身危险时请先拨 110、119、120。',
    en: 'If someone is in danger, call 110, 119 or 120 first.',
  },
  elder: { zh: '长辈版：字大一些', en: 'Larger text' },
  demo: { zh: '演示街道：人和地方都是虚构的。', en: 'Demo street: people and places are invented.' },
  tour: { zh: '换个身份看看', en: 'Try another role' },
} as const satisfies Record<string, Both>;
