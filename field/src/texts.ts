import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  offline: {
    zh: '现在没有网络。已拍的照片和文字都在这部手机上，联网后再提交。',
    en: 'No network now. Photos and words are kept on this phone; send them when you are online.',
  },
  photosWait: { zh: '照片还没传完。', en: 'Photos are still being sent.' },
  photosNeeded: { zh: '请先拍照。', en: 'Take a photo first.' },
  placeNeeded: { zh: '请先定位。', en: 'Locate first.' },
  sayWhat: { zh: '请选类别，或写几个字。', en: 'Choose a type or write a few words.' },
  send: { zh: '提交', en: 'Send' },
  kept: {
    zh: '内容还在这部手机上。再按一次不会重复提交。',
    en: 'It is still on this phone. Pressing again will not send it twice.',
  },
} as const satisfies Record<string, Both>;
