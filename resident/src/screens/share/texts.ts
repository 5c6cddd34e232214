import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  share: { zh: '分享进度', en: 'Share progress' },
  what: {
    zh: '图片和链接里没有您写的话、地址、照片和姓名，只有办理状态；链接 90 天后失效。',
    en: 'Picture and link carry none of your words, address, photos or name, only where it stands; the link ends after 90 days.',
  },
  send: { zh: '发给别人', en: 'Send' },
  copy: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '已复制', en: 'Copied' },
  save: { zh: '保存图片', en: 'Save the picture' },
  card: { zh: '办理状态卡片', en: 'Card of where it stands' },
  oneReport: { zh: '一件居民诉求', en: 'A resident’s report' },
  title: { zh: '诉求办理状态', en: 'Where a report stands' },
  state: { zh: '状态', en: 'State' },
  holder: { zh: '现在由谁办', en: 'Now with' },
  due: { zh: '最晚', en: 'Due' },
  answered: { zh: '单位答复', en: 'Unit says' },
  solved: { zh: '真的解决了吗', en: 'Really solved?' },
  notYet: { zh: '还没有', en: 'Not yet' },
  yes: { zh: '反映人说解决了', en: 'The reporter says yes' },
  no: { zh: '反映人说没有解决', en: 'The reporter says no' },
  community: { zh: '社区', en: 'Community' },
  together: { zh: '一起反映', en: 'Reported by' },
  people: { zh: '{n} 人', en: '{n} people' },
  at: { zh: '截至 {at}', en: 'As of {at}' },
  late: { zh: '已超过时限', en: 'Past its deadline' },
  publicOnly: {
    zh: '这是公开的办理状态，不含反映人的任何信息。',
    en: 'This is the public state; nothing of whoever reported it is shown.',
  },
  own: { zh: '我也要反映', en: 'Report a problem myself' },
} as const satisfies Record<string, Both>;
