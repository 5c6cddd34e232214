import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '枫桥网格端', en: 'Fengqiao for grids' },
  tiles: { zh: '我的工作', en: 'My work' },
  today: { zh: '今日', en: 'Today' },
  todayHow: { zh: '要核实、要办的', en: 'To verify and to do' },
  inHand: { zh: '任务处置', en: 'Tasks in hand' },
  inHandHow: { zh: '签收、反馈', en: 'Accept, report' },
  onTheSpot: { zh: '顺手办', en: 'Solved on the spot' },
  onTheSpotHow: { zh: '当场解决', en: 'Done there and then' },
  found: { zh: '拍照上报', en: 'Report by camera' },
  foundHow: { zh: '先拍照，字可以不写', en: 'Photo first, words optional' },
  tour: { zh: '演示：换个身份', en: 'Demo: other role' },
  signOut: { zh: '退出', en: 'Sign out' },
  allSent: { zh: '都已上传', en: 'Everything has arrived' },
  waiting: { zh: '待上传 {n} 件', en: '{n} waiting' },
  sending: { zh: '正在上传 {n} 件', en: 'Sending {n}' },
  decide: { zh: '{n} 件要您决定', en: '{n} to decide' },
  lost: {
    zh: '还有 {n} 件没有上传。退出会从这部手机上删除它们，找不回来。',
    en: '{n} have not arrived. Signing out deletes them from this phone, for good.',
  },
  sendFirst: { zh: '先上传', en: 'Send them first' },
  leaveAnyway: { zh: '仍要退出并删除', en: 'Sign out and delete' },
} as const satisfies Record<string, Both>;
