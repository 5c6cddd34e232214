import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  share: { zh: '分享到工作群', en: 'Share to a work chat' },
  says: {
    zh: '卡片里没有姓名、电话和门牌，详情须登录后查看。请不要另外附上个人信息。',
    en: 'The card holds no name, phone or door; details need a login. Please add no personal data to it.',
  },
  picture: { zh: '分享卡片', en: 'Card to share' },
  copyText: { zh: '复制文字和链接', en: 'Copy text and link' },
  copyPicture: { zh: '复制图片', en: 'Copy picture' },
  savePicture: { zh: '保存图片', en: 'Save picture' },
  copied: { zh: '已复制，可粘贴到工作群', en: 'Copied; paste it into the chat' },
  notCopied: {
    zh: '浏览器不允许复制图片，请改用“保存图片”。',
    en: 'The browser does not copy pictures; save it instead.',
  },
  no: { zh: '编号', en: 'Number' },
  place: { zh: '地点', en: 'Where' },
  state: { zh: '状态', en: 'State' },
  due: { zh: '时限', en: 'Due' },
  late: { zh: '（已超期）', en: ' (late)' },
  link: { zh: '登录后查看', en: 'After signing in' },
} as const satisfies Record<string, Both>;
