import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '巡查', en: 'Patrol' },
  titleOf: { zh: '巡查：看了 {n} 个点', en: 'Patrol: {n} points' },
  how: {
    zh: '扫一下点位上的码就算看过。只交看了哪些点，不交路线，也不交每个点的时刻。',
    en: 'Scan the code at a point and it counts as looked at. Only the points are handed in: not your route, not the time at each.',
  },
  underWay: { zh: '{at} 开始，看了 {n} 个点', en: 'Since {at}: {n} points' },
  scan: { zh: '扫码', en: 'Scan' },
  end: { zh: '结束并提交', en: 'End and hand in' },
  found: { zh: '发现问题，拍照上报', en: 'Report a problem' },
  remarks: { zh: '有什么要说的', en: 'Anything to say' },
  points: { zh: '本网格的点', en: 'Points of my grid' },
  none: {
    zh: '本网格还没有设巡查点。点由社区在工作台上设置、打印。',
    en: 'No points are set up in your grid yet. Your community sets them up and prints their sheets.',
  },
  seen: { zh: '这次看过', en: 'Looked at' },
  lastSeen: { zh: '上次 {on}', en: 'Last {on}' },
  never: { zh: '还没看过', en: 'Never yet' },
  unknown: { zh: '认不出的码，提交后核对', en: 'Unknown code, matched later' },
  typeCode: { zh: '或输入标签上的码', en: 'Or type the code on the sheet' },
  typeCodeHint: { zh: '十六位字母和数字，分四组', en: 'Sixteen letters and digits in four groups' },
  codeUnfit: { zh: '码是四组，每组四位。', en: 'A code has four groups of four.' },
  takeCode: { zh: '记下这个点', en: 'Take this point' },
  noCamera: {
    zh: '用不了相机：请在手机设置里允许，或输入标签上的码。',
    en: 'The camera cannot be used. Allow it in the settings of the phone, or type the code.',
  },
  handedIn: { zh: '看我交过的巡查', en: 'Patrols I handed in' },
  past: { zh: '我最近的巡查（只在这部手机上）', en: 'My last patrols (on this phone only)' },
  pastHow: {
    zh: '这些时刻只有您自己看得到，从不上传，退出登录时删除。',
    en: 'Only you see these times. They are never sent, and deleted when you sign out.',
  },
} as const satisfies Record<string, Both>;
