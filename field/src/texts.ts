import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  offline: {
    zh: '没有网络：照常做，先存在这部手机上，有网络时自动上传。',
    en: 'No network. Go on; it is kept on this phone and sent by itself later.',
  },
  readAt: { zh: '显示的是 {at} 读到的。', en: 'Shown as read at {at}.' },
  locked: { zh: '本机内容已锁上', en: 'This phone is locked' },
  lockedWhy: {
    zh: '登录后才能打开这部手机上的内容；没有上传的都还在。',
    en: 'Sign in to open what is kept on this phone; what was not sent is still there.',
  },
  signIn: { zh: '去登录', en: 'Sign in' },
  unreadable: {
    zh: '这部手机上存的内容打不开，请联系管理员；不要清除浏览器数据。',
    en: 'What is kept on this phone cannot be opened. Ask your administrator, and do not clear the browser’s data.',
  },
  unsafe: { zh: '需要安全连接', en: 'A safe connection is needed' },
  unsafeWhy: {
    zh: '请用 https 地址打开。没有安全连接时，手机不能加密保存内容，也不能离线使用。',
    en: 'Open this by its https address. Without it the phone can neither seal what it keeps nor work offline.',
  },
  newVersion: { zh: '有新版本。', en: 'A new version is here.' },
  update: { zh: '现在更新', en: 'Update now' },
  photosNeeded: { zh: '请先拍照。', en: 'Take a photo first.' },
  placeNeeded: { zh: '请先定位。', en: 'Locate first.' },
  sayWhat: { zh: '请选类别，或写几个字。', en: 'Choose a type or write a few words.' },
  send: { zh: '提交', en: 'Send' },
} as const satisfies Record<string, Both>;
