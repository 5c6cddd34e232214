import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  nav: { zh: '主要页面', en: 'Main pages' },
  app: { zh: '住枫桥', en: 'Fengqiao' },
  home: { zh: '首页', en: 'Home' },
  mine: { zh: '我的反映', en: 'Reports' },
  messages: { zh: '消息', en: 'Messages' },
  settings: { zh: '设置', en: 'Settings' },
  acting: { zh: '正在替人办理', en: 'Acting for somebody' },
  actingFor: { zh: '正在替 {name} 办理', en: 'Acting for {name}' },
  actFor: { zh: '替家人办', en: 'Act for' },
  backToMe: { zh: '回到本人', en: 'Back to myself' },
  unread: { zh: '条未读', en: 'unread' },
} as const satisfies Record<string, Both>;
